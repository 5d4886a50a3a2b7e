#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# packages - the recipes that need Debian packages; each is skipped with a word
# where its package is not there

load ../helper

ROOT=$BATS_TEST_DIRNAME/../..
RECIPES=$ROOT/recipes
FIXTURES=$ROOT/tests/fixtures

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
	mkdir pages
	cp "$FIXTURES/demo/page.txt" pages/bridge.txt
	cp "$FIXTURES/recipes/news.txt" pages/news.txt
	cp "$FIXTURES/recipes/blog.txt" "pages/blog.txt"
	strip-boilerplate --keep=ad,breadcrumb,byline,caption,comments,date,legal,nav,notice,related,share,tags \
		--to=jsonl pages/*.txt >crawl.jsonl
}

needs() { # needs COMMAND
	command -v "$1" >/dev/null || skip "no $1"
}

# article FILE: it has the article of page.html, and nothing of its furniture
article() {
	tr -s ' \n' '  ' <"$1" >line
	grep -q 'Harbour Street school gets its roof back' line
	grep -q 'the carpenters worked on Saturdays' line
	grep -q 'three more of them are of the same age' line
	grep -qE 'cookies|Town Hall|Ferry company|Privacy' line && return 1
	extract-quotes <"$1" >rows
	[ "$(cut -f 6 rows | sort -u | tr '\n' ' ')" = \
		'Marta Lindqvist Tomas Bell ' ]
}

# same_as_base RECIPE: it counts as `quoted` does
same_as_base() {
	"$RECIPES/quoted" crawl.jsonl >want
	[ -s want ]
	"$RECIPES/$1" crawl.jsonl >got
	same got want
}

@test "html-lynx" {
	needs lynx
	"$RECIPES/html-lynx" <"$FIXTURES/recipes/page.html" >got
	article got
}

@test "html-w3m" {
	needs w3m
	"$RECIPES/html-w3m" <"$FIXTURES/recipes/page.html" >got
	article got
}

@test "parallel-null: what one process writes, in order" {
	needs parallel
	for n in 1 2 3; do
		for page in pages/*; do
			sed "s/[.]/, $n times./g" "$page"
			printf '\000'
		done
	done >null
	"$RECIPES/parallel-null" <null >got
	strip-boilerplate -0 <null >want
	cmp got want
}

@test "parallel-pipepart: what one process writes, in order" {
	needs parallel
	for n in 1 2 3; do
		sed "s/[.]/, $n times./g" crawl.jsonl
	done >many.jsonl
	"$RECIPES/parallel-pipepart" many.jsonl >got
	strip-boilerplate -j many.jsonl >want
	cmp got want
}

@test "both cut only between documents, however small a block is" {
	needs parallel
	sed 's/10M/2k/' "$RECIPES/parallel-pipepart" >small
	sh small crawl.jsonl >got
	strip-boilerplate -j crawl.jsonl | cmp - got
	for page in pages/*; do
		cat "$page"
		printf '\000'
	done >null
	sed 's/10M/2k/' "$RECIPES/parallel-null" >small
	sh small <null >got
	strip-boilerplate -0 <null | cmp - got
}

@test "quoted-jq" {
	needs jq
	same_as_base quoted-jq
}

@test "quoted-mlr" {
	needs mlr
	same_as_base quoted-mlr
}

@test "quoted-sqlite3" {
	needs sqlite3
	same_as_base quoted-sqlite3
}

@test "dolma: spans in code points cut the text as Python would" {
	needs jq
	sed 's/^{/&"source":"westbrook",/' crawl.jsonl | tee documents |
		gzip >in.gz
	"$RECIPES/dolma" in.gz | gzip -dc >attributes
	[ "$(wc -l <attributes)" = 3 ]
	jq -c '[.id, .source]' documents >want
	jq -c '[.id, .source]' attributes >got
	same got want
	jq -nr --slurpfile text documents '[inputs] | to_entries[]
		| $text[.key].text as $t
		| .value.attributes.copydesk__copydesk__quotes[]
		| $t[.[0]:.[1]]' attributes >got
	extract-quotes -j documents | jq -r '.quotes[].text' >want
	[ -s want ]
	same got want
	jq -nr --slurpfile text documents '[inputs] | to_entries[]
		| $text[.key].text as $t
		| .value.attributes.copydesk__copydesk__boilerplate[]
		| $t[.[0]:.[1]]' attributes >dropped
	grep -q 'We use cookies' dropped
	strip-boilerplate -j -v documents | jq -r .text | grep . >want
	grep . dropped >got
	same got want
}

@test "ninja: does again what changed, and no other" {
	needs ninja
	cp pages/news.txt 'pages/good news.txt'
	"$RECIPES/ninja" pages out >build.ninja
	ninja >/dev/null
	grep -q "$(printf '\tspeech\t.*\tAnn Castellano\t')" out/quotes.tsv
	strip-boilerplate <pages/news.txt | cmp - out/news.txt.article
	[ -s 'out/good news.txt.article' ]
	ninja -n | grep -q 'no work to do'
	touch pages/news.txt
	ninja -n -v >log
	[ "$(grep -c strip-boilerplate log)" = 1 ]
}
