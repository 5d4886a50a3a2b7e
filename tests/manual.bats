#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# Every example of the manuals runs, on an invented page and a small crawl.

load helper

# A folder with what the examples name.
prepare() {
	local demo=$FIXTURES/demo/page.txt month

	PATH=$BIN:$PATH
	cp "$demo" page.txt
	cut -f 2- "$FIXTURES/split-sections/man-sift.page" >manual.txt
	mkdir pages
	cp "$demo" pages/one.txt
	cp "$demo" "pages/with space.txt"
	strip-boilerplate --keep=related,comments,notice --to=jsonl \
		page.txt pages/one.txt >crawl.jsonl
	for month in pages may june; do
		cp crawl.jsonl "$month.jsonl"
	done
}

# The examples of a manual: its .Dl lines, but those of formulas and formats,
# quotes around them off.
examples() {
	awk '/^\.Sh/ { on = /EXAMPLES|DESCRIPTION/ } on' "$1" |
		sed -n 's/^\.Dl //p' | sed 's/^"\(.*\)"$/\1/; s/\\e/\\/g; s/\\-/-/g'
}

run_examples() {
	local example n=0

	prepare
	while IFS= read -r example; do
		n=$((n + 1))
		bash -e -o pipefail -c "$example" >got 2>err </dev/null || {
			echo "status $?: $example"
			cat err
			return 1
		}
		[ ! -s err ] || { echo "on stderr: $example"; cat err; return 1; }
		case $example in
		*\>*.jsonl | *--merge=* | *-d\ clean | *--split-dir=*) ;;
		*) [ -s got ] || { echo "no output: $example"; return 1; } ;;
		esac
	done < <(examples "$1")
	[ "$n" -ge "$2" ] || { echo "only $n examples"; return 1; }
}

MAN=$BATS_TEST_DIRNAME/../man

@test "the examples of dedupe-related(1) run" {
	run_examples "$MAN/dedupe-related.1" 4
	[ -s may ] && [ -s june ]
	[ "$(wc -l <june.unique.jsonl)" = 2 ]
	! grep -q Westbrook june.unique.jsonl
}

@test "the examples of extract-quotes(1) run" {
	run_examples "$MAN/extract-quotes.1" 3
}

@test "the examples of split-sections(1) run" {
	run_examples "$MAN/split-sections.1" 3
	[ -e parts/page.txt.01.title.txt ]
}

@test "the examples of strip-boilerplate(1) run" {
	run_examples "$MAN/strip-boilerplate.1" 4
}

@test "the examples of copydesk(7) run" {
	run_examples "$MAN/copydesk.7" 4
	cmp clean/pages/one.txt "clean/pages/with space.txt"
}

@test "the demonstration shows what each tool makes of its page" {
	[ "$BUILD" = "${BUILD%asan}" ] || skip "it uses the plain build"
	"$BATS_TEST_DIRNAME/demo" >got
	grep -q 'carried.*somebody falls into the river' got
	grep -q '^related.*Related Articles' got
}

@test "README's example is what the tools make of its page" {
	"$BIN/strip-boilerplate" <"$FIXTURES/demo/page.txt" |
	    "$BIN/dedupe-related" | "$BIN/extract-quotes" --header |
	    cut -f 4- >got
	sed -n '/^    kind\t/,/^$/s/^    //p' \
	    "$BATS_TEST_DIRNAME/../README.md" >want
	[ -s want ]
	diff -u want got
}
