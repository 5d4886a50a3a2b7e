# SPDX-License-Identifier: ISC
# marked - a document as the four tools see it: include "marked"
#
# A record is one of bench/judged: with quotes, sections, and the blocks of
# strip-boilerplate as `verdicts`, those of dedupe-related as `repeats`.
# Nothing here decides anything about a text.

# pieces: the text cut where a block, a quotation or a speaker begins or ends:
# {at: "open"|"text"|"quoted"|"close", ..}. A text has `speech`, `mention` and
# `speaker`, how many of each it is in; `quoted` tells that one ends.
def events:
  ([.verdicts[] | {p: .start, rank: 4, block: .}, {p: .end, rank: 1, close: .}]
  + [.quotes[] | {p: .start, rank: 5, add: .kind, by: 1},
      {p: .end, rank: 0, add: .kind, by: -1, quoted: .}]
  + [.quotes | unique_by(.speaker_start)[] | select(.speaker_start != null)
      | {p: .speaker_start, rank: 3, add: "speaker", by: 1},
        {p: .speaker_end, rank: 2, add: "speaker", by: -1}])
  | sort_by(.p, .rank);

def pieces:
  (.text | explode) as $text
  | foreach (events[], {p: ($text | length)}) as $e
      ({p: 0, in: false, speech: 0, mention: 0, speaker: 0};
       .before = if .in and .p < $e.p then {at: "text", speech, mention,
             speaker, text: ($text[.p:$e.p] | implode)} else null end
       | .p = $e.p
       | if $e.add then .[$e.add] += $e.by else . end
       | if $e.block then .in = true elif $e.close then .in = false
         else . end;
       (.before | select(. != null)),
       ($e | if .block then {at: "open", block}
           elif .close then {at: "close"}
           elif .quoted then {at: "quoted", quote: .quoted}
           else empty end));

def kinds: {
  title: "story", standfirst: "story", heading: "story", body: "story",
  list: "story", quote: "story", byline: "about", date: "about",
  caption: "about", related: "related", comments: "comments"};

# kind: what sort of part a role is, which gives it its color
def kind: kinds[.] // "furniture";

# at_start: an object of things by where they start
def at_start: map({key: (.start | tostring), value: .}) | from_entries;

# repeats_at: the blocks that repeat, by where they start
def repeats_at: [.repeats[] | select(.verdict == "drop")] | at_start;

# who: whom a quotation is given to, or nothing
def who: .name // .speaker // "";

# size_of f: how many characters stand in the blocks that f is true of
def size_of(f): [.verdicts[] | select(f) | .text | length] | add // 0;
