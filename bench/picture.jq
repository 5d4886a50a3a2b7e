# SPDX-License-Identifier: ISC
# picture - the SVG of bench/picture, from one record; see marked.jq
#
# Lines are broken by the number of their letters: the font is the viewer's.
include "marked";

def columns: 82;
def line_height: 20;
def gap: 7;
def left: 112;
def right: 718;
def width: 890;
def head: 34;

# broken: where the lines of a text start and end, by code points
def broken:
  (. / " ") as $words
  | reduce $words[] as $w ([];
      ($w | length) as $n
      | if length > 0 and .[-1].end + 1 + $n - .[-1].start <= columns
        then .[-1].end += 1 + $n
        else . + [((.[-1].end // -1) + 1) | {start: ., end: (. + $n)}] end);

# runs: a block's pieces of text with where in it they stand
def runs:
  reduce .[] as $piece ({at: 0, all: []};
    if $piece.at == "text" then
      .all += [$piece + {start: .at, end: (.at + ($piece.text | length))}]
      | .at += ($piece.text | length)
    elif $piece.at == "quoted" and $piece.quote.kind == "speech" then
      .all += [{note: "\u2190 \($piece.quote | who)", start: .at, end: .at}]
    else . end) | .all;

def span:
  (if .speech > 0 then "speech" elif .speaker > 0 then "speaker" else "" end)
    as $class
  | if $class == "" then .text | @html
    else "<tspan class=\"\($class)\">\(.text | @html)</tspan>" end;

# cut: the part of each run that stands in one line
def cut($line):
  .[] | select(.note == null and .start < $line.end and .end > $line.start)
  | .start as $from | .text |= .[([$line.start - $from, 0] | max):
      $line.end - $from] | span;

def notes($line):
  [.[] | select(.note and .start > $line.start and .start <= $line.end) | .note]
  | unique | join(", ");

# laid: lines with what stands to their left and right
def laid($repeats):
  .[0].block as $block | .[1:] | runs as $runs
  | $repeats[$block.start | tostring] as $again
  | [$block.text | broken | to_entries[] | . as {key: $i, value: $line} | {
      class: "\($block.verdict) \($block.role)", kind: ($block.role | kind),
      first: ($i == 0), dropped: ($block.verdict == "drop"),
      role: $block.role, text: ([$runs | cut($line)] | add),
      note: (if $i == 0 and $again
        then "\u21ba repeats (\($again.tier))" else $runs | notes($line) end)}];

# blocks: the pieces of each
def blocks:
  reduce pieces as $p ([];
    if $p.at == "open" then . + [[$p]]
    elif $p.at == "close" then . else .[-1] += [$p] end);

# placed: lines with how far down they stand
def placed:
  reduce .[] as $line ({y: head, all: []};
    .y += line_height + (if $line.first then gap else 0 end)
    | .y as $y | .all += [$line + {y: $y}]) | .all;

def drawn:
  "<g class=\"\(.class)\"><text x=\"\(left)\" y=\"\(.y)\">\(.text)</text>",
  if .first then
    "<text class=\"role \(.kind)\" x=\"\(left - 14)\" y=\"\(.y)\">\(.role) "
    + (if .dropped then "\u2715" else "\u2713" end) + "</text>"
  else empty end,
  if .note != "" then
    "<text class=\"note\" x=\"\(right)\" y=\"\(.y)\">\(.note | @html)</text>"
  else empty end, "</g>";

def style: "
rect { fill: #fff; stroke: #ccc }
text { font: 14px system-ui, 'DejaVu Sans', sans-serif; fill: #1a1a1a }
.role, .head { font-size: 12px }
.role { text-anchor: end; text-decoration: none }
.note { font-size: 12px; fill: #0066a1; text-decoration: none }
.drop text:first-child { fill: #767676; text-decoration: line-through }
.head { fill: #5c5c5c }
.title text:first-child { font-weight: bold }
.standfirst text:first-child { font-style: italic }
.speech { fill: #7a4200; text-decoration: underline }
.speaker { fill: #0066a1; font-weight: bold }
.story { fill: #0066a1 } .about { fill: #00704f } .related { fill: #a04800 }
.comments { fill: #96306f } .furniture { fill: #666 }
@media (prefers-color-scheme: dark) {
rect { fill: #16181a; stroke: #444 }
text { fill: #e6e6e6 }
.drop text:first-child { fill: #8a8a8a }
.head { fill: #a3a3a3 }
.speech { fill: #f0c34e }
.speaker, .note, .story { fill: #6fbdf0 }
.about { fill: #3cc79f } .related { fill: #e69f00 }
.comments { fill: #dd93bd } .furniture { fill: #a3a3a3 }
}
";

def heading($x; $text):
  "<text class=\"head\" x=\"\($x)\" y=\"26\">\($text)</text>";

repeats_at as $repeats
| ([blocks[] | laid($repeats)[]] | placed) as $lines
| ($lines[-1].y + 20) as $height
| "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" "
  + "height=\"\($height)\" viewBox=\"0 0 \(width) \($height)\" role=\"img\">",
  "<title>A news page: what is kept and dropped, what each part is, who is "
  + "quoted, what repeats</title>",
  "<style>\(style)</style>",
  "<rect x=\".5\" y=\".5\" width=\"\(width - 1)\" height=\"\($height - 1)\" "
  + "rx=\"6\" />",
  heading(12; "split-sections"),
  heading(left; "strip-boilerplate: kept \u2713, dropped \u2715"),
  heading(right - 80; "extract-quotes \u2190 dedupe-related \u21ba"),
  ($lines[] | drawn), "</svg>"
