#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# fuzz - what fuzzers begin with, and what they have found, through the tools
# as they are: no crash, and no status but 0 to 2. A corpus' inputs begin with
# bytes that choose options, which are passed over here.

load helper

corpus=$BATS_TEST_DIRNAME/fuzz/corpus

# survives COMMAND..: on `in`
survives() {
	local status=0

	timeout 60 "$@" <in >out 2>err || status=$?
	[ "$status" -le 2 ] && return
	echo "status $status: $*"
	head -n 20 err
	return 1
}

# each CORPUS BYTES COMMAND..: on all inputs without their first bytes
each() {
	local name=$1 bytes=$2 file

	shift 2
	for file in "$corpus/$name"/*; do
		tail -c +$((bytes + 1)) "$file" >in
		survives "$@" || { echo "$file"; return 1; }
	done
}

@test "texts" {
	for tool in $TOOLS; do
		each plain 2 "$BIN/$tool" -a
		each plain 2 "$BIN/$tool" -0 --to=jsonl
	done
}

@test "records" {
	for tool in $TOOLS; do
		each jsonl 2 "$BIN/$tool" -j --on-error=pass
		each wet 2 "$BIN/$tool" --wet --on-error=skip
		each state 1 "$BIN/$tool" --wet
	done
}

@test "states, keys, drops and phrases" {
	each state 1 "$BIN/dedupe-related" --state-info=in
	each state 1 "$BIN/dedupe-related" --against=in
	each state 1 "$BIN/dedupe-related" --apply=in --part=0
	each state 1 "$BIN/dedupe-related" --reduce
	each phrases 0 "$BIN/strip-boilerplate" --phrases=in
}
