#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# sections: what split-sections gives of whole pages, and what holds for all

load helper
load margin

ARTICLE=title,standfirst,heading,body,list,quote

# reads PAGE: roles and levels are those in the margin, known misses aside
reads() {
	margin_misses "$1" >misses
	diff -u /dev/null misses
}

# tiles FILE [OPTION..]: the sections of the text laid end to end are the text
tiles() {
	local file=$1

	shift
	"$BIN/split-sections" "$@" <"$file" |
		awk -F '\t' -v bytes="$(wc -c <"$file")" '
		$2 != at || $3 <= $2 { bad = 1 }
		{ at = $3 }
		END { exit bad || at != bytes }'
}

# random SEED BYTES: bytes of all values, the ones of text more often
random() {
	awk -v seed="$1" -v bytes="$2" 'BEGIN { srand(seed)
		split("\n,\n\n,\r\n, ,  ,#,## ,- ,1. ,1.1 ,=====,.,: ,\t,Home," \
		    "Comments,Related,IV. ,\f,(,|", w, ",")
		while (n < bytes) {
			s = rand() < .5 ? sprintf("%c", 1 + int(rand() * 255)) \
			    : w[1 + int(rand() * 21)]
			printf "%s", s
			n += length(s)
		} }'
}

# mix SEED: blocks of all fixtures in an order of their own, as one page
mix() {
	cat "$FIXTURES"/*/*.in | awk -v seed="$1" 'BEGIN { srand(seed) }
		rand() < .05 { row[++n] = $0 }
		END { for (; n > 0; n--) {
			i = 1 + int(rand() * n)
			print row[i] (rand() < .5 ? "\n" : "")
			row[i] = row[n] } }'
}

# agree FILE [OPTION..]: the article's blocks are what strip-boilerplate keeps
agree() {
	local file=$1

	shift
	"$BIN/strip-boilerplate" "$@" "$file" >want
	"$BIN/split-sections" -s $ARTICLE "$@" "$file" >got
	same want got
}

# agree_streams FILE: the same where the page comes in each format
agree_streams() {
	local all

	{ tr '\0' ' ' <"$1"; printf '\0'; } >page.null
	"$BIN/strip-boilerplate" --keep="$("$BIN/split-sections" --list-roles |
		paste -sd , -)" --to=jsonl -0 page.null >page.jsonl
	all=$(wc -c <page.null)
	printf 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: %s\r\n\r\n' \
	    "$all" | cat - page.null >page.wet
	printf '\r\n\r\n' >>page.wet
	agree page.null -0
	agree page.jsonl -j
	agree page.wet --wet
}

@test "a news page has the roles in its margin" {
	reads news
}

@test "a blog has the roles in its margin" {
	reads blog
}

@test "a forum has the roles in its margin" {
	reads forum
}

@test "a product has the roles in its margin" {
	reads product
}

@test "a recipe has the roles in its margin" {
	reads recipe
}

@test "a documentation has the roles and levels in its margin" {
	reads documentation
}

@test "a listing has the roles in its margin" {
	reads listing
}

@test "an RFC has the roles and levels in its margin" {
	reads rfc
}

@test "a manual page's text has the roles and levels in its margin" {
	reads man
}

@test "a German page has the roles in its margin" {
	reads german
}

@test "a French page has the roles in its margin" {
	reads french
}

@test "a Japanese page has the roles and levels in its margin" {
	reads japanese
}

@test "sections tile all fixtures, whatever a block is" {
	for file in "$FIXTURES"/*/*; do
		for blocks in auto para line; do
			[ -s "$file" ] || continue
			tiles "$file" --blocks=$blocks
		done
	done
}

@test "sections tile random bytes" {
	for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
		random $seed $((seed * 1500)) >bytes
		tiles bytes
		tiles bytes --blocks=line
	done
}

@test "the files of --split-dir tile random bytes" {
	random 21 9000 >bytes
	"$BIN/split-sections" --split-dir=parts bytes >rows
	find parts -type f | sort -t . -k 2n | xargs cat >got
	same bytes got
}

@test "a section's heading is the text at its start, or stood before it" {
	for file in "$FIXTURES"/pages/*.page "$FIXTURES"/*/*.in; do
		"$BIN/split-sections" <"$file" | awk -F '\t' '
			$5 == "" { next }
			index($7, $5) == 1 { seen[$5] = 1 }
			!($5 in seen) { print; bad = 1 }
			END { exit bad }'
	done
}

@test "a heading with nothing under it is a section of its own" {
	sed "s/^### 1.1 The soil/### 1.1 The gravel\n\n### 1.2 The soil/" \
	    "$FIXTURES/split-sections/tree.in" | "$BIN/split-sections" |
		cut -f 4-7 >got
	grep -qx 'heading	### 1.1 The gravel	3	### 1.1 The gravel' got
	grep -q '^body	### 1.2 The soil	3' got
}

@test "a heading over related stories holds up to one over comments" {
	margin_page german >page
	"$BIN/split-sections" -s related <page >got
	grep -q 'Der letzte Vorf' got
	grep -q 'Warum das Freibad' got
}

@test "each post of a forum is a section of its own" {
	margin_page forum >page
	"$BIN/split-sections" <page |
		awk -F '\t' '$4 == "body" || $4 == "list"' >got
	[ "$(wc -l <got)" -eq 4 ]
}

@test "bullets and numbers on end are lists, sentences behind > are quotes" {
	margin_page blog >page
	"$BIN/split-sections" -s list <page >got
	[ "$(grep -c '^- ' got)" -eq 3 ]
	"$BIN/split-sections" -s quote <page | grep -q '^> Feed the soil'
	margin_page recipe | "$BIN/split-sections" -s list >got
	[ "$(grep -c '^[1-4]\. ' got)" -eq 4 ]
}

@test "the article is what strip-boilerplate keeps, on all fixtures" {
	for file in "$FIXTURES"/*/*.in "$FIXTURES"/pages/*.page; do
		for blocks in auto para line; do
			agree "$file" --blocks=$blocks
		done
	done
}

@test "the article is what strip-boilerplate keeps, on mixed pages" {
	for seed in 1 2 3 4 5 6 7 8; do
		mix $seed >page
		agree page
		agree page --to=jsonl
	done
}

@test "the article is what strip-boilerplate keeps, in each format" {
	for seed in 31 32 33; do
		mix $seed >page
		agree_streams page
	done
	for case in news forum rfc japanese; do
		margin_page $case >page
		agree_streams page
	done
}

@test "the article is what strip-boilerplate keeps, of random bytes" {
	for seed in 41 42 43 44 45 46; do
		random $seed 6000 >bytes
		agree bytes
	done
}
