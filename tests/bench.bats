#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# bench - what the measuring scripts make to measure on; no speed is tested

load helper

CORPUS=$BATS_TEST_DIRNAME/../bench/corpus

# report: lines enough for a few documents, with what JSON has to escape
report() {
	awk 'BEGIN {
		while (n++ < 200)
			print "Well " n " of the \"north field\" is dry,\tsays" \
			    " the log in C:\\wells\\north.\n"
	}'
}

@test "a corpus of text is cut into documents that hold the same lines" {
	report >wells.txt
	mkdir made
	status_is 0 "$CORPUS" made 1000000 wells.txt
	same wells.txt made/text.txt
	[ "$(wc -l <made/text.jsonl)" -gt 1 ]
	"$BIN/dedupe-related" -j --to=text --tier=exact <made/text.jsonl >got
	grep -v '^$' wells.txt >want
	grep -v '^$' got | diff -u want -
}

@test "a corpus ends with the last whole line that there is room for" {
	report >wells.txt
	mkdir made
	status_is 0 "$CORPUS" made 1000 wells.txt
	n=$(wc -c <made/text.txt)
	[ "$n" -le 1000 ]
	[ "$n" -gt 900 ]
	head -c "$n" wells.txt | cmp - made/text.txt
}

@test "the largest text of a folder becomes the corpus" {
	mkdir -p made pages/deep
	echo 'A short note.' >pages/note.txt
	report >'pages/deep/all wells.txt'
	status_is 0 "$CORPUS" made 1000000 pages
	echo 'pages/deep/all wells.txt' | diff - out
	same 'pages/deep/all wells.txt' made/text.txt
}

@test "a folder without text is no corpus" {
	mkdir made empty
	status_is 1 "$CORPUS" made 1000 empty
	says 'bench: no .txt or .jsonl in empty'
}

@test "bad UTF-8 and control characters are left out of a corpus" {
	printf 'Rain\000 at\033 the\377 coast.\n' >rain.txt
	mkdir made
	status_is 0 "$CORPUS" made 1000 rain.txt
	echo 'Rain at the coast.' | diff - made/text.txt
	printf '%s\n' '{"id":1,"text":"Rain at the coast.\n"}' | diff - made/text.jsonl
}
