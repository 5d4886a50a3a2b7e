#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# terminal - what a person at a terminal sees: -a as a page with notes in its
# margin, --progress, and help with the first mistakes

# shellcheck disable=SC2154 # from family.bash

load helper
load family

esc=$(printf '\033')
dim=$'\033[m\033[2m'
plain=$'\033[m'

# on_terminal COMMAND: what it writes to a terminal, in `got`; lines end in LF
on_terminal() {
	command -v script >/dev/null || skip "no script(1)"
	COLUMNS=80 TERM=xterm script -qec "$1" /dev/null </dev/null |
		tr -d '\r' >got
}

# without_colour: the text alone
without_colour() {
	sed "s/$esc\[[0-9]*m//g"
}

@test "-a is rows in a pipe, and a page on a terminal" {
	record page.txt >page.jsonl
	for tool in $TOOLS; do
		"$tool" -a page.txt | grep -q "^page.txt${tab}0$tab" ||
			[ "$tool" = extract-quotes ]
		on_terminal "$BIN/$tool -a page.txt"
		! grep -q "$tab" got
		without_colour <got | LC_ALL=C.UTF-8 sed -E 's/^.{27}[-|] ?//' | tr -s '\n ' ' ' >flat
		tr -s '\n ' ' ' <page.txt | cmp - flat
		on_terminal "$BIN/$tool -a --to=tsv page.txt"
		grep -q "^page.txt$tab" got
		on_terminal "$BIN/$tool -j -a page.jsonl"
		grep -q '^{"text":.*"blocks":\[' got
	done
}

@test "no line of the page is wider than the terminal" {
	for columns in 30 80 160; do
		for file in "$FIXTURES"/strip-boilerplate/{article,japanese,russian,chinese,table}.in; do
			for tool in $TOOLS; do
				COLUMNS=$columns "$tool" -a --color=always "$file" |
					without_colour >got
				[ "$(LC_ALL=C.UTF-8 wc -L <got)" -le $columns ]
				[ "$(wc -l <got)" -gt 3 ]
			done
		done
	done
}

@test "each line is whole by itself, for less -R" {
	for tool in $TOOLS; do
		COLUMNS=60 "$tool" -a --color=always page.txt >got
		grep -qF "$dim" got
		grep -F "$esc" got | sed "s/.*$esc//" >last
		[ -s last ]
		[ "$(grep -vc '^\[m' last)" = 0 ]
	done
}

@test "what is kept is plain, what is dropped dim, beside its role" {
	COLUMNS=200 strip-boilerplate -a --color=always \
		"$FIXTURES/demo/page.txt" >got
	grep -q '| The council of Westbrook voted' got
	grep -qF -- "- ${dim}Leave a Reply$plain" got
	without_colour <got | grep -qE '^comments; .* ?- Leave a Reply$'
	(cat page.txt; printf '\n%s\n' "$other") >small
	COLUMNS=200 dedupe-related -a --color=always small >got
	grep -qF "| $other" got
	grep -qF -- "- $dim$other$plain" got
	without_colour <got | grep -q '^exact at [0-9]*; the same words *- Engineers'
	COLUMNS=200 extract-quotes -a --color=always page.txt >got
	grep -qF "$dim\"${plain}We had no choice,$dim\" said" got
	without_colour <got | grep -q '^Anna Field, said after; attributed *| "We'
}

@test "NO_COLOR, TERM=dumb and --color=never leave out the colour" {
	for tool in $TOOLS; do
		for how in "env NO_COLOR=1 $BIN/$tool" \
			"env TERM=dumb $BIN/$tool" "$BIN/$tool --color=never"; do
			on_terminal "$how -a page.txt"
			! grep -q "$esc" got
			grep -q '^.\{27\}[-|] ' got
		done
		on_terminal "env NO_COLOR= $BIN/$tool -a page.txt"
		grep -q "$esc" got
	done
}

@test "nothing in a page or its name steers the terminal" {
	page | sed $'s/bridge/\033[31mbri\x07\xE2\x80\xAEdge\xFF/' >$'a\033[2Jb'
	for tool in $TOOLS; do
		for format in '' -0; do
			# shellcheck disable=SC2086
			"$tool" -a $format --color=always a*b page.txt |
				without_colour >got
			! grep -q "$esc\|$(printf '\a')" got
			tr -d '\n ' <got | grep -qF '\x1B[31mbri\x07\xE2\x80\xAE'
		done
		"$tool" -a --color=always a*b page.txt | without_colour >got
		grep -qF '==> a\x1B[2Jb <==' got
	done
}

@test "several documents have their names over them" {
	pages 2 >two.txt
	(record page.txt; record two.txt) >in.jsonl
	for tool in $TOOLS; do
		"$tool" -a --color=always page.txt two.txt | without_colour >got
		grep -c '^==> ' got | grep -qx 2
		grep -q '^==> two.txt <==$' got
		"$tool" -a --color=always page.txt >got
		! grep -q '==> ' got
		"$tool" -j -a --to=text --color=always in.jsonl |
			without_colour | grep -q '^==> 2 <==$'
		"$tool" -d "$tool.d" -a page.txt
		"$tool" -a page.txt | cmp - "$tool.d/page.txt"
	done
}

@test "--progress is a line on a terminal, removed at the end" {
	for n in $(seq 20000); do echo "$sentence $n"; done >many
	for tool in $TOOLS; do
		status_is 0 "$tool" --progress many
		[ ! -s err ]
		status_is 0 "$tool" --progress=never many
		[ ! -s err ]
		{ cat many; sleep 0.7; cat many; } |
			COLUMNS=90 "$tool" --progress=always >out 2>err
		grep -qE $'\r[0-9.]+ MB  1 document  0:00:0[0-9]  [0-9.]+ MB/s\033\[K' err
		tail -c 4 err | cmp - <(printf '\r\033[K')
		status_is 2 "$tool" --progress=yes
		status_is 2 "$tool" --color=maybe
	done
}

@test "--help fits one screen" {
	for tool in $TOOLS; do
		[ "$("$tool" --help | wc -l)" -le 23 ]
		[ "$("$tool" --help | wc -L)" -le 80 ]
	done
}

@test "first mistakes: an answer that says what to do" {
	printf '[\n  {"text":"a"}\n]\n' >array.json
	printf '{\n  "text": "a"\n}\n' >pretty.json
	printf '{"url":"http://a.example/","content":"a"}\n' >key.jsonl
	record page.txt >page.jsonl
	wet page.txt >page.wet
	mkdir dir
	for tool in $TOOLS; do
		status_is 2 "$tool" -j array.json
		says "$tool: array.json:1: a JSON array: make a line of each record, as by jq -c '.[]'"
		status_is 2 "$tool" -j pretty.json
		says "$tool: pretty.json:1: a JSON object of several lines: make one line of each, as by jq -c ."
		status_is 2 "$tool" -j key.jsonl
		says "$tool: key.jsonl:1: no text under \"text\": name its member by -k; there is \"url\", \"content\""
		status_is 0 "$tool" -j -k content key.jsonl
		status_is 1 "$tool" dir
		says "$tool: dir: Is a directory: name the files in it, as by find DIR -type f -print0 | xargs -0 .."
		status_is 0 "$tool" page.jsonl
		says "$tool: page.jsonl: this looks like JSON Lines: use -j"
		status_is 0 "$tool" page.wet
		says "$tool: page.wet: this looks like a WARC file: use --wet"
		printf '{"text":"<!doctype html><p>a"}\n' >html.jsonl
		cat html.jsonl html.jsonl | status_is 0 "$tool" -j
		says "$tool: -: this looks like HTML: make text of it first, by lynx -dump -nolist, w3m -dump or trafilatura"
	done
}
