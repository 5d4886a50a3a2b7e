#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# dedupe-documents - dedupe-related on whole documents: --documents,
# --drop-empty

load helper

# lines N FROM: N sentences of ten words, from the FROM-th on
lines() {
	awk -v n="$1" -v from="$2" 'BEGIN {
		for (i = from; i < from + n; i++)
			printf "Boat %d came with %d crates of herring for Holm.\n\n",
			    i, i * 7
	}'
}

own='Here is what only this paper knows of all of it.'

# copies: three articles: one, a copy with 10 words of its own, and one that
# shares half of the first
copies() {
	lines 9 1 >first
	{ echo "$own"; echo; lines 8 2; } >copy
	{ lines 5 1; lines 5 21; } >half
}

@test "drops the text of documents that were seen, and of no others" {
	copies
	"$BIN/dedupe-related" --documents first copy half >got
	{ lines 9 1; lines 5 21; } | sed '$d' >want
	same got want
	"$BIN/dedupe-related" --documents=.95 first copy >got
	{ lines 9 1; echo "$own"; } >want
	same got want
}

@test "decides the same for records, NUL and output files" {
	copies
	"$BIN/dedupe-related" --tier=crumb --to=jsonl first copy half >in
	"$BIN/dedupe-related" --documents -j in >got
	{ sed -n 1p in; echo '{"id":"copy","text":""}'; } >want
	head -n 2 got >two
	same two want
	"$BIN/dedupe-related" --documents --to=jsonl first copy half >want
	same got want
	"$BIN/dedupe-related" --documents -d out first copy half
	{ cat out/first; echo; cat out/half; } >got
	"$BIN/dedupe-related" --documents first copy half >want
	same got want
	[ -e out/copy ] && [ ! -s out/copy ]
	{ cat first; printf '\0'; cat copy; printf '\0'; cat half; } |
		"$BIN/dedupe-related" -0 --documents | tr '\0' '\n' >got
	{ cat out/first; echo; echo; cat out/half; echo; } >want
	same got want
}

@test "--drop-empty leaves nothing of documents that lost everything" {
	copies
	"$BIN/dedupe-related" --tier=crumb --to=jsonl first copy half >in
	echo '{"id":"none","text":""}' >>in
	"$BIN/dedupe-related" --documents --drop-empty -j in |
		sed 's/,.*//' >got
	printf '{"id":"%s"\n' first half >want
	same got want
	"$BIN/dedupe-related" --drop-empty -j in in | sed 's/,.*//' >got
	printf '{"id":"%s"\n' first copy half >want
	same got want
	"$BIN/dedupe-related" --drop-empty -j -v in in | wc -l >got
	echo 5 >want
	same got want
	# What shows every block shows every document.
	"$BIN/dedupe-related" --drop-empty -j -a in | wc -l >got
	echo 4 >want
	same got want
	"$BIN/dedupe-related" --documents --drop-empty -d out first copy half
	(cd out && echo *) >got
	echo first half >want
	same got want
	{ cat first; printf '\0'; cat copy; printf '\0'; cat half; } |
		"$BIN/dedupe-related" -0 --documents --drop-empty | tr '\0' '\n' >got
	{ cat out/first; echo; cat out/half; echo; } >want
	same got want
}

@test "says why a block of a seen document goes, and what it repeats most" {
	copies
	"$BIN/dedupe-related" --documents -a --removed=rows first copy |
		grep "^copy$(printf '\t')0" | cut -f 4- >got
	printf 'drop\t0.88\t\tfirst\t\tthe document was seen\t%s\n' "$own" >want
	same got want
	grep -c '^copy' rows >got
	echo 9 >want
	same got want
}

@test "does not take a document for a copy of itself" {
	{ lines 2 1; lines 2 1; lines 2 1; lines 2 1; lines 2 1; } >in
	"$BIN/dedupe-related" --documents in >got
	lines 2 1 | sed '$d' >want
	same got want
}

@test "what only a dropped document had does not count as seen" {
	copies
	printf '%s\n' "$own" 'The mill is sold.' >last
	"$BIN/dedupe-related" --documents first copy last >got
	{ lines 9 1; cat last; } >want
	same got want
	"$BIN/dedupe-related" --documents --learn first copy last >got
	same got want
}

@test "takes a text that is larger than --max-doc for a bad one" {
	lines 100 1 >in
	status_is 2 "$BIN/dedupe-related" --documents --max-doc=1K in
	says 'dedupe-related: in:1: larger than --max-doc'
	status_is 0 "$BIN/dedupe-related" --max-doc=1K in
}

@test "gives the same in many windows" {
	lines 60000 1 >in
	"$BIN/dedupe-related" in >want
	"$BIN/dedupe-related" --documents in >got
	same got want
	"$BIN/dedupe-related" --documents --learn in >got
	same got want
	"$BIN/dedupe-related" -a --offsets=chars in >want
	"$BIN/dedupe-related" --documents -a --offsets=chars in >got
	same got want
}

@test "the share is a number up to 1" {
	for share in 0 1.1 -1 x ''; do
		status_is 2 "$BIN/dedupe-related" --documents=$share </dev/null
	done
	status_is 0 "$BIN/dedupe-related" --documents=1 </dev/null
}
