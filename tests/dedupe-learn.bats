#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# dedupe-learn - dedupe-related where all is read before it is judged: --learn,
# --count, --repeats

load helper

# blocks TEXT...: blocks with blank lines between
blocks() {
	printf '%s\n' "$1"
	shift
	[ $# = 0 ] || printf '\n%s\n' "$@"
}

ferry='The old ferry between the two islands will not sail again, its owner said on Tuesday.'
teaser='The old ferry between the two islands will not...'

# learned BLOCK...: --learn must leave these blocks of `in`
learned() {
	blocks "$@" >want
	"$BIN/dedupe-related" --learn in >got
	same got want
}

@test "drops a teaser, and its headline, before the text" {
	blocks 'Ferry stops' "$teaser" 'The mill is sold.' "$ferry" >in
	learned 'The mill is sold.' "$ferry"
}

@test "keeps the headline that stands over the text, not over the teaser" {
	blocks 'Ferry stops' "$teaser" 'The mill is sold.' 'Ferry stops' "$ferry" \
	    'Most read' 'Ferry stops' >in
	learned 'The mill is sold.' 'Ferry stops' "$ferry" 'Most read'
}

@test "drops a trail far before its title, and keeps it over a title that goes" {
	blocks 'Home > News > Old ferry stops sailing soon' 1. 2. 3. 4. 5. 6. 7. 8. 9. \
	    'Old ferry stops sailing soon' >in
	learned 1. 2. 3. 4. 5. 6. 7. 8. 9. 'Old ferry stops sailing soon'
	blocks 'Home > News > Old ferry stops sailing soon' 1. 2. 3. 4. 5. 6. 7. 8. 9. \
	    'Old ferry stops sailing soon' "$teaser" "$ferry" >in
	learned 'Home > News > Old ferry stops sailing soon' 1. 2. 3. 4. 5. 6. 7. 8. 9. \
	    "$ferry"
}

@test "keeps the first of equal blocks" {
	blocks 'The pier is closed.' 'THE PIER IS CLOSED' 'the pier is closed' >in
	learned 'The pier is closed.'
}

@test "keeps one of two beginnings that match each other" {
	a='The old ferry between the two islands will not sa...'
	b='The old ferry between the two islands will not sail...'
	blocks "$a" "$b" >in
	learned "$a"
	blocks "$b" "$a" >in
	learned "$b"
	more='The old ferry between the two islands will not sail'
	blocks "$more... Read more" "$more... Continue reading" >in
	learned "$more... Read more"
	blocks "$teaser" "$b" >in
	learned "$b"
}

@test "keeps a trail or the teaser that it is the text of" {
	trail='The old ferry between the two islands never stops... - Post'
	title='The old ferry between the two islands never stops...'
	blocks "$trail" 1. 2. 3. 4. 5. 6. 7. 8. 9. "$title" >in
	learned "$trail" 1. 2. 3. 4. 5. 6. 7. 8. 9.
	blocks "$title" 1. 2. 3. 4. 5. 6. 7. 8. 9. "$trail" >in
	learned 1. 2. 3. 4. 5. 6. 7. 8. 9. "$trail"
}

@test "gives the same for every format, and a seekable standard input" {
	blocks 'Ferry stops' "$teaser" 'The mill is sold.' >one
	blocks 'Ferry stops' "$ferry" 'The mill is sold.' >two
	blocks 'The mill is sold.' >want
	{ cat want; echo; blocks 'Ferry stops' "$ferry"; } >text
	"$BIN/dedupe-related" --learn one two >got
	same got text
	printf 'one\0two\0' | "$BIN/dedupe-related" --learn --files0-from=- >got
	same got text
	"$BIN/dedupe-related" --learn -d out one two
	same out/one want
	{ cat one; printf '\0'; cat two; printf '\0'; } >in
	"$BIN/dedupe-related" --learn -0 <in >got
	{ cat want; printf '\0'; blocks 'Ferry stops' "$ferry"; printf '\0'; } >null
	same got null
	"$BIN/dedupe-related" --tier=crumb --to=jsonl one two >records
	"$BIN/dedupe-related" -j --learn records >got
	"$BIN/dedupe-related" --to=jsonl --learn one two >want
	same got want
	[ "$(grep -c . got)" = 2 ]
	{ cat one; echo; cat two; } >in
	"$BIN/dedupe-related" --learn <in >want
	"$BIN/dedupe-related" --learn - <in >got
	same got want
	"$BIN/dedupe-related" --learn in >got
	same got want
}

@test "learns from where standard input stands" {
	blocks 'Ferry stops' "$teaser" "$ferry" >in
	{ printf 'xxxx'; cat in; } >later
	{ dd bs=4 count=1 of=/dev/null 2>/dev/null; "$BIN/dedupe-related" --learn; } \
	    <later >got
	blocks "$ferry" >want
	same got want
}

@test "refuses to read a pipe twice, before any output" {
	blocks "$ferry" >in
	# shellcheck disable=SC2002
	cat in | status_is 2 "$BIN/dedupe-related" --learn
	says "dedupe-related: -: can't be read twice; use a file, no pipe"
	[ ! -s out ]
	# shellcheck disable=SC2002
	cat in | status_is 2 "$BIN/dedupe-related" --learn in -
	[ ! -s out ]
	mkfifo pipe
	cat in >pipe &
	status_is 2 "$BIN/dedupe-related" --learn in pipe
	says "dedupe-related: pipe: can't be read twice; use a file, no pipe"
	[ ! -s out ]
	wait || :
}

@test "says once what is wrong with an operand or a record" {
	blocks "$teaser" >one
	blocks "$ferry" >two
	status_is 1 "$BIN/dedupe-related" --learn one absent two
	says 'dedupe-related: absent: No such file or directory'
	same out two
	printf '{"text":"%s"}\n' "$teaser" >in
	printf '{"id":1}\n{"text":"%s"}\n' "$ferry" >>in
	status_is 1 "$BIN/dedupe-related" --learn -j --on-error=skip \
	    --rejects=bad in
	[ "$(grep -c . err)" = 1 ]
	echo '{"id":1}' >want
	same bad want
	printf '{"text":""}\n{"text":"%s"}\n' "$ferry" >want
	same out want
	# What is behind a bad record that ends it all is not learned.
	status_is 2 "$BIN/dedupe-related" --learn -j in
	[ "$(grep -c . err)" = 1 ]
	head -n 1 in >want
	same out want
	printf 'one\0\0two\0' >list
	status_is 1 "$BIN/dedupe-related" --learn --files0-from=list
	says 'dedupe-related: list: an empty file name'
	same out two
}

@test "saves the state that one pass saves, and takes from states" {
	blocks 'Ferry stops' "$teaser" 'The mill is sold.' 'Ferry stops' "$ferry" >in
	"$BIN/dedupe-related" --state=one in >got
	"$BIN/dedupe-related" --learn --state=two in >got
	cmp one two
	blocks 'The mill is sold.' 'New.' "$teaser" >in
	"$BIN/dedupe-related" --learn --against=one in >got
	blocks New. >want
	same got want
	"$BIN/dedupe-related" --learn --state=two in >got
	same got want
}

@test "names with --annotate a text that comes later" {
	blocks "$teaser" >one
	blocks 'Ferry stops' "$ferry" >two
	"$BIN/dedupe-related" --learn -a one two | head -n 1 | cut -f 4-9 >got
	printf 'drop\t1.00\tteaser\ttwo\t13\tcut-off beginning\n' >want
	same got want
	"$BIN/dedupe-related" --learn --removed=rows one two >got
	cut -f 4-9 rows >got
	same got want
	"$BIN/dedupe-related" --learn -v one two >got
	same got one
}

@test "judges a file that changed between the passes by what was read first" {
	blocks 'New.' 'Ferry stops' "$teaser" >one
	mkdir out
	blocks 'Ferry stops' "$ferry" >out/one
	# The second pass replaces an operand that is yet to be read.
	"$BIN/dedupe-related" --learn -c -d out one out/one
	echo '      1 New.' >want
	same out/one want
	echo '      1       1 New.' >want
	same out/out/one want
}

@test "counts as uniq -c does, in text, rows and records" {
	blocks 'The pier is closed.' New. 'the pier is CLOSED' -- 'The pier is closed' \
	    >in
	"$BIN/dedupe-related" --learn -c in >got
	cat >want <<-'END'
	      3 The pier is closed.

	      1 New.

	      1 --
	END
	same got want
	"$BIN/dedupe-related" --learn --count -a --header in | cut -f 4,9- >got
	printf 'verdict\tcount\treason\ttext\n' >want
	printf '%s\t%s\t%s\t%s\n' >>want \
	    keep 3 'not seen before' 'The pier is closed.' \
	    keep 1 'not seen before' New. \
	    drop 3 'the same words' 'the pier is CLOSED' \
	    keep 1 'too few words' -- \
	    drop 3 'the same words' 'The pier is closed'
	same got want
	"$BIN/dedupe-related" --to=jsonl --learn -c -a in >got
	grep -qF '"score":0.00,"count":3,"reason":"not seen before","text":"The pier' got
	"$BIN/dedupe-related" --to=jsonl --learn -c in >got
	cat >want <<-'END'
	{"id":"in","text":"      3 The pier is closed.\n\n      1 New.\n\n      1 --\n"}
	END
	same got want
}

@test "counts over documents, and not what a state knew" {
	echo 'The pier is closed.' >one
	echo 'The mill is sold.' >two
	"$BIN/dedupe-related" --state=s one >got
	"$BIN/dedupe-related" --learn -c --state=s two one two >got
	echo '      2 The mill is sold.' >want
	same got want
}

@test "drops with --repeats=none all that occurs more than once" {
	blocks 'The pier is closed.' New. 'the pier is CLOSED' -- -- >in
	"$BIN/dedupe-related" --learn --repeats=none in >got
	blocks New. -- -- >want
	same got want
	"$BIN/dedupe-related" --learn --repeats=first in >got
	blocks 'The pier is closed.' New. -- -- >want
	same got want
	"$BIN/dedupe-related" --learn --repeats=none -a in | cut -f 2,4,6-9 >got
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' >want \
	    0 drop exact in 27 'occurs more than once' \
	    21 keep '' '' '' 'not seen before' \
	    27 drop exact in 0 'occurs more than once' \
	    47 keep '' '' '' 'too few words' \
	    51 keep '' '' '' 'too few words'
	same got want
}

@test "--count and --repeats=none need --learn" {
	status_is 2 "$BIN/dedupe-related" -c
	grep -q -- '--count needs --learn' err
	status_is 2 "$BIN/dedupe-related" --repeats=none
	grep -q -- '--repeats=none needs --learn' err
	status_is 2 "$BIN/dedupe-related" --learn --repeats=last
	status_is 0 "$BIN/dedupe-related" --repeats=first </dev/null
}
