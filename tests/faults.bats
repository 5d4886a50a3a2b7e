#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# faults - every tool and format with each system call and each allocation
# failing in turn (tests/faults). FAULTS=N is how many calls of a kind are
# tried, evenly spread; `make faults` tries all.

load helper
load family

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	root=$BATS_TEST_DIRNAME/..
	shim=$root/build/faults/shim.so
	[ -e "$shim" ] || skip "make units first"
	! nm "$BIN/strip-boilerplate" | grep -qE '__asan_init|__gcov' ||
		skip "a sanitizer or gcov wants a part in it"
	for n in $(seq 12); do pages "$n"; echo; done >page.txt
	printf '%s\n\n' "Nothing here is on the other page." >other.txt
	for n in $(seq 4); do
		pages "$n" >one
		cat one; printf '\0'
		record one >&3
		wet one >&4
	done >page.nul 3>page.jsonl 4>page.wet
}

# faults INPUT TOOL [ARG..]
faults() {
	local input=$1 tool=$2

	shift 2
	"$root/build/faults/faults" "$shim" "$input" "${FAULTS:-40}" \
		"$BIN/$tool" "$@"
}

# files INPUT TOOL [ARG..]: the tool makes files in the directory `made`
files() {
	local input=$1 tool=$2

	shift 2
	"$root/build/faults/faults" -d "$shim" "$input" "${FAULTS:-12}" \
		"$BIN/$tool" "$@"
}

@test "faults are found where they are" {
	cat >careless.c <<-'END'
		#include <unistd.h>
		int main(void)
		{
			char b[512];
			ssize_t n;
			while ((n = read(0, b, sizeof b)) > 0)
				n = write(1, b, (size_t)n);
			return 0;
		}
	END
	${CC:-cc} -w -o careless careless.c || skip "no compiler"
	run "$root/build/faults/faults" "$shim" page.txt 40 "$PWD/careless"
	[ "$status" = 1 ]
	[ "$(grep -c '^bad: ' <<<"$output")" -gt 10 ]
}

@test "text" {
	for tool in $TOOLS; do
		faults page.txt "$tool"
		faults page.txt "$tool" -a
		faults page.txt "$tool" -u --to=jsonl
	done
}

@test "documents that end in NUL" {
	for tool in $TOOLS; do
		faults page.nul "$tool" -0
	done
}

@test "JSON Lines" {
	for tool in $TOOLS; do
		faults page.jsonl "$tool" -j
		faults page.jsonl "$tool" -j --annotate
	done
}

@test "WET" {
	for tool in $TOOLS; do
		faults page.wet "$tool" --wet
	done
}

@test "operands, and files made of them" {
	for tool in $TOOLS; do
		files /dev/null "$tool" --output-dir=made page.txt other.txt
	done
	files page.jsonl split-sections -j --split-dir=made/a/b
}

@test "states, saved and merged" {
	files page.txt dedupe-related --state=made/state
	"$BIN/dedupe-related" --state=s1 page.txt >/dev/null
	"$BIN/dedupe-related" --state=s2 --state-matches page.nul >/dev/null
	files page.txt dedupe-related --state=made/state --merge=s1 --merge=s2
	faults page.txt dedupe-related --min-words=6 --against=s1 --dropped
}

@test "the parts of a crawl" {
	faults page.jsonl dedupe-related -j --emit-keys --part=0
	"$BIN/dedupe-related" -j --emit-keys --part=0 page.jsonl | sort >keys
	faults keys dedupe-related --reduce
	"$BIN/dedupe-related" --reduce keys >drops
	faults page.jsonl dedupe-related -j --apply=drops --part=0
	faults page.jsonl dedupe-related -j --documents --learn
}
