#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# split-invariants: what holds of split-sections whatever it reads: sections
# tile the text, and the article is what strip-boilerplate keeps

load helper
load margin

ARTICLE=title,standfirst,heading,body,list,quote
ALL=$ARTICLE,ad,breadcrumb,byline,caption,comments,date,legal,nav,notice,related,share,tags

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

# agree FILE [OPTION..]: both tools take the same for the article
agree() {
	local file=$1

	shift
	"$BIN/strip-boilerplate" "$@" "$file" >want
	"$BIN/split-sections" -s $ARTICLE "$@" "$file" >got
	same want got
}

# records FILE..: a JSON record for each
records() {
	for file; do
		"$BIN/strip-boilerplate" --to=jsonl --keep=$ALL "$file"
	done
}

# wet FILE..: a WET record for each
wet() {
	for file; do
		printf 'WARC/1.0\r\nWARC-Type: conversion\r\n'
		printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$file")"
		cat "$file"
		printf '\r\n\r\n'
	done
}

# null FILE..: each as it is, with a NUL behind
null() {
	for file; do
		tr '\0' ' ' <"$file"
		printf '\0'
	done
}

# streams FILE..: both tools agree on the pages in each format
streams() {
	null "$@" >page.null
	records "$@" >page.jsonl
	wet "$@" >page.wet
	agree page.null -0
	agree page.jsonl -j
	agree page.jsonl -j --to=null
	agree page.wet --wet
}

# lines SEED N: N runs of lines of all texts, and of what marks headings
lines() {
	cat texts/* "$PAGES/marks.txt" | awk -v seed="$1" -v n="$2" '
		BEGIN { srand(seed) }
		{ line[NR] = $0 }
		END { for (i = 0; i < n; i++) {
			at = int(rand() * NR) + 1
			for (k = int(rand() * 9); k >= 0; k--)
				print line[(at + k) % NR + 1] } }'
}

# blocks SEED: blocks of all texts in an order of their own, as one page
blocks() {
	cat texts/* | awk -v seed="$1" 'BEGIN { srand(seed) }
		rand() < .05 { row[++n] = $0 }
		END { for (; n > 0; n--) {
			i = 1 + int(rand() * n)
			print row[i] (rand() < .5 ? "\n" : "")
			row[i] = row[n] } }'
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

# bytes SEED: bytes of all values, and many of those that texts are made of
bytes() {
	awk -v seed="$1" 'BEGIN { srand(seed)
		for (i = 0; i < 200000; i++)
			printf "%c", rand() < .5 ? int(rand() * 256) : \
			    substr("\n\n #.=-1IV aeT\r\t", int(rand() * 17) + 1, 1) }'
}

@test "sections tile all texts, whatever a block is" {
	margin_texts
	for file in texts/* "$FIXTURES"/*/*; do
		for mode in auto para line; do
			[ ! -s "$file" ] || tiles "$file" --blocks=$mode
		done
	done
}

@test "sections tile a page with a byte order mark, CRLF and no last newline" {
	{ printf '\357\273\277\r\n'
	  margin_page news-herring | sed 's/$/\r/'
	  printf 'Home'; } >odd
	tiles odd
}

@test "sections tile random words of many windows" {
	awk 'BEGIN { srand(7); split("Home Share ## 1.1 the fox jumps. Comments" \
		" Related by © said: Reply", w, " ")
		for (i = 0; i < 400000; i++)
			printf "%s%s", w[int(rand() * 14) + 1],
			    rand() < .2 ? "\n\n" : " " }' >random
	tiles random
}

@test "sections tile random lines and random bytes" {
	margin_texts
	for seed in 1 2 3 4 5 6 7 8; do
		lines $seed 3000 >mixed
		tiles mixed
		bytes $seed >random
		tiles random
	done
	for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
		random $seed $((seed * 1500)) >random
		tiles random
		tiles random --blocks=line
	done
}

@test "the files of --split-dir tile random bytes" {
	random 21 9000 >bytes
	"$BIN/split-sections" --split-dir=parts bytes >rows
	find parts -type f | sort -t . -k 2n | xargs cat >got
	same bytes got
}

@test "a section's heading is the text at its start, or stood before it" {
	margin_texts
	for file in texts/* "$PAGES"/*.page; do
		"$BIN/split-sections" <"$file" | awk -F '\t' '
			$5 == "" { next }
			index($7, $5) == 1 { seen[$5] = 1 }
			!($5 in seen) { print; bad = 1 }
			END { exit bad }'
	done
}

@test "the article is what strip-boilerplate keeps, of all texts" {
	margin_texts
	for file in texts/* "$PAGES"/*.page; do
		for mode in auto para line; do
			agree "$file" --blocks=$mode
		done
		agree "$file" --to=jsonl
		sed 's/$/\r/' "$file" >crlf
		agree crlf
	done
}

@test "the article is what strip-boilerplate keeps, in every format" {
	margin_texts
	streams texts/*
	for page in news-ferry forum-engine rfc-tide japanese-bath; do
		streams texts/$page.text
	done
	for seed in 31 32 33; do
		blocks $seed >page
		streams page
	done
}

@test "the article is what strip-boilerplate keeps, of mixed pages" {
	margin_texts
	for seed in 1 2 3 4 5 6 7 8; do
		lines $seed 3000 >mixed
		agree mixed
		tr -s '\n' <mixed >dense
		agree dense
		sed 's/^[a-z]/     &/' mixed >indented
		agree indented
		blocks $seed >page
		agree page
		agree page --to=jsonl
	done
}

@test "the article is what strip-boilerplate keeps, of random bytes" {
	for seed in 41 42 43 44 45 46; do
		random $seed 6000 >bytes
		agree bytes
	done
}
