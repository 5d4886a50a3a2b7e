#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# bounds - memory that does not grow with what has passed through

load helper
load family

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
	! nm "$BIN/strip-boilerplate" | grep -qE '__asan_init|__gcov' ||
		skip "a sanitizer takes address space"
	[ "$(ulimit -v)" = unlimited ] || skip "a limit is set"
}

# documents FORMAT N: N pages, no two alike
documents() {
	awk -v format="$1" -v n="$2" 'BEGIN {
		nl = format == "jsonl" ? "\\n" : "\n"
		q = format == "jsonl" ? "\\\"" : "\""
		for (i = 0; i < n; i++) {
			t = "Council closes bridge " i nl nl "Home > News > " i \
			    nl nl "The council of Westbrook voted on Monday to " \
			    "close bridge " i " and its approach." nl nl \
			    q "It is not safe, and " i " people use it," q \
			    " said Ann Miller" i ", who leads the council." \
			    nl nl "Read more: bridge " i " in pictures" nl nl
			if (format == "text") printf "%s", t
			if (format == "null") printf "%s%c", t, 0
			if (format == "jsonl")
				printf "{\"id\":%d,\"text\":\"%s\"}\n", i, t
			if (format == "wet")
				printf "WARC/1.0\r\nWARC-Type: conversion\r\n" \
				    "Content-Length: %d\r\n\r\n%s\r\n\r\n", \
				    length(t), t
		}
	}'
}

# fits KIB COMMAND..: whether it works on `in` in that address space
fits() {
	(ulimit -v "$1" && exec "${@:2}") <in >out 2>err
}

# needed COMMAND..: about the least KiB that are enough for `in`
needed() {
	local low=0 high=262144 middle

	while [ $((high - low)) -gt 512 ]; do
		middle=$(((low + high) / 2))
		if fits $middle "$@"; then high=$middle; else low=$middle; fi
	done
	echo $high
}

# bounded FORMAT MORE COMMAND..: with MORE KiB than for a few hundred
# documents, a hundred times as many come through
bounded() {
	local format=$1 more=$2 kib

	shift 2
	documents "$format" 300 >in
	kib=$(needed "$@")
	documents "$format" 30000 >in
	if ! fits $((kib + more)) "$@"; then
		echo "$*: more than $kib + $more KiB"
		cat err
		return 1
	fi
	[ -s out ]
}

@test "endless texts and records need no more memory than a few" {
	for tool in extract-quotes split-sections strip-boilerplate; do
		bounded text 6144 "$tool"
		bounded text 6144 "$tool" -a -u
		bounded null 1024 "$tool" -0
		bounded jsonl 1024 "$tool" -j
		bounded jsonl 1024 "$tool" -j -a
		bounded wet 1024 "$tool" --wet
	done
}

@test "dedupe-related needs memory for what differs alone" {
	# The table of fingerprints doubles; the rings fill up.
	bounded jsonl 65536 dedupe-related -j
	bounded text 16384 dedupe-related --tier=exact
	bounded jsonl 4096 dedupe-related -j --emit-keys --part=0
}

@test "--memory is kept to in an address space of that size" {
	documents jsonl 30000 >in
	status_is 2 dedupe-related -j -M 8M <in
	grep -q 'out of memory\|--memory' err
}
