# SPDX-License-Identifier: ISC
# helper - what all bats files share: load helper
#
# BIN is where the tools are. Output is compared as files: bats' $output loses
# NULs and final newlines.

BIN=${BIN:-$BATS_TEST_DIRNAME/../build/bin}
FIXTURES=$BATS_TEST_DIRNAME/fixtures
# shellcheck disable=SC2034
TOOLS='dedupe-related extract-quotes split-sections strip-boilerplate'

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
}

# golden TOOL CASE [OPTION...]: fixtures/TOOL/CASE.in must give CASE.want
golden() {
	local dir=$FIXTURES/$1 tool=$1 case=$2

	shift 2
	"$BIN/$tool" "$@" <"$dir/$case.in" >got
	diff -u "$dir/$case.want" got
}

# status_is N COMMAND...: runs it with stdout to `out`, stderr to `err`
status_is() {
	local want=$1 got=0

	shift
	"$@" >out 2>err || got=$?
	if [ "$got" != "$want" ]; then
		echo "status $got, not $want: $*"
		cat err
		return 1
	fi
}

# same FILE FILE: the same bytes
same() {
	cmp "$1" "$2" || { diff -u "$1" "$2"; return 1; }
}

# says TEXT: stderr of status_is has just this one line
says() {
	printf '%s\n' "$1" | diff -u - err
}
