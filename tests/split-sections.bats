#!/usr/bin/env bats
# SPDX-License-Identifier: ISC

load helper

ARTICLE=title,standfirst,heading,body,list,quote
ALL=$ARTICLE,ad,breadcrumb,byline,caption,comments,date,legal,nav,notice,related,share,tags

splits() {
	golden split-sections "$1" --header
}

page() {
	echo "$FIXTURES/split-sections/$1.in"
}

# tiles FILE: the sections of the text laid end to end are the text
tiles() {
	"$BIN/split-sections" <"$1" | awk -F '\t' -v bytes="$(wc -c <"$1")" '
		$2 != at { bad = 1 }
		{ at = $3 }
		END { exit bad || at != bytes }'
}

# mix SEED N: N lines of all pages, and of what marks headings
mix() {
	cat "$FIXTURES"/*/*.in "$FIXTURES"/split-sections/marks.txt |
		awk -v seed="$1" -v n="$2" '
			BEGIN { srand(seed) }
			{ line[NR] = $0 }
			END { for (i = 0; i < n; i++) {
				at = int(rand() * NR) + 1
				for (k = int(rand() * 9); k >= 0; k--)
					print line[(at + k) % NR + 1] } }'
}

# bytes SEED: random bytes, and many of those that texts are made of
bytes() {
	awk -v seed="$1" 'BEGIN { srand(seed)
		for (i = 0; i < 200000; i++)
			printf "%c", rand() < .5 ? int(rand() * 256) : \
			    substr("\n\n #.=-1IV aeT\r\t", int(rand() * 17) + 1, 1) }'
}

@test "a news page is breadcrumb, title, standfirst, byline, date, body and the rest" {
	splits news
}

@test "comments stand under the heading over them" {
	splits comments
}

@test "a German page has its parts" {
	splits german
}

@test "a French page has its parts, and the related story under its heading" {
	splits french
}

@test "headings have levels, and are said again after an interruption" {
	splits tree
}

@test "a blog has its comments in one section, names and dates too" {
	splits blog
}

@test "documentation has levels by number signs" {
	splits documentation
}

@test "an RFC has its sections, and no heads and feet of pages" {
	splits rfc
}

@test "a manual page as text has its sections and what is under these" {
	splits man
}

@test "chapters stand under the parts of a book" {
	"$BIN/split-sections" <"$(page book)" | awk -F '\t' '$6' |
		cut -f 4-6 >got
	cut -f 4-6 "$FIXTURES/split-sections/book.want" |
		awk -F '\t' 'NR > 1 && $3' >want
	same want got
}

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

@test "sections tile all pages" {
	for file in "$FIXTURES"/*/*.in; do
		tiles "$file"
	done
}

@test "sections tile a page with a byte order mark, CRLF and no last newline" {
	{ printf '\357\273\277\r\n'; sed 's/$/\r/' "$(page news)"
	  printf 'Home'; } >odd
	tiles odd
}

@test "sections tile random lines of many windows" {
	awk 'BEGIN { srand(7); split("Home Share ## 1.1 the fox jumps. Comments" \
		" Related by © said: Reply", w, " ")
		for (i = 0; i < 400000; i++)
			printf "%s%s", w[int(rand() * 14) + 1],
			    rand() < .2 ? "\n\n" : " " }' >random
	tiles random
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

# agree OPTION... <TEXT: both tools take the same for the article
agree() {
	cat >in
	"$BIN/split-sections" "$@" -s $ARTICLE <in >got
	"$BIN/strip-boilerplate" "$@" <in >want
	same want got
}

# records FILE...: a JSON record for each
records() {
	for file; do
		"$BIN/strip-boilerplate" --to=jsonl --keep=$ALL "$file"
	done
}

# wet FILE...: a WET record for each
wet() {
	for file; do
		printf 'WARC/1.0\r\nWARC-Type: conversion\r\n'
		printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$file")"
		cat "$file"
		printf '\r\n\r\n'
	done
}

@test "--select of the article is what strip-boilerplate keeps" {
	for file in "$FIXTURES"/*/*.in; do
		agree <"$file"
		sed 's/$/\r/' "$file" | agree
		for mode in para line; do
			agree --blocks=$mode <"$file"
		done
	done
}

@test "--select of the article is what strip-boilerplate keeps in every format" {
	records "$FIXTURES"/*/*.in | agree -j
	records "$FIXTURES"/*/*.in | agree -j --to=null
	wet "$FIXTURES"/*/*.in | agree --wet
	for file in "$FIXTURES"/*/*.in; do
		cat "$file"
		printf '\0'
	done | agree -0
	for file in "$FIXTURES"/split-sections/*.in; do
		"$BIN/strip-boilerplate" --to=jsonl "$file" >want
		"$BIN/split-sections" -s $ARTICLE --to=jsonl "$file" >got
		same want got
	done
}

@test "--select of the article is what strip-boilerplate keeps of random mixes" {
	for seed in 1 2 3 4 5 6 7 8; do
		mix $seed 3000 | agree
		mix $seed 3000 | tr -s '\n' | agree
		mix $seed 3000 | sed 's/^[a-z]/     &/' | agree
	done
}

@test "sections tile random mixes and random bytes" {
	for seed in 1 2 3 4 5 6 7 8; do
		mix $seed 3000 >mixed
		tiles mixed
		bytes $seed >random
		tiles random
	done
}

@test "a line under a heading is the heading's, and shows its level" {
	"$BIN/split-sections" <"$(page setext)" | cut -f 4-6 >got
	tail -n +2 "$FIXTURES/split-sections/setext.want" | cut -f 4-6 >want
	same want got
	"$BIN/split-sections" -s heading <"$(page setext)" >got
	[ "$(grep -c '^---' got)" -eq 2 ]
}

@test "--select=body does not bring headings" {
	"$BIN/split-sections" -s body <"$(page tree)" >got
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
	cp "$(page news)" page.txt
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
	"$BIN/split-sections" -a <"$(page news)" >got
	[ "$(wc -l <got)" -eq "$(grep -c . "$(page news)")" ]
	cut -f 6 got | grep -qx standfirst
}

@test "--annotate says how a heading is marked" {
	"$BIN/split-sections" -a <"$(page tree)" | awk -F '\t' '
		$6 == "heading" && $7 !~ /; hash$/ { exit 1 }'
	"$BIN/split-sections" -a <"$(page rfc)" >got
	grep -q '^-	.*	1.00	heading	.*; number	2.1.  Arrival$' got
	grep -q '^-	.*	1.00	heading	.*; column	Abstract$' got
}

@test "posts of a forum are sections of their own" {
	"$BIN/split-sections" <"$(page forum)" | cut -f 4,7 >got
	[ "$(grep -c '^body' got)" -ge 3 ]
	! grep '^body.*barn.*Oil and varnish' got
	! grep '^body.*Oil and varnish.*seven thin coats' got
}

@test "a page of a stream does not change the next" {
	for case in news comments; do
		cat "$(page $case)"
		printf '\0'
	done | "$BIN/split-sections" -0 | tr '\0' '\n' | cut -f 2- >got
	for case in news comments; do
		"$BIN/split-sections" <"$(page $case)" | cut -f 2-
		echo
	done >want
	same want got
}
