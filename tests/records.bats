#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# records - what every tool does with JSON Lines and WET, good and bad

load helper
load family

# good N: a record whose text every tool keeps
good() {
	printf '{"id":%d,"text":"%s"}\n' "$1" "$(pages "$1" | sed -n 3p)"
}

@test "a record's other bytes are copied as they came" {
	local text='The council of Westbrook voted to \u0063lose the old bridge on Monday\/, the \"mayor\" said.'
	local heron='A heron has nested on the \u0072oof of the mill in spring\/, the \"keeper\" wrote to us.'
	local rain='Rain kept the \u0062akers away from the fair\/, so that \"nobody\" had fresh bread on Sunday.'
	{
		printf '\357\273\277'
		printf '{"n":12345678901234567890,"f":1.0,"e":-1.50E+0,"text":"%s"}\n' "$text"
		printf '\n  \t\r\n'
		printf ' { "z" : [ 1 , {"text":7} ] ,\t"text" : "%s" , "a" : null } \r\n' "$heron"
		printf '{"a":"\\u00e9\\ud83d \303\251\377","text":"%s","a":2,"":{}}' "$rain"
	} >in.jsonl
	{
		tail -c +4 in.jsonl | grep '[^[:space:]]'
	} >want
	for tool in $TOOLS; do
		status_is 0 "$tool" -j in.jsonl
		[ ! -s err ]
		without_member <out | cmp want -
		status_is 0 "$tool" -j -k a -k text --id-key=z in.jsonl
		without_member <out | cmp want -
	done
}

@test "a member that is there already is replaced where it stands" {
	for pair in extract-quotes:quotes split-sections:sections; do
		printf '{"%s":[1,{"a":2}],"text":"%s","b":1}\n' \
			"${pair#*:}" "$sentence" >in
		"${pair%:*}" -j in >out
		grep -q "^{\"${pair#*:}\":\[.*\],\"text\":\"The .*said\.\",\"b\":1}$" out
		[ "$(grep -o "${pair#*:}" out | wc -l)" = 1 ]
	done
}

@test "a text with NUL, bad UTF-8 or a lone surrogate is read" {
	local sentence='“We voted on Monday to close the old bridge of Westbrook,” said Anna Field.'
	for tool in $TOOLS; do
		printf '{"text":"%s"}\n' "${sentence/old/o\\u0000ld}" |
			"$tool" -j --to=text | body >out
		printf '%s\n' "$sentence" | sed 's/old/o\x00ld/' | "$tool" |
			body | cmp - out
		for bad in '\u00e9\ud800' '\udc00' $'\xFF' $'\xE2\x82'; do
			printf '{"text":"%s"}\n' "${sentence/old/o${bad}ld}" >in
			status_is 0 "$tool" -j --to=null -a in
			grep -q $'o\(\xC3\xA9\)*\xEF\xBF\xBDld' out
			status_is 0 "$tool" -j in
			without_member <out | cmp in -
		done
		printf '%s\n' "$sentence" | sed 's/old/o\xFFl\xE2\x82d/' >in
		"$tool" --to=jsonl in | grep -q $'o\xEF\xBF\xBDl\xEF\xBF\xBDd'
	done
}

@test "nesting a hundred thousand deep is as good as flat" {
	awk 'BEGIN {
		printf "{\"a\":"
		for (i = 0; i < 100000; i++) printf "[{\"b\":"
		printf "0"
		for (i = 0; i < 100000; i++) printf "}]"
		printf ",\"text\":\"\"}\n"
	}' >in
	for tool in $TOOLS; do
		"$tool" -j in | without_member | cmp in -
	done
}

# Bad records, a line each.
bad_records() {
	cat <<-'END'
		["text"]
		not json
		{"id":1}
		{"text":null}
		{"text":"a","text":"b"}
		{"id":1,"id":1,"text":"a"}
		{"text":"a"
		{"text":"a"} {}
	END
}

@test "a bad record ends it with 2, all before it is written" {
	bad_records | while IFS= read -r bad; do
		(good 1; echo; good 2; printf '%s\r\n' "$bad"; good 3) >in
		(good 1; good 2) >want
		printf '%s\r\n' "$bad" >want.bad
		for tool in $TOOLS; do
			rm -f bad
			status_is 2 "$tool" -j --rejects=bad in
			without_member <out | cmp want -
			grep -qE "^$tool: in:4: [a-z]" err
			[ "$(wc -l <err)" = 1 ]
			cmp want.bad bad
		done
	done
}

@test "--on-error=skip leaves bad records out, and ends with 1" {
	(good 1; bad_records; good 2) >in
	(good 1; good 2) >want
	bad_records >want.bad
	for tool in $TOOLS; do
		echo before >bad
		status_is 1 "$tool" -j --on-error=skip --rejects=bad in
		without_member <out | cmp want -
		(echo before; cat want.bad) | cmp - bad
		[ "$(wc -l <err)" = 8 ]
		head -n 1 err | grep -q "^$tool: in:2: a JSON array: "
		sed -n 2p err | grep -q "^$tool: in:3: not a JSON object$"
		tail -n 1 err | grep -q "^$tool: in:9: not valid JSON"
		status_is 1 "$tool" -j --on-error=skip --to=tsv -a in
	done
}

@test "--on-error=pass copies bad records as they are" {
	(good 1; bad_records; printf 'last') >in
	(cat in; echo) >want
	for tool in $TOOLS; do
		status_is 1 "$tool" -j --on-error=pass in
		without_member <out | cmp want -
		[ "$(wc -l <err)" = 9 ]
	done
}

@test "a record larger than --max-doc is a bad one, however large" {
	local x
	x=$(head -c 300000 /dev/zero | tr '\0' x)
	(good 1; printf '{"text":"%s"}\n' "$x"; good 2) >in.jsonl
	(printf 'a\0%s\0b\0' "$x") >in.null
	printf '%s\n' "$x" >x
	printf '%s\n' "$sentence" >s
	(wet s; wet x; wet s) >in.wet
	wet x | head -c -4 >want.bad
	for tool in $TOOLS; do
		status_is 1 "$tool" -j --max-doc=1K --on-error=skip --rejects=bad.j in.jsonl
		without_member <out | cmp - <(good 1; good 2)
		sed -n 2p in.jsonl | cmp - bad.j
		says "$tool: in.jsonl:2: larger than --max-doc"
		status_is 1 "$tool" -0 --max-doc=200 --on-error=pass in.null
		tr '\0' '\n' <out | grep -q xxxx
		status_is 1 "$tool" -0 --max-doc=200 --on-error=skip --rejects=bad.0 in.null
		[ "$(tr -cd '\0' <out | wc -c)" = 2 ]
		printf '%s\0' "$x" | cmp - bad.0
		status_is 1 "$tool" --wet --max-doc=1K --on-error=skip --rejects=bad.w in.wet
		[ "$(wc -l <out)" = 2 ]
		cmp want.bad bad.w
		status_is 2 "$tool" --max-doc=1K --to=jsonl x
		says "$tool: x:1: larger than --max-doc"
		status_is 0 "$tool" --max-doc=1K x
		rm bad.*
	done
}

@test "WET records are told by header name, in any case and order" {
	printf '%s\n' "$sentence" >s
	{
		printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 12\r\n\r\nWARC/1.0\r\n\r\n\r\n\r\n'
		wet s
		printf 'WARC/1.1\nCONTENT-LENGTH:%d\nwarc-record-id: <urn:b>\n' "$(wc -c <s)"
		printf 'WaRc-TyPe:conversion\nX-Other: 1\n\n'
		sed 's/Westbrook/Eastbrook/' s
		printf 'WARC/1.0\nContent-Length: 0\nWARC-Type: request\n\n\n\n'
		printf 'WARC/1.0\nContent-Length: 2\nWARC-Type: metadata\n\nab\n\n'
	} >in.wet
	for tool in $TOOLS; do
		status_is 0 "$tool" --wet in.wet
		[ ! -s err ]
		without_member <out | sed 's/\\n"/"/' >got
		printf '{"text":"%s"}\n{"id":"urn:b","text":"%s"}\n' \
			"$sentence" "${sentence/West/East}" | diff - got
	done
}

@test "what is wrong with a WET record is said, the others are read" {
	printf '%s\n' "$sentence" >s
	wet s >good.wet
	for bad in 'WARC/1.0|no Content-Length' \
		'WARC/1.0\nContent-Length: -7|Content-Length is no number' \
		'garbage|not a WARC record'; do
		# shellcheck disable=SC2059
		printf "${bad%|*}\n\nWARC is not at its end\n\n" >bad
		(cat good.wet bad; wet page.txt) >in.wet
		for tool in $TOOLS; do
			status_is 2 "$tool" --wet in.wet
			[ "$(wc -l <out)" = 1 ]
			says "$tool: in.wet:2: ${bad#*|}"
			rm -f rejects
			status_is 1 "$tool" --wet --on-error=skip \
				--rejects=rejects in.wet
			[ "$(wc -l <out)" = 2 ]
			cmp bad rejects
		done
	done
}

@test "a WET record that ends too early is a bad one" {
	printf '%s\n' "$sentence" >s
	wet s >good.wet
	wet page.txt | head -c 300 >cut
	head -c 30 cut >cut.header
	printf 'WARC/1.0\nWARC-Type: request\nContent-Length: 9\n\nabc' >cut.other
	for tool in $TOOLS; do
		"$tool" --wet good.wet >want
		for cut in cut cut.header cut.other; do
			cat good.wet $cut >in.wet
			status_is 2 "$tool" --wet in.wet
			same want out
			grep -q "^$tool: in.wet:2: the input ends " err
			[ "$(wc -l <err)" = 1 ]
		done
		rm -f rejects
		status_is 1 "$tool" --wet --on-error=skip --rejects=rejects \
			<(cat good.wet cut)
		cmp cut rejects
	done
}

@test "a WARC header that does not end is refused, in one read or many" {
	(printf 'WARC/1.0\nX: '; head -c 100000 /dev/zero | tr '\0' x
		printf '\nWARC-Type: conversion\nContent-Length: 0\n\n') >in.wet
	for tool in $TOOLS; do
		status_is 2 "$tool" --wet <in.wet
		says "$tool: -:1: WARC header without end"
		dd bs=900 if=in.wet 2>/dev/null |
			status_is 2 "$tool" --wet
		says "$tool: -:1: WARC header without end"
	done
}

@test "a WET record begins with a line, in one read or many" {
	printf 'The ferry came.\n' >s
	wet s >good.wet
	for tool in $TOOLS; do
		"$tool" --wet good.wet >want
		(printf 'no WET '; sleep 0.3; cat good.wet good.wet) |
			status_is 1 "$tool" --wet --on-error=skip
		same want out
		says "$tool: -:1: not a WARC record"
		(printf 'no WET\n'; sleep 0.3; cat good.wet) |
			status_is 1 "$tool" --wet --on-error=skip
		same want out
	done
}

@test "-u writes a record while the next one is awaited" {
	good 1 >in.jsonl
	(cat page.txt; printf '\0') >in.null
	wet page.txt >in.wet
	mkfifo in out.fifo
	for tool in $TOOLS; do
		for format in -0:null -j:jsonl --wet:wet; do
			"$tool" -u "${format%:*}" <in >out.fifo &
			exec 5>in 6<out.fifo
			cat in."${format#*:}" >&5
			IFS= read -r -t 60 -n 1 -u 6 byte
			[ -n "$byte" ]
			exec 5>&-
			cat <&6 >/dev/null
			exec 6<&-
			wait $!
		done
	done
}

@test "what can not be written to --rejects or --removed ends the run" {
	[ -c /dev/full ] || skip "no /dev/full"
	printf 'bad\n{"text":"Home"}\n' >in
	for tool in $TOOLS; do
		status_is 2 "$BIN/$tool" -j --on-error=skip \
			--rejects=/dev/full in
		grep -qx "$tool: /dev/full: No space left on device" err
	done
	printf 'Home\n\nHome\n' >in
	for tool in dedupe-related strip-boilerplate; do
		status_is 2 "$BIN/$tool" --removed=/dev/full in
		says "$tool: /dev/full: No space left on device"
	done
}

@test "--rejects has what is no WARC record as it came, however long" {
	awk 'BEGIN { for (i = 0; i < 300000; i++) print "no record", i }' >want
	{ cat want
	  printf 'WARC/1.0\r\nWARC-Type: conversion\r\n'
	  printf 'Content-Length: 4\r\n\r\nHome\r\n\r\n'; } >in
	for tool in $TOOLS; do
		rm -f rejects
		status_is 1 "$BIN/$tool" --wet --on-error=skip \
			--rejects=rejects in
		same want rejects
		[ "$(wc -l <out)" -eq 1 ]
	done
}
