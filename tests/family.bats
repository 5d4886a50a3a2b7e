#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# family - the contract that every tool keeps. What tools make of a page
# differs; so runs are compared with each other, or on sentences that all of
# them keep.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
	page >page.txt
}

sentence='The council of Westbrook voted on Monday to close the old bridge, the mayor said.'
other='Engineers found two deep cracks in a pillar near the northern bank last autumn.'
tab=$(printf '\t')

page() {
	cat <<-END
		Council votes to close the old bridge

		$sentence

		"We had no choice," said Anna Field, the mayor of Westbrook. "The bridge is not safe for cars."

		$other

		The repairs will cost two million crowns and begin in spring, the council wrote.
	END
}

# pages N: another page each time
pages() {
	page | sed "s/Westbrook/Town number $1/; s/cracks/cracks, $1 in all,/
		s/choice/choice on day $1/; s/spring/the year $1/; s/old/old no. $1/"
}

# record TEXTFILE: as JSON Lines
record() {
	printf '{"text":"'
	awk '{ gsub(/[\\"]/, "\\\\&"); printf "%s\\n", $0 }' "$1"
	printf '"}\n'
}

# wet TEXTFILE [HEADER]: as a WARC record
wet() {
	printf 'WARC/1.0\r\nWARC-Type: conversion\r\n%s' "${2-}"
	printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$1")"
	cat "$1"
	printf '\r\n\r\n'
}

# body: output without the columns doc, start and end, where it has such
body() {
	cut -f4-
}

# What TSV tools write in records, taken out: the record as it came.
without_member() {
	sed -E 's/,"(quotes|sections|blocks)":\[[^]]*\]//'
}

@test "--help and --version say what it is, with status 0" {
	for tool in $TOOLS; do
		for option in -h --help --help-all; do
			status_is 0 "$tool" $option
			[ ! -s err ]
			head -n 1 out | grep -q "^usage: $tool "
			grep -q -- '^  -h, --help ' out
			[ "$(wc -L <out)" -le 80 ]
		done
		"$tool" --help-all | grep -q -- ' --files0-from=FILE '
		for option in -V --version; do
			status_is 0 "$tool" $option
			grep -qE "^$tool \(copydesk\) [0-9.]+$" out
			[ ! -s err ]
		done
	done
}

@test "--help, --help-all and the manual name the same options" {
	local here=$BATS_TEST_DIRNAME/../man
	for tool in $TOOLS; do
		"$tool" --help-all | grep -E '^  (-|  )' |
			grep -oE '^ +(-[A-Za-z0-9], )? *--[a-z0-9-]+' |
			grep -oE -- '-[^ ,]+' | sort -u >help
		cat "$here/$tool.1" "$here/copydesk.7" | grep '^\.It Fl' |
			grep -oE 'Fl [^ ]+' |
			sed 's/^Fl /-/; s/\\-/-/g' | sort -u >manual
		diff help manual
		"$tool" --help | grep -oE '^ +(-[A-Za-z0-9], )? *--[a-z0-9-]+' |
			grep -oE -- '-[^ ,]+' | sort -u >own
		grep -vxFf help own && return 1
		grep '^\.It Fl' "$here/$tool.1" | grep -oE 'Fl [^ ]+' |
			sed 's/^Fl /-/; s/\\-/-/g' | sort -u >own_manual
		grep -vxFf own own_manual && return 1
		true
	done
}

@test "the manuals are clean under mandoc -Tlint" {
	command -v mandoc >/dev/null || skip "no mandoc"
	for page in "$BATS_TEST_DIRNAME"/../man/*.[17]; do
		mandoc -Tlint -Wwarning "$page"
	done
}

@test "wrong usage ends with 2 and points to --help" {
	for tool in $TOOLS; do
		for wrong in --no-such-option --blocks=x --blocks= --to=xml \
			--offsets=words --on-error=stop --max-doc=0 \
			--max-doc=-1 --max-doc=1x --max-doc=99999999T \
			'-0 -j' '-j --wet' '--wet -0' --on-error=pass \
			'--wet --on-error=pass' '-0 --to=jsonl --on-error=pass' \
			--skip-existing '--files0-from=x page.txt' \
			--help=x -k; do
			# shellcheck disable=SC2086
			status_is 2 "$tool" $wrong <page.txt
			[ ! -s out ]
			[ "$(wc -l <err)" = 2 ]
			head -n 1 err | grep -q "^$tool: "
			[ "$(tail -n 1 err)" = "Try '$tool --help'." ]
		done
		status_is 2 "$tool" --no-such-option
		head -n 1 err | grep -q -- no-such-option
		status_is 2 "$tool" --max-doc=7x
		grep -q -- "^$tool: option --max-doc: not a number: 7x" err
	done
}

@test "an operand that can't be read is named, and the others are read" {
	mkdir dir
	for tool in $TOOLS; do
		"$tool" page.txt >want
		status_is 1 "$tool" missing.txt page.txt dir
		printf '%s: %s\n' "$tool" 'missing.txt: No such file or directory' \
			"$tool" 'dir: Is a directory' | diff - err
		same want out
		status_is 1 "$tool" $'\033[31m\xFF' page.txt
		says "$tool: \\x1B[31m\\xFF: No such file or directory"
		status_is 1 "$tool" ''
		says "$tool: : No such file or directory"
	done
}

@test "an unreadable file is named" {
	chmod 0 page.txt
	! cat page.txt 2>/dev/null || skip "root may read it"
	for tool in $TOOLS; do
		status_is 1 "$tool" page.txt
		says "$tool: page.txt: Permission denied"
	done
}

@test "standard input that can't be read ends it with 2" {
	for tool in $TOOLS; do
		for format in '' -0 -j --wet --to=jsonl; do
			# shellcheck disable=SC2086
			status_is 2 "$tool" $format <&-
			says "$tool: -: Bad file descriptor"
			# shellcheck disable=SC2086
			status_is 2 "$tool" $format <.
			says "$tool: -: Is a directory"
		done
	done
}

@test "output that can't be written ends it with 2" {
	[ -c /dev/full ] || skip "no /dev/full"
	for tool in $TOOLS; do
		for args in --help --version page.txt '-0 page.txt' \
			'-u page.txt' '--to=jsonl page.txt'; do
			# shellcheck disable=SC2086
			{ status=0; "$tool" $args >/dev/full 2>err || status=$?; }
			[ $status = 2 ]
			says "$tool: standard output: No space left on device"
		done
		for args in --help page.txt; do
			{ status=0; "$tool" $args >&- 2>err || status=$?; }
			[ $status = 2 ]
			says "$tool: standard output: Bad file descriptor"
		done
	done
}

@test "a reader that leaves early is no fault" {
	for n in $(seq 400); do pages "$n"; echo; done >many.txt
	for tool in $TOOLS; do
		"$tool" -u many.txt 2>err | head -c 1 >out
		[ "$(wc -c <out)" = 1 ]
		[ ! -s err ]
	done
}

@test "empty input gives empty output" {
	printf '\n \n\r\n' >blank
	printf '\357\273\277' >bom
	for tool in $TOOLS; do
		for format in '' -0 -j --wet --to=text --to=null; do
			# shellcheck disable=SC2086
			status_is 0 "$tool" $format </dev/null
			[ "$(tr -d '\0' <out | wc -c)" = 0 ]
			[ ! -s err ]
		done
		"$tool" -j <bom >out
		[ ! -s out ]
		status_is 0 "$tool" blank bom
		[ "$(grep -cv "$tab" out)" = 0 ]
		printf '\0\0' | "$tool" -0 >out
		printf '\0\0' | cmp - out
	done
}

@test "a single byte is a document" {
	for tool in $TOOLS; do
		for byte in x '"' '\n' '\0' '\r' ' ' '\377' '\342' '<' '(' B \
			'\037' '{'; do
			# shellcheck disable=SC2059
			printf "$byte" >byte
			status_is 0 "$tool" byte
			[ ! -s err ]
			status_is 0 "$tool" -0 byte
			status_is 0 "$tool" --to=jsonl byte
			[ "$(wc -l <out)" = 1 ]
		done
	done
}

@test "a last line without newline is a line" {
	head -c -1 page.txt >cut.txt
	record page.txt >page.jsonl
	head -c -1 page.jsonl >cut.jsonl
	for tool in $TOOLS; do
		"$tool" <page.txt | body | sed 's/\\n$//' >want
		"$tool" <cut.txt | body | sed 's/\\n$//' >out
		same want out
		"$tool" -j <page.jsonl >want
		"$tool" -j <cut.jsonl >out
		same want out
		"$tool" -0 <page.txt >want
		(cat page.txt; printf '\0') | "$tool" -0 >out
		same want out
	done
}

@test "line endings stay as they are, and change nothing else" {
	sed 's/$/\r/' page.txt >crlf.txt
	for tool in $TOOLS; do
		"$tool" <page.txt | body | sed 's/\\[rn]//g' >want
		"$tool" <crlf.txt >out
		body <out | tr -d '\r' | sed 's/\\[rn]//g' | cmp want -
		if ! grep -q "$tab" out; then
			sed 's/\r$//' out | sed 's/$/\r/' | cmp - out
		fi
	done
}

@test "a byte order mark counts in offsets and is dropped" {
	(printf '\357\273\277'; cat page.txt) >bom.txt
	for tool in $TOOLS; do
		"$tool" <page.txt | body >want
		"$tool" <bom.txt | body | sed 's/\xEF\xBB\xBF//' | cmp want -
		"$tool" -a <page.txt | awk -F'\t' '{ print $2 + 3, $3 + 3 }' >want
		"$tool" -a <bom.txt | cut -f 2,3 --output-delimiter=' ' |
			cmp want -
		"$tool" -a <page.txt | awk -F'\t' '{ print $2 + 1, $3 + 1 }' >want
		"$tool" -a --offsets=chars <bom.txt |
			cut -f 2,3 --output-delimiter=' ' | cmp want -
	done
}
