#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# shards - dedupe-related over parts of an input: what split, sort and sh, as
# the engine, make of the parts is what one process makes of the whole.
# shellcheck disable=SC2012,SC2016,SC2046,SC2059,SC2086

load helper

TIERS=--tier=exact,teaser,crumb
PARTS='0 1 2 3 4 5 6 7'

# stream DOCUMENTS SEED: invented documents, each ended by a form feed line
stream() {
	awk -v documents="$1" -v seed="$2" \
	    -f "$BATS_TEST_DIRNAME/stream.awk"
}

# as_jsonl: the stream as records
as_jsonl() {
	awk '$0 == "\f" { printf "{\"id\":%d,\"text\":\"%s\"}\n", ++n, text
			text = ""; next }
		{ gsub(/"/, "\\\""); text = text $0 "\\n" }'
}

# cut_lines FILE SEED: FILE.0 to FILE.7 at random lines, perhaps without any
cut_lines() {
	for part in $PARTS; do
		: >"$1.$part"
	done
	awk -v seed="$2" -v name="$1" '
		function dice(n) { seed = seed * 16807 % 2147483647
			return seed % n }
		{ line[NR] = $0 }
		END {
			for (i = 1; i < 8; i++)
				bound[1 + dice(NR + 1)]++
			for (i = 1; i <= NR; i++) {
				part += bound[i]
				print line[i] >(name "." part)
			}
		}' "$1"
}

# map FILE OPTION...: the key lines of all parts
map() {
	local file=$1

	shift
	for part in $PARTS; do
		"$BIN/dedupe-related" $TIERS "$@" --emit-keys --part="$part" \
			"$file.$part"
	done
}

# apply FILE OPTION...: the output of all parts, with the file `drops`
apply() {
	local file=$1

	shift
	for part in $PARTS; do
		"$BIN/dedupe-related" $TIERS "$@" --apply=drops --part="$part" \
			"$file.$part"
	done
}

# agrees FILE OPTION...: parts and one process
agrees() {
	map "$@" | sort | "$BIN/dedupe-related" --reduce >drops
	apply "$@" >got
	"$BIN/dedupe-related" $TIERS "${@:2}" "$1" >want
	[ -s want ]
	cmp got want
}

@test "8 parts through sort give what one process gives" {
	stream 240 1 | as_jsonl >in
	cut_lines in 5
	agrees in -j
	grep -q "$(printf '\te\t')" drops
	grep -q "$(printf '\tt\t')" drops
	grep -q "$(printf '\tc\t')" drops
	apply in -j -v >got
	"$BIN/dedupe-related" $TIERS -j -v in >want
	cmp got want
}

@test "so do other splits, seeds and options" {
	for seed in 2 3 4; do
		stream 120 $seed | as_jsonl >in
		cut_lines in "$seed"
		agrees in -j --min-words=9
		agrees in -j --blocks=para --offsets=chars
	done
	for tier in exact teaser crumb exact,crumb; do
		agrees in -j --tier=$tier
	done
}

@test "so do documents that end in NUL, and texts" {
	stream 120 6 | awk -v RS='\f\n' '{ printf "%s", $0 >(NR + 99 ".txt") }'
	for part in $PARTS; do
		ls ./*.txt | sed -n "$((part * 16 + 1)),$((part * 16 + 16))p" |
			tr '\n' '\000' >list.$part
		xargs -0 -r -I{} sh -c 'cat "$1"; printf "\000"' - {} \
			<list.$part >null.$part
	done
	cat null.? >null
	agrees null -0
	for part in $PARTS; do
		"$BIN/dedupe-related" $TIERS --emit-keys --part="$part" \
			--files0-from=list.$part
	done | sort | "$BIN/dedupe-related" --reduce >drops
	for part in $PARTS; do
		"$BIN/dedupe-related" $TIERS --apply=drops --part="$part" \
			-d got.d --files0-from=list.$part
	done
	"$BIN/dedupe-related" $TIERS -d want.d ./*.txt
	diff -r got.d want.d
}

@test "rows name the same matches, by part and document" {
	stream 120 7 | as_jsonl >in
	cut_lines in 7
	map in -j | sort | "$BIN/dedupe-related" --reduce >drops
	apply in -j -a --to=tsv >rows
	cut -f 1-6,8- rows >got
	"$BIN/dedupe-related" $TIERS -j -a --to=tsv in | cut -f 1-6,8- >want
	same got want
	grep "$(printf '\tdrop\t')" rows >want
	rm got
	apply in -j --removed=got >/dev/null
	same got want
	cut -f 7 got | grep -vqE '^[0-9]{6}\.[0-9]{9}$' && return 1
	true
}

@test "lines of a key may come in any order, and from many reducers" {
	stream 120 8 | as_jsonl >in
	cut_lines in 8
	map in -j >lines
	sort lines | "$BIN/dedupe-related" --reduce | sort >want
	awk '{ seed = (seed + 12345) * 16807 % 2147483647
		print seed "\t" $0 }' lines | sort -n | cut -f 2- >mixed
	for digit in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
		grep "^[a-z]$digit" mixed | sort -s -k 1,1 >keys.$digit
		"$BIN/dedupe-related" --reduce keys.$digit >drops.$digit
	done
	sort drops.? >got
	same got want
	cat drops.? >drops
	apply in -j >want
	for part in $PARTS; do
		"$BIN/dedupe-related" $TIERS -j --part="$part" in."$part" \
			$(printf -- '--apply=%s ' drops.?)
	done >got
	cmp got want
	"$BIN/dedupe-related" --reduce keys.? | sort >got
	sort drops >want
	same got want
}

@test "finds near repeats in other parts, and keeps what says another thing" {
	awk -v RS= '{ gsub(/\n/, " "); gsub(/"/, "\\\"")
		printf "{\"id\":%d,\"text\":\"%s\"}\n", NR, $0 }' \
		"$FIXTURES/dedupe-related/near.in" >in
	cut_lines in 3
	TIERS=
	map in -j >lines
	sort lines | "$BIN/dedupe-related" --reduce | sort >drops
	sort -r lines | "$BIN/dedupe-related" --reduce | sort >got
	same got drops
	apply in -j -a --to=tsv | cut -f 1-6,8- >got
	"$BIN/dedupe-related" -j -a --to=tsv in | cut -f 1-6,8- >want
	same got want
	grep -q "$(printf '\tdrop\t.*\tnear\t')" got
	grep -q "$(printf '\tv\t')" drops
}

@test "GNU parallel is an engine, too" {
	command -v parallel >/dev/null || skip 'no parallel'
	stream 240 9 | as_jsonl >in
	"$BIN/dedupe-related" $TIERS -j in >want
	split -n l/8 -d -a 1 in in.
	parallel --will-cite "$BIN/dedupe-related" $TIERS -j --emit-keys \
		--part={} in.{} '>' keys.{} ::: $PARTS
	parallel --will-cite \
		"grep -h '^.[{}]' keys.? | sort | $BIN/dedupe-related --reduce" \
		::: 0-3 4-7 89ab c-f >drops
	parallel --will-cite -k "$BIN/dedupe-related" $TIERS -j --apply=drops \
		--part={} in.{} ::: $PARTS >got
	cmp got want
}

@test "a key of many blocks waits in a temporary file" {
	awk 'BEGIN { for (i = 1; i <= 20000; i++)
		printf "{\"id\":%d,\"text\":\"The pier is closed.\"}\n", i }' >in
	"$BIN/dedupe-related" -j --emit-keys --part=5 in | sort -r >keys
	"$BIN/dedupe-related" --reduce keys | sort >drops
	[ "$(wc -l <drops)" = 19999 ]
	[ "$(cut -f 3 drops | uniq)" = 000005.000000001.0000000000 ]
	status_is 2 env TMPDIR=/no/such "$BIN/dedupe-related" --reduce keys
	says 'dedupe-related: temporary file: No such file or directory'
	"$BIN/dedupe-related" -j --apply=drops --part=5 in >got
	[ "$(grep -c '"text":""' got)" = 19999 ]
}

@test "--apply takes --against, as one process does" {
	stream 60 10 | as_jsonl >before
	stream 120 10 | as_jsonl | tail -n 80 >in
	"$BIN/dedupe-related" -j --state=state before >/dev/null
	cut_lines in 10
	map in -j | sort | "$BIN/dedupe-related" --reduce >drops
	apply in -j --against=state >got
	"$BIN/dedupe-related" $TIERS -j --against=state in >want
	cmp got want
}

@test "bad lines are refused with their place and a reason" {
	at=000001.000000001.0000000000
	printf 'e0123456789abcdef\t%s\n' $at >good
	"$BIN/dedupe-related" --reduce good >out
	[ ! -s out ]
	while IFS='|' read -r line reason; do
		{ cat good; printf "$line\n"; } >bad
		status_is 2 "$BIN/dedupe-related" --reduce bad
		says "dedupe-related: bad:2: $reason"
	done <<-END
	x0123456789abcdef\t$at|not a key of --emit-keys
	e0123456789ABCDEF\t$at|not a key of --emit-keys
	e0123456789abcde\t$at|not a key of --emit-keys
	|not a key of --emit-keys
	e0123456789abcdee|not a position
	e0123456789abcdee\t1.1.1|not a position
	e0123456789abcdee\t00000a.000000001.0000000000|not a position
	e0123456789abcdee\t$at 1|not a value of this key
	e0123456789abcdee\t$at 1000 5|not a value of this key
	e0123456789abcdee\t$at 1 5 |not a value of this key
	t0123456789abcdef\t$at|not a value of this key
	t0123456789abcdef\t$at x 9 00000|not a value of this key
	t0123456789abcdef\t$at o 9|not a value of this key
	t0123456789abcdef\t$at o 7|not a value of this key
	t0123456789abcdef\t$at o 9 ####\"|not a value of this key
	t0123456789abcdef\t$at o 9 #####|not a value of this key
	t0123456789abcdef\t$at o 65 00000|not a value of this key
	t0123456789abcdef\t$at s 99999999999 00000|not a value of this key
	END
	status_is 2 "$BIN/dedupe-related" --reduce absent
	says 'dedupe-related: absent: No such file or directory'
	status_is 2 "$BIN/dedupe-related" --reduce --files0-from=absent
	says 'dedupe-related: absent: No such file or directory'
	printf '\0' >empty
	status_is 2 "$BIN/dedupe-related" --reduce --files0-from=empty
	says 'dedupe-related: empty: an empty file name'
	head -c 70000 /dev/zero >bad
	status_is 2 "$BIN/dedupe-related" --reduce bad
	says 'dedupe-related: bad:1: the line is too long'
	printf '\037\213\010\000\000\000\000\000\000\003' >bad
	status_is 2 "$BIN/dedupe-related" --reduce bad
	grep -q zcat err
	status_is 2 sh -c '"$0" --reduce >/dev/full' "$BIN/dedupe-related" \
		<<-END
	e0123456789abcdef	$at
	e0123456789abcdef	000001.000000001.0000000001
	END
}

@test "lines that are not sorted, or there twice, are refused" {
	stream 20 11 | as_jsonl >in
	"$BIN/dedupe-related" -j --emit-keys --part=1 in >keys
	status_is 2 "$BIN/dedupe-related" --reduce keys
	grep -q 'keys:[0-9]*: a key comes again: the lines are not sorted' err
	cat keys keys | sort >twice
	status_is 2 "$BIN/dedupe-related" --reduce twice
	grep -q 'a position is there twice: two parts with one number?' err
}

@test "two parts of one number are found out" {
	stream 20 14 | as_jsonl >in
	stream 20 15 | as_jsonl >other
	for file in in other; do
		"$BIN/dedupe-related" -j --emit-keys --part=1 $file
	done | sort >keys
	status_is 2 "$BIN/dedupe-related" --reduce keys
	grep -q 'a position is there twice: two parts with one number?' err
}

@test "drops that are not of this input are refused" {
	stream 20 12 | as_jsonl >in
	"$BIN/dedupe-related" $TIERS -j --emit-keys --part=1 in | sort |
		"$BIN/dedupe-related" --reduce >drops
	sed 's/^000001/000002/' drops >others
	: >none
	"$BIN/dedupe-related" -j --apply=none --part=1 in >want
	"$BIN/dedupe-related" -j --apply=others --part=1 in >got
	cmp got want
	"$BIN/dedupe-related" -j --apply=others --apply=drops --part=1 in >got
	"$BIN/dedupe-related" $TIERS -j in >want
	cmp got want
	tail -n +2 in >other
	status_is 2 "$BIN/dedupe-related" -j --apply=drops --part=1 other
	grep -q -- '--apply: a drop fits no block: 000001\.' err
	head -n 15 in >other
	status_is 2 "$BIN/dedupe-related" -j --apply=drops --part=1 other
	grep -q -- '--apply: a drop fits no block: 000001\.000000016\.' err
	status_is 2 "$BIN/dedupe-related" -j --apply=drops --apply=drops \
		--part=1 in
	grep -q -- '--apply: a drop is there twice: 000001\.' err
	for bad in x "$(head -n 1 drops)x" "$(head -n 1 drops | tr e x)"; do
		{ cat drops; printf '%s\n' "$bad"; } >bad
		status_is 2 "$BIN/dedupe-related" -j --apply=bad --part=1 in
		[ ! -s out ]
		grep -q "^dedupe-related: bad:$(wc -l <bad): not a " err
	done
	status_is 2 "$BIN/dedupe-related" -j --apply=absent --part=1 in
	says 'dedupe-related: absent: No such file or directory'
}

@test "steps and options that exclude each other are refused" {
	: >drops
	for wrong in --emit-keys --apply=drops --part=1 --emit-keys=1 \
		'--reduce --part=1' '--emit-keys --part=x' \
		'--emit-keys --part=1000000' \
		'--emit-keys --reduce --part=1' \
		'--emit-keys --apply=drops --part=1' \
		'--reduce --apply=drops --part=1' \
		'--emit-keys --part=1 -a' '--emit-keys --part=1 -v' \
		'--emit-keys --part=1 --removed=x' \
		'--emit-keys --part=1 --against=x' \
		'--emit-keys --part=1 --state=x' \
		'--apply=drops --part=1 --state=x' \
		'--apply=drops --part=1 -d x --skip-existing' \
		'--reduce --state=x' '--reduce --state-info=x'; do
		# shellcheck disable=SC2086
		status_is 2 "$BIN/dedupe-related" $wrong </dev/null
		[ ! -s out ]
		tail -n 1 err | grep -qx "Try 'dedupe-related --help'."
	done
}
