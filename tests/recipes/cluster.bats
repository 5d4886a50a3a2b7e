#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# cluster - dedupe-related over hosts and nodes that this machine plays gives
# what one process gives; skipped with a word where a machine can't

load ../helper

ROOT=$BATS_TEST_DIRNAME/../..
RECIPES=$ROOT/recipes/cluster

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
	awk -v documents=240 -v seed=3 -f "$ROOT/tests/stream.awk" |
		awk '$0 == "\f" { printf "{\"id\":%d,\"text\":\"%s\"}\n", ++n,
				text; text = ""; next }
			{ gsub(/"/, "\\\""); text = text $0 "\\n" }' >in
}

# try RECIPE WORD: runs it, and is skipped where it says that it can't
try() {
	local status=0

	"$RECIPES/$1" in >out 2>err || status=$?
	cat err
	[ "$status" != 77 ] || skip "$(tail -n 1 err)"
	[ "$status" = 0 ]
	grep -q "^$1: .*the same bytes$" out
}

@test "GNU parallel and ssh on two hosts" {
	BLOCK=10k try try-ssh
}

@test "job arrays of Slurm" {
	try try-slurm
}

@test "over-ssh fails where a host can't do its part" {
	command -v parallel >/dev/null || skip 'no parallel'
	printf '#!/bin/sh\nexit 3\n' >away
	chmod +x away
	echo "1/$PWD/away host" >hosts
	if "$RECIPES/over-ssh" hosts in >out; then
		return 1
	fi
	[ ! -s out ]
}
