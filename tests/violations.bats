#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# violations - what real pages break, as VIOLATIONS.md says; each test is named
# there

# shellcheck disable=SC2154 # from family.bash

load helper
load family

# repeats BYTES BYTES: the tier by which dedupe-related drops the sentence with
# the second bytes after that with the first; empty: it keeps it
repeats() {
	# shellcheck disable=SC2059
	printf "$other\n\n$other\n" |
		awk -v a="$(printf "$1")" -v b="$(printf "$2")" \
			'{ sub(/cracks/, NR == 1 ? a : b) } 1' |
		dedupe-related -a | sed -n 2p | cut -f 6
}

# quoted TEXT: what extract-quotes finds, a line each: name, how, text
quoted() {
	# shellcheck disable=SC2059
	printf "$1" | extract-quotes | cut -f 6,8,9
}

@test "mixed line ends: each stays; new ones are as the first" {
	awk '{ print $0 (NR % 4 == 1 ? "\r" : "") }' page.txt >mixed
	strip-boilerplate mixed >out
	tr -d '\r' <out | cmp page.txt -
	sed -n 2p out | cmp - <(printf '\r\n')
	split-sections -s body mixed >out
	grep -q "$other" out
}

@test "CR alone and U+2028 end no line" {
	tr '\n' '\r' <page.txt >cr
	sed $'s/$/\xE2\x80\xA8/' page.txt | tr -d '\n' >separators
	for file in cr separators; do
		[ "$(split-sections -a $file | wc -l)" = 1 ]
	done
}

@test "characters that are not seen stay; beside a word they do no harm, in it they cut it" {
	for unseen in '\302\255' '\342\200\213' '\342\200\215' \
		'\342\200\216' '\342\200\252' '\357\273\277'; do
		[ "$(repeats cracks "${unseen}cracks")" = exact ]
		[ "$(repeats cracks "cra${unseen}cks")" = near ]
	done
	[ "$(repeats 'cracks in' 'cracks\302\240in')" = exact ]
	page | sed $'s/bridge/bri\xC2\xADdge\xE2\x80\x8B/' >odd.txt
	for tool in $TOOLS; do
		"$tool" odd.txt | grep -q $'bri\xC2\xADdge\xE2\x80\x8B'
	done
}

@test "composed and decomposed letters are two texts" {
	[ "$(repeats 'caf\303\251' 'cafe\314\201')" != exact ]
}

@test "mojibake and entities are no quotation marks" {
	[ -z "$(quoted 'It rained. \303\242\342\202\254\305\223We had no choice,\303\242\342\202\254\302\235 said Anna Field.\n')" ]
	[ -z "$(quoted 'It rained. \223We had no choice,\224 said Anna Field.\n')" ]
	[ -z "$(quoted 'It rained. &quot;We had no choice,&quot; said Anna Field.\n')" ]
	[ "$(repeats 'cracks \46' 'cracks \46amp;')" != exact ]
}

@test "quotation marks that are odd, turned around or of two kinds" {
	quoted '"We had no choice, said Anna Field.\n\n"It is not safe," said Bob Hill.\n' |
		grep -qx "Bob Hill${tab}after${tab}It is not safe,"
	for pair in '\342\200\235 \342\200\235' '\342\200\234 \342\200\234' \
		"'' ''" "\`\` ''" '\342\200\236 \342\200\234' '\302\253 \302\273'; do
		quoted "${pair% *}We had no choice today,${pair#* } said Anna Field.\n" |
			grep -qx "Anna Field${tab}after${tab}We had no choice today,"
	done
}

@test "a teaser is told by its ellipsis, however written" {
	for end in ... $'\xE2\x80\xA6' '[...]' $' [\xE2\x80\xA6]' ' Read more'; do
		printf '%s\n\n%s%s\n' "$other" \
			'Engineers found two deep cracks in a pillar near the' "$end" |
			dedupe-related -a | cut -f 6 | sed -n 2p | grep -qx teaser
	done
}

@test "a WET record with a wrong length, and the next one" {
	(wet page.txt; wet page.txt) >good
	sed '3s/: .*/: 10\r/' good >short
	sed '3s/: .*/: 99999\r/' good >long
	sed '3s/: .*/: ten\r/' good >word
	for tool in $TOOLS; do
		for pair in 'short:2: not a WARC record' \
			'long:1: the input ends before Content-Length bytes' \
			'word:1: Content-Length is no number'; do
			status_is 2 "$tool" --wet "${pair%%:*}"
			says "$tool: $pair"
		done
		status_is 1 "$tool" --wet --on-error=skip short
		[ "$(wc -l <out)" = 2 ]
		status_is 1 "$tool" --wet --on-error=skip word
		[ "$(wc -l <out)" = 1 ]
	done
}

@test "JSON that RFC 8259 has not" {
	printf '{"a":1,"a":2,"text":"a\tb","b":"\001"}\n' >control
	printf '{"n":NaN,"text":"a"}\n' >nan
	printf "{'text':'a'}\n" >single
	for tool in $TOOLS; do
		status_is 0 "$tool" -j control
		grep -q '^{"a":1,"a":2,"text":' out
		for file in nan single; do
			status_is 2 "$tool" -j $file
			says "$tool: $file:1: not valid JSON"
		done
	done
}
