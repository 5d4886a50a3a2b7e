#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# baselines - what `make versus` holds the tools against does what it says

load helper

BASELINES=$BATS_TEST_DIRNAME/../bench/baselines
PAGE=$FIXTURES/demo/page.txt

records() {
	command -v jq >/dev/null || skip "no jq"
	"$BIN/extract-quotes" --to=jsonl "$PAGE" | jq -c 'del(.quotes)'
}

@test "c4-lines keeps the sentences of each of two documents" {
	{ cat "$PAGE"; printf '\0Home\n\0'; } | "$BASELINES/c4-lines" >got
	[ "$(tr -dc '\0' <got | wc -c)" = 2 ]
	grep -q '^The bridge, built in 1871' got
	[ "$(tr '\0' '\n' <got | grep -c '^Home')" = 0 ]
}

@test "longest-run keeps one run of lines" {
	{ cat "$PAGE"; printf '\0'; } | "$BASELINES/longest-run" |
		tr -d '\0' | grep -v '^$' >got
	[ "$(head -n 1 got | cut -c 1-14)" = 'Engineers foun' ]
	grep -v '^$' "$PAGE" | sed -n '/^Engineers/,$p' |
		head -n "$(wc -l <got)" | diff - got
}

@test "quote-pattern finds quotations where it says they are" {
	records | "$BASELINES/quote-pattern" >got
	[ "$(jq '.quotes | length' got)" = 5 ]
	jq -r '.quotes[] | "\(.start + 1)-\(.end)"' got | while read -r range; do
		head -c "${range#*-}" "$PAGE" | tail -c +"${range%-*}"
		echo
	done | diff - <(jq -r '.quotes[].text' got)
	[ "$(jq -r '.quotes[2].speaker' got)" = 'Piet Okonjo' ]
}

@test "title-body's sections tile the page" {
	records | "$BASELINES/title-body" >got
	[ "$(jq -c '.sections | map(.role)' got)" = '["nav","title","body"]' ]
	jq -e '(.text | utf8bytelength) as $size | .sections
		| map(.end) == (map(.start)[1:] + [$size])' got
}

@test "unique-blocks keeps each paragraph once" {
	printf 'One.\n\nTwo.\n\nOne.\n' | "$BASELINES/unique-blocks" >got
	printf 'One.\n\nTwo.\n\n' | cmp - got
}
