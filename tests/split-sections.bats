#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# split-sections: what its options and formats do; pages are in split-pages.bats

load helper
load margin

@test "levels go on from window to window" {
	awk 'BEGIN { print "PART ONE\n"
		for (c = 1; c <= 40; c++) {
			printf "Chapter %d\n\n", c
			for (i = 0; i < 700; i++)
				print "The road went over the hills and down to " \
				    "the river, and nobody was on it.\n" } }' >book
	"$BIN/split-sections" <book | cut -f 5,6 | sort -u |
		cut -f 2 | grep . | sort | uniq -c | awk '{ print $1, $2 }' >got
	printf '1 1\n40 2\n' >want
	same want got
}

@test "an empty text has no section, blank lines have one" {
	"$BIN/split-sections" </dev/null >got
	[ ! -s got ]
	printf '\n \n' | "$BIN/split-sections" >got
	printf -- '-\t0\t3\tbody\t\t\t\n' >want
	same want got
}

@test "-j adds the member sections" {
	echo '{"text":"Home","id":7}' | "$BIN/split-sections" -j >got
	printf '%s\n' '{"text":"Home","id":7,"sections":[{"start":0,"end":4,"role":"nav","body_start":0}]}' >want
	same want got
}

@test "--offsets=chars counts characters" {
	echo '{"text":"你好\n\n世界。"}' |
		"$BIN/split-sections" -j --offsets=chars >got
	grep -q '"end":7' got
}

@test "--select=body does not bring headings" {
	margin_page tree | "$BIN/split-sections" -s body >got
	[ "$(grep -c '^#' got)" = 0 ]
	grep -q '^Sow the beans' got
}

@test "--select of a role that does not exist is a usage error" {
	status_is 2 "$BIN/split-sections" -s paragraph
	grep -q 'not one of ad, body' err
}

@test "--list-roles names the eighteen roles" {
	"$BIN/split-sections" --list-roles >got
	[ "$(wc -l <got)" -eq 18 ]
	sort -c got
}

@test "--split-dir writes a file for each section, which tile the page" {
	margin_page news-herring >page.txt
	"$BIN/split-sections" --split-dir=parts page.txt >rows
	[ -f parts/page.txt.01.title.txt ]
	[ "$(find parts -type f | wc -l)" -eq "$(wc -l <rows)" ]
	cat parts/page.txt.* >got
	same page.txt got
}

@test "--split-dir numbers the pages of a stream" {
	printf 'Home\0Contact\0' | "$BIN/split-sections" -0 --split-dir=parts
	[ -f parts/1.00.nav.txt ]
	[ -f parts/2.00.nav.txt ]
}

@test "--split-dir refuses a name with .." {
	mkdir sub
	echo Home >page.txt
	cd sub
	status_is 2 "$BIN/split-sections" --split-dir=parts ../page.txt
	says 'split-sections: ../page.txt: .. has no place in --split-dir'
}

@test "--split-dir goes with no --select" {
	status_is 2 "$BIN/split-sections" --split-dir=parts -s body
}

@test "--annotate has a row for each block" {
	margin_page news-herring >page
	"$BIN/split-sections" -a <page >got
	[ "$(wc -l <got)" -eq "$(grep -c . page)" ]
	cut -f 6 got | grep -qx standfirst
}

@test "--annotate says how a heading is marked" {
	margin_page tree | "$BIN/split-sections" -a | awk -F '\t' '
		$6 == "heading" && $7 !~ /; hash$/ { exit 1 }'
	margin_page rfc-pigeons | "$BIN/split-sections" -a >got
	grep -q '^-	.*	1.00	heading	.*; number	2.1.  Arrival$' got
	grep -q '^-	.*	1.00	heading	.*; column	Abstract$' got
}

@test "a page of a stream does not change the next" {
	for page in news-herring comments; do
		margin_page $page
		printf '\0'
	done | "$BIN/split-sections" -0 | tr '\0' '\n' | cut -f 2- >got
	for page in news-herring comments; do
		margin_page $page | "$BIN/split-sections" | cut -f 2-
		echo
	done >want
	same want got
}
