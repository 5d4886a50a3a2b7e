#!/usr/bin/env bats
# SPDX-License-Identifier: ISC

load helper

ARTICLE=title,standfirst,heading,body,list,quote

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

@test "a news page is breadcrumb, title, standfirst, byline, date, body and the rest" {
	splits news
}

@test "comments stand under the heading over them" {
	splits comments
}

@test "a German page has its parts" {
	splits german
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
	"$BIN/split-sections" <"$(page book)" | cut -f 4-6 | tail -n +2 >got
	tail -n +5 "$FIXTURES/split-sections/book.want" | cut -f 4-6 >want
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

@test "--select of the article is what strip-boilerplate keeps" {
	for file in "$FIXTURES"/*/*.in; do
		"$BIN/split-sections" -s $ARTICLE <"$file" >got
		"$BIN/strip-boilerplate" <"$file" >want
		same want got
	done
	for file in "$FIXTURES"/split-sections/*.in; do
		"$BIN/strip-boilerplate" --to=jsonl "$file" >want
		"$BIN/split-sections" -s $ARTICLE --to=jsonl "$file" >got
		same want got
	done
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
