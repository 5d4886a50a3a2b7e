#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# report - the page of HTML that bench/report makes of anybody's texts

load helper

REPORT=$BATS_TEST_DIRNAME/../bench/report

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C BIN OUT=$BATS_TEST_TMPDIR/report.html
	command -v jq >/dev/null || skip "no jq"
	mkdir pages
}

# hostile: what would do harm in a page that took it for markup
hostile() {
	printf '%s\n\n' '</p></div><script>alert(1)</script> <img src=x>' \
		'"Do <b>not</b> run it, & go," said Ann "Nail" Field. &lt;' \
		'<style>*{display:none}</style> <!-- ]]> http://example.org/x.js'
	printf 'Red \033[31m, bell \007, nul \000, bad \377\300\200.\r\n\r\n'
	printf 'Turned \342\200\256 around, C1 \302\205, none \357\277\277.\r\n'
}

# none PATTERN..: the report has no such thing
none() {
	if grep "$@" "$OUT"; then return 1; fi
}

# well_formed: to a parser where there is one; and no tag but the report's own
well_formed() {
	! command -v xmllint >/dev/null || xmllint --noout "$OUT"
	sed 's/<style>/&\n/; /<style>/,/<\/style>/d' "$OUT" |
		grep -o '<[^ />][^ />]*' | sort -u | tr -d '<' >tags
	while read -r tag; do
		case $tag in
		a|article|b|bdi|body|dd|div|dl|dt|h1|h2|head|html|input|label) ;;
		li|meta|p|small|span|style|table|tbody|td|th|thead|title) ;;
		tr|ul|!DOCTYPE) ;;
		*) echo "a tag of others: $tag"; return 1 ;;
		esac
	done <tags
}

@test "without a folder the report shows the project's fixtures" {
	status_is 0 "$REPORT"
	[ "$(cat out)" = "$OUT" ]
	well_formed
	grep -q 'tests/fixtures/demo/page.txt' "$OUT"
}

@test "the same pages give the same bytes" {
	"$REPORT"
	mv "$OUT" first
	"$REPORT"
	same first "$OUT"
}

@test "nothing of a hostile page or name is markup, and nothing is loaded" {
	hostile >pages/'a"><script>.txt'
	hostile >"$(printf 'pages/b\377.txt')"
	: >pages/empty.txt
	status_is 0 "$REPORT" pages
	well_formed
	none -E '<(script|img|link|iframe)| (src|on[a-z]+)="' "$OUT"
	none -E '(href|content)="[^#"]*(//|:)[^"]*"' "$OUT"
	none -P '[\x00-\x08\x0b-\x1f\x7f]' "$OUT"
	none "$(printf '\342\200\256')" "$OUT"
	grep -q '&lt;script&gt;alert(1)&lt;/script&gt;' "$OUT"
	grep -q 'a&quot;&gt;&lt;script&gt;.txt' "$OUT"
	grep -q "default-src 'none'" "$OUT"
	[ "$(grep -c '<article' "$OUT")" = 3 ]
}

@test "the report is valid UTF-8" {
	hostile >pages/bad.txt
	"$REPORT" pages
	iconv -f UTF-8 -t UTF-8 "$OUT" >/dev/null
}

@test "the counts are those of the tools" {
	page=$FIXTURES/demo/page.txt
	cp "$page" pages/page.txt
	"$REPORT" pages
	has() { # has CLASS..: blocks of these classes
		grep -c "<div class=\"block $1" "$OUT"
	}
	[ "$(has drop)" = "$("$BIN/strip-boilerplate" -a "$page" |
		cut -f 4 | grep -c drop)" ]
	[ "$(has keep)" = "$("$BIN/strip-boilerplate" -a "$page" |
		cut -f 4 | grep -c keep)" ]
	[ "$(has '[^"]* begins')" = "$("$BIN/split-sections" "$page" | wc -l)" ]
	[ "$(grep -c 'class="repeat"' "$OUT")" = \
		"$("$BIN/dedupe-related" -a "$page" | cut -f 4 | grep -c drop)" ]
	n=$("$BIN/extract-quotes" "$page" | wc -l)
	[ "$(grep -o '<dt>quotations</dt><dd>[0-9]*' "$OUT" |
		sort -u)" = "<dt>quotations</dt><dd>$n" ]
	[ "$(sed '1,/<article/d' "$OUT" |
		grep -o 'class="who"' | wc -l)" = "$n" ]
	grep -q '</span> Ann Castellano</span>' "$OUT"
}

@test "a repeat links to what it repeats, on another page" {
	for n in 1 2; do
		cp "$FIXTURES/demo/page.txt" pages/$n.txt
	done
	"$REPORT" pages
	grep -o 'href="#p1-[0-9]*"' "$OUT" | sort -u | while read -r link; do
		link=${link#'href="#'}
		grep -q "id=\"${link%'"'}\"" "$OUT" || exit
	done
	grep -q 'exact: the same words, <a href="#p1-74">' "$OUT"
}

@test "PAGES are spread evenly over a folder" {
	for n in 01 02 03 04 05 06 07 08 09 10; do
		echo "Page $n has one sentence." >pages/$n.txt
	done
	PAGES=3 "$REPORT" pages
	grep -q 'makes of 3 pages of 10<' "$OUT"
	grep -o '<bdi>[0-9]*.txt' "$OUT" | sort -u | tr -d '\n' |
		grep -qx '<bdi>01.txt<bdi>04.txt<bdi>07.txt'
}

@test "JSON Lines are sampled, bad ones and those jq can't hold left out" {
	{
		echo '{"id":"one","body":"The first page has a sentence."}'
		echo 'no record'
		printf '{"body":"A deep one.","deep":'
		head -c 20000 /dev/zero | tr '\0' '['
		head -c 20000 /dev/zero | tr '\0' ']'
		printf '}\n'
		echo '{"body":"The second page has no id."}'
	} >pages.jsonl
	KEY=body "$REPORT" pages.jsonl 2>err
	well_formed
	grep -q 'makes of 2 pages of 3, 1 more left out' "$OUT"
	grep -q '(no id)' "$OUT"
	grep -q 'pages.jsonl:2: ' err
}

@test "a page too long to look at is left out, and said" {
	echo 'A short page.' >pages/a.txt
	yes 'A long page, on and on.' | head -n 10000 >pages/b.txt
	"$REPORT" pages
	grep -q 'makes of 1 page of 2, 1 more left out' "$OUT"
}

@test "a folder without text is told of" {
	status_is 1 "$REPORT" pages
	says "report: no text to show in $(realpath pages)"
	[ ! -e "$OUT" ]
}

@test "README's picture is made anew, the same each time" {
	"$BATS_TEST_DIRNAME/../bench/picture" >page.svg
	"$BATS_TEST_DIRNAME/../bench/picture" >again.svg
	same page.svg again.svg
	! command -v xmllint >/dev/null || xmllint --noout page.svg
	grep -q '>Mayor Ann Castellano</tspan>' page.svg
	[ "$(grep -c 'class="role' page.svg)" = 20 ]
}
