#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# sandbox - what the tools keep from the system: calls that a filter has no
# need of, and bytes that would steer a terminal

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

# shown COMMAND: what it writes to a terminal
shown() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r'
}

@test "arguments that steer a terminal are not printed as they are" {
	for tool in $TOOLS; do
		for bad in $'-\033' $'--\033[31m' $'--wet=\233\033]0;x'; do
			status_is 2 "$tool" "$bad"
			! grep -q $'[\033\233]' err
			[ "$(tail -n 1 err)" = "Try '$tool --help'." ]
		done
		status_is 2 "$tool" $'--\033[31m'
		head -n 1 err | grep -qF "$tool: invalid option: --\\x1B[31m"
		status_is 1 "$tool" $'\033c'
		! grep -q $'\033' err
	done
}

@test "bad records named by hostile bytes leave the terminal alone" {
	printf '{"text":"a\033","id":"\033c"}\n\033[2J\n' >bad.jsonl
	for tool in $TOOLS; do
		status_is 1 "$tool" -j --on-error=skip bad.jsonl
		[ -s err ]
		! grep -q $'\033' err
	done
}

@test "rows on a terminal steer it not" {
	command -v script >/dev/null || skip "no script"
	# shellcheck disable=SC2154
	printf '%s\n\n' "$sentence" $'Red \033[31m, \302\2331m \177 \a \233.' \
		$'\033]0;title\a"We \033[1mwill stay here," said Ann Miller of Holm.' >page.txt
	for tool in $TOOLS; do
		"$tool" -a page.txt >plain
		grep -q $'\033' plain
		shown "$BIN/$tool -a --to=tsv page.txt" >seen
		[ "$(wc -l <seen)" = "$(wc -l <plain)" ]
		! grep -q $'[\033\a\177\233]' seen
		grep -qF '\x1B' seen
		grep -qF "$sentence" seen ||
			[ "$tool" = extract-quotes ]
	done
}
