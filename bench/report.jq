# SPDX-License-Identifier: ISC
# report - the HTML of bench/report, from all records at once; see marked.jq
#
# Page text is anybody's: it goes through shown, and nothing else writes it.
# The result is well-formed XML, too, which is what tests look at.
include "marked";

# Control characters as pictures, without carriage returns; what could turn the
# text's direction around, and what XML forbids, as U+FFFD.
def visible:
  if . == 9 or . == 10 then . elif . == 13 then empty
  elif . < 32 then . + 9216 elif . == 127 then 9249
  elif (. >= 128 and . < 160) or (. >= 8234 and . <= 8238)
    or (. >= 8294 and . <= 8297) or . >= 65534 and . <= 65535 then 65533
  else . end;
def shown: [explode[] | visible] | implode | @html;

def plural($one): "\(.) \($one)\(if . == 1 then "" else "s" end)";
def percent($of): if $of == 0 then 0 else 100 * . / $of | round end;

# tally: what is counted, of a page and of all
def tally: {
  kept: size_of(.verdict == "keep"), size: size_of(true),
  blocks: .verdicts | length,
  dropped: [.verdicts[] | select(.verdict == "drop")] | length,
  sections: .sections | length,
  speech: [.quotes[] | select(.kind == "speech")] | length,
  named: [.quotes[] | select(.kind == "speech" and who != "")] | length,
  mentions: [.quotes[] | select(.kind == "mention")] | length,
  repeats: [.repeats[] | select(.verdict == "drop")] | length};
def summed: reduce .[] as $t ({};
  reduce ($t | keys[]) as $k (.; .[$k] += $t[$k]));

def counted($what): "<div><dt>\($what)</dt><dd>\(.)</dd></div>";
def counts:
  [(.size as $all | "\(.kept | percent($all)) % of \($all) characters"
      | counted("kept")),
    ("\(.dropped) of \(.blocks)" | counted("blocks dropped")),
    (.sections | counted("sections")),
    ("\(.speech), \(.named) with a speaker; \(.mentions | plural("mention"))"
      | counted("quotations")),
    (.repeats | counted("repeats"))]
  | "<dl>\(add)</dl>";

# by_role: how many blocks each role has, the one with the most text first
def by_role:
  [.[].verdicts[]] | group_by(.role)
  | map({role: .[0].role, blocks: length, size: ([.[].text | length] | add)})
  | sort_by(-.size)[]
  | "<li class=\"\(.role | kind)\"><b>\(.role)</b> "
  + "\(.blocks | plural("block"))</li>";

# One block

def quoted:
  if .kind == "mention" then ""
  else "<span class=\"who\"><span class=\"arrow\">\u2190</span> "
    + (if who == "" then "?" else who | shown end) + "</span>" end;

def text:
  (if .speech > 0 then "speech" elif .mention > 0 then "mention"
    elif .speaker > 0 then "speaker" else "" end) as $class
  | if $class == "" then .text | shown
    else "<span class=\"\($class)\">\(.text | shown)</span>" end;

def repeat:
  "<p class=\"repeat\">\u21ba \(.tier): \(.reason | shown)"
  + (if .match_doc then ", <a href=\"#p\(.match_doc)-\(.match_start)\">page "
    + "\(.match_doc), at \(.match_start)</a>" else "" end) + "</p>";

def section:
  if .heading then "<small class=\"under\">under \u201c<bdi>"
    + "\(.heading | shown)</bdi>\u201d"
    + (if .level then ", level \(.level)" else "" end) + "</small>"
  else "" end;

def open($page; $sections; $repeats):
  (.start | tostring) as $at
  | "<div class=\"block \(.verdict) \(.role | kind)"
  + (if $sections[$at] then " begins" else "" end)
  + (if $repeats[$at] then " again" else "" end)
  + "\" id=\"p\($page)-\(.start)\"><div class=\"margin\">"
  + (if .verdict == "drop" then "\u2715" else "\u2713" end)
  + " <b>\(.role)</b> <small>\(.score)</small>"
  + ($sections[$at] // {} | section) + "</div><div class=\"text\">"
  + ($repeats[$at] // {} | if .tier then repeat else "" end)
  + "<p class=\"why\">\(.reason | shown)</p><p dir=\"auto\">";

# A section starts at its first block, but the first one at 0.
def section_starts:
  (.verdicts[0].start // 0) as $first
  | .sections | if length > 0 then .[0].start = $first else . end | at_start;

def blocks:
  .id as $id | section_starts as $sections
  | repeats_at as $repeats
  | [pieces
    | if .at == "open" then .block | open($id; $sections; $repeats)
      elif .at == "text" then text
      elif .at == "quoted" then .quote | quoted
      else "</p></div></div>\n" end] | add // "<p>No text.</p>";

# The whole

def name: if .name == null then "(no id)" else .name | tostring | shown end;

def row:
  tally as $t | ($t.kept | percent($t.size)) as $share
  | "<tr><td class=\"number\">\(.id)</td><td><a href=\"#p\(.id)\"><bdi>\(name)"
  + "</bdi></a></td><td class=\"bar\"><span style=\"width:\($share)%\"></span>"
  + "</td><td class=\"number\">\($share)</td><td class=\"number wide\">"
  + "\($t.size)</td><td class=\"number\">\($t.speech)</td>"
  + "<td class=\"number\">\($t.repeats)</td></tr>\n";

def article:
  "<article id=\"p\(.id)\"><h2><small>\(.id)</small> <bdi>\(name)</bdi></h2>"
  + "\(tally | counts)\n\(blocks)<p class=\"up\"><a href=\"#index\">"
  + "\u2191 index</a></p></article>\n";

def switches:
  [["drops", "dropped"], ["marks", "quotations"], ["again", "repeats"],
    ["why", "reasons"]]
  | map("<label><input type=\"checkbox\" id=\"\(.[0])\""
    + (if .[0] == "why" then "" else " checked=\"checked\"" end)
    + " />\(.[1])</label>") | join("\n");

def legend:
  "<p class=\"legend\">\u2713 kept, "
  + "<span class=\"gone\">\u2715 dropped</span>; the margin "
  + "says the role; a line over a block: a section begins. "
  + "<span class=\"speech\">Quotation</span><span class=\"who\">"
  + "<span class=\"arrow\">\u2190</span> who said it</span>, "
  + "<span class=\"speaker\">who is named so in the text</span>, "
  + "<span class=\"mention\">mention</span>; \u21ba repeats what stood before, "
  + "on this page or an earlier one of this report.</p>";

def sample:
  "\(length | plural("page")) of \($total)"
  + (($sampled | tonumber) - length
    | if . > 0 then ", \(.) more left out: too long, or unreadable"
      else "" end);

def style: $style | sub("^/[*].*?[*]/\n"; ""; "n");

"<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>",
"<meta charset=\"utf-8\" />",
"<meta http-equiv=\"Content-Security-Policy\" "
  + "content=\"default-src 'none'; style-src 'unsafe-inline'\" />",
"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />",
"<meta name=\"color-scheme\" content=\"light dark\" />",
"<title>copydesk report</title>",
"<style>\n\(style)</style></head><body>",
"<h1>What copydesk makes of \(sample)</h1>",
(map(tally) | summed | counts),
"<ul class=\"roles\">", by_role, "</ul>",
legend, "<div class=\"switches\">show", switches, "</div>",
"<table id=\"index\"><thead><tr><th></th><th>page</th>"
  + "<th class=\"bar\">kept</th><th class=\"number\">kept, %</th>"
  + "<th class=\"number wide\">characters</th>"
  + "<th class=\"number\">quotations</th><th class=\"number\">repeats</th>"
  + "</tr></thead><tbody>",
(.[] | row), "</tbody></table>",
(.[] | article), "</body></html>"
