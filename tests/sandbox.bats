#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# sandbox - the filter of system calls that the tools work under

load helper
load family

# filters TOOL ARG..: how many such filters the tool is under while it waits
# for input; the kernel counts them in /proc
filters() {
	mkfifo in
	"$@" <in >out 2>err &
	exec 9>in
	local n=0 tries=0
	while [ "$n" = 0 ] && [ $((tries += 1)) -lt 50 ]; do
		n=$(sed -n 's/^Seccomp_filters:[^0-9]*//p' "/proc/$!/status")
		[ "$n" != 0 ] || sleep 0.1
	done
	exec 9>&-
	wait
	rm in
	echo "$n"
}

@test "every tool works in a sandbox, narrow or with files" {
	grep -q '^Seccomp_filters:' /proc/self/status || skip "no seccomp"
	[ "${SANDBOX-1}" != 0 ] || skip "a build without"
	! nm "$BIN/strip-boilerplate" | grep -q __asan_init ||
		skip "a build without"
	for tool in $TOOLS; do
		[ "$(filters "$tool")" -gt 0 ]
		[ "$(filters "$tool" -j)" -gt 0 ]
	done
	[ "$(filters dedupe-related --state=s)" -gt 0 ]
}

@test "what the options need is let through" {
	mkdir -p sub/deep
	page >sub/deep/page.txt
	printf '%s\0' page.txt sub/deep/page.txt >list
	printf 'bad\n' >bad.jsonl
	for tool in $TOOLS; do
		status_is 0 "$tool" --output-dir=a/b --files0-from=list --stats
		[ -e a/b/sub/deep/page.txt ]
		rm -r a
		status_is 1 "$tool" -j --on-error=skip --rejects=r bad.jsonl
		same bad.jsonl r
		rm r
	done
	status_is 0 split-sections --split-dir=s/t page.txt
	[ -e s/t/page.txt.00.title.txt ]
	status_is 0 strip-boilerplate --removed=removed page.txt
	[ -e removed ]
	status_is 0 dedupe-related --state=state page.txt
	status_is 0 dedupe-related --state=state --removed=removed page.txt
	status_is 0 dedupe-related --state-info=state
	status_is 0 dedupe-related --against=state page.txt
	[ ! -s err ]
}
