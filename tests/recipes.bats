#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# recipes - the recipes that need nothing but the base system, on invented pages.
# Those that need packages: `make recipes`.

load helper

ROOT=$BATS_TEST_DIRNAME/..
RECIPES=$ROOT/recipes

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
}

# pages DIR: invented pages of news
pages() {
	mkdir -p "$1/more"
	cp "$FIXTURES/demo/page.txt" "$1/bridge.txt"
	cp "$FIXTURES/recipes/news.txt" "$1/news.txt"
	cp "$FIXTURES/recipes/blog.txt" "$1/more/blog.txt"
}

# crawl: the pages as JSON Lines
crawl() {
	pages pages
	strip-boilerplate --keep=ad,breadcrumb,byline,caption,comments,date,legal,nav,notice,related,share,tags \
		--to=jsonl pages/*.txt pages/more/*.txt
}

# wet FILE: as a record of a WET file
wet() {
	printf 'WARC/1.0\r\nWARC-Type: conversion\r\n'
	printf 'WARC-Target-URI: http://westbrook.example/%s\r\n' "$1"
	printf 'WARC-Record-ID: <urn:uuid:%s>\r\n' "$1"
	printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$1")"
	cat "$1"
	printf '\r\n\r\n'
}

@test "each recipe says what it is, and how it is called" {
	for file in "$RECIPES"/*[!~] "$RECIPES"/cluster/*; do
		[ -f "$file" ] || continue
		grep -q '^# SPDX-License-Identifier: ISC$' "$file"
		grep -q "^# ${file##*/} - " "$file"
		case $file in
		*/setup | *.mk) ;;
		*) grep -q "^#	.*${file##*/} " "$file" && [ -x "$file" ] ;;
		esac || { echo "$file"; return 1; }
	done
}

@test "the scripts are clean to shellcheck" {
	command -v shellcheck >/dev/null || skip 'no shellcheck'
	cd "$ROOT"
	# shellcheck disable=SC2046
	shellcheck $(grep -l '^#!/bin/sh' recipes/* recipes/cluster/* \
		tests/recipes/* 2>/dev/null)
}

@test "copydesk-recipes(7) shows how each recipe is called" {
	local page=$ROOT/man/copydesk-recipes.7

	sed -n 's/^[.]Dl //p' "$page" >shown
	for file in "$RECIPES"/* "$RECIPES"/cluster/*; do
		[ -f "$file" ] || continue
		sed -n 's/^#	//p' "$file" | grep recipes/ >calls || continue
		grep -Fxf shown calls | cmp - calls
		rm calls
	done
	grep -v recipes/ shown && return 1
	true
}

@test "html-extractor: an extractor's JSON, a file a page" {
	mkdir json
	crawl >crawl.jsonl
	n=0
	while read -r record; do
		n=$((n + 1))
		printf '%s' "$record" >json/$n.json
	done <crawl.jsonl
	"$RECIPES/html-extractor" json/*.json >got
	dedupe-related -j crawl.jsonl | extract-quotes -j >want
	same got want
	grep -q '"name":"Ann Castellano"' got
}

@test "wet: two files of Common Crawl" {
	cp "$FIXTURES/demo/page.txt" bridge
	cp "$FIXTURES/recipes/news.txt" news
	wet bridge | gzip >1.wet.gz
	wet news | gzip >2.wet.gz
	"$RECIPES/wet" 1.wet.gz 2.wet.gz >got
	[ "$(wc -l <got)" = 2 ]
	grep '"id":"urn:uuid:bridge","url":"http://westbrook.example/' got |
		grep '"name":"Piet Okonjo"' | grep -vq cookies
}

@test "folder: a page each, and again only what is not there" {
	pages pages
	"$RECIPES/folder" pages to
	for page in bridge news more/blog; do
		strip-boilerplate <pages/$page.txt | cmp - to/$page.txt
	done
	rm to/news.txt
	echo kept >to/bridge.txt
	"$RECIPES/folder" pages to
	[ -s to/news.txt ]
	[ "$(cat to/bridge.txt)" = kept ]
	status_is 2 "$RECIPES/folder" pages
}

@test "quoted: who is quoted most" {
	crawl >crawl.jsonl
	"$RECIPES/quoted" crawl.jsonl >got
	[ "$(head -n 1 got | cut -f 2-)" ]
	grep -qx "$(printf '2\tAnn Castellano')" got
	cut -f 1 got | sort -c -rn
}

@test "records: documents of a corpus keep all but what goes" {
	crawl | sed 's/^{/&"metadata":{"n": 1.0},/' >crawl.jsonl
	gzip <crawl.jsonl >in.jsonl.gz
	"$RECIPES/records" in.jsonl.gz | gzip -dc >got
	strip-boilerplate -j crawl.jsonl >want
	same got want
	[ "$(grep -c '"metadata":{"n": 1.0},' got)" = 3 ]
}

@test "what fails at a pipe's head is not lost" {
	crawl >crawl.jsonl
	gzip <crawl.jsonl | head -c 300 >cut.gz
	status_is 2 "$RECIPES/records" cut.gz
	status_is 2 "$RECIPES/wet" cut.gz
	status_is 2 "$RECIPES/html-extractor" crawl.jsonl absent
	echo '{"text":7}' >>crawl.jsonl
	status_is 2 "$RECIPES/quoted" crawl.jsonl
	dedupe-related --state=may </dev/null
	status_is 2 "$RECIPES/month" may june <crawl.jsonl
	[ ! -e june ]
}

@test "month: what last month's crawl did not have" {
	crawl >may.jsonl
	"$RECIPES/month" none may <may.jsonl >got 2>err && return 1
	grep -q 'none: No such file' err
	strip-boilerplate -j may.jsonl |
		dedupe-related -j --state=may >/dev/null
	sed 's/Westbrook/Eastbrook/g; s/bridge/dam/g; s/"id":"/&june/
		s/arches/pillars/g' may.jsonl | head -n 1 >new
	cat may.jsonl new >june.jsonl
	cp may before
	"$RECIPES/month" may june <june.jsonl >got
	[ "$(wc -l <got)" = 1 ]
	grep -q '"id":"june' got
	cmp may before
	dedupe-related --state-info=june >/dev/null
}

@test "resume: a run that was broken off goes on, and gives the same" {
	crawl >all
	mkdir in
	for n in 1 2 3 4; do
		{ cat all; sed "s/[.]/, $n times./g" all; } >in/$n.jsonl
	done
	"$RECIPES/resume" in/*.jsonl want.d
	mkdir bin
	cat >bin/dedupe-related <<-'END'
		#!/bin/sh
		PATH=${PATH#*:}
		dedupe-related "$@" || exit
		case "$*" in *3.jsonl) kill -9 $PPID ;; esac
	END
	chmod +x bin/dedupe-related
	PATH=$PWD/bin:$PATH status_is 137 sh "$RECIPES/resume" in/*.jsonl got.d
	[ -e got.d/2.jsonl.state ] && [ ! -e got.d/3.jsonl.state ]
	[ -e got.d/3.jsonl.next ]
	"$RECIPES/resume" in/*.jsonl got.d
	diff -r got.d want.d
	cat in/* | dedupe-related -j >want
	cat got.d/?.jsonl | cmp - want
}

@test "build.mk: make does again what changed, and no other" {
	pages pages
	make -s -j2 -f "$RECIPES/build.mk" PAGES=pages OUT=out
	grep -q "$(printf '\tspeech\t.*\tAnn Castellano\t')" out/quotes.tsv
	strip-boilerplate <pages/news.txt | cmp - out/news.article
	make -q -f "$RECIPES/build.mk" PAGES=pages OUT=out
	touch -d '1 hour ago' out/* pages/*.txt
	touch pages/news.txt
	make -f "$RECIPES/build.mk" PAGES=pages OUT=out >log
	grep -q news.article log
	[ "$(grep -c ^strip-boilerplate log)" = 1 ]
}

# What Hadoop Streaming and Spark's pipe() promise, played on the files
# crawl/part-NNNNN.jsonl: a task has its file's name in the environment; a line
# of a mapper goes to a reducer by its key alone; a reducer has its lines sorted
# by key, the values of a key in no order.
map_all() { # map_all COMMAND: the output of each file's mapper, as out/NAME
	mkdir -p out
	for file in crawl/part-*.jsonl; do
		mapreduce_map_input_file=hdfs://name:8020/$PWD/$file.gz \
			sh -c "$1" <"$file" >"out/${file##*/}"
	done
}

shuffle() { # shuffle: to.0 to to.2, of the lines on stdin
	rm -f to.?
	awk '{ seed = (seed + 12345) * 16807 % 2147483647; print seed "\t" $0 }' |
		sort -n | cut -f 2- | awk '{
			for (sum = i = 0; i < length($1); i++)
				sum = (sum * 31 + index("0123456789abcdefgnt",
				    substr($1, i + 1, 1))) % 65521
			print >("to." sum % 3) }'
}

@test "Hadoop Streaming and Spark: key, tab, value, sorted by key" {
	for n in 1 2 3 4 5; do
		awk -v documents=40 -v seed=$((n / 2)) \
			-f "$BATS_TEST_DIRNAME/stream.awk"
	done | awk '$0 == "\f" { printf "{\"id\":%d,\"text\":\"%s\"}\n", ++n,
			text; text = ""; next }
		{ gsub(/"/, "\\\""); text = text $0 "\\n" }' >whole
	mkdir crawl
	split -n l/7 -d -a 5 --additional-suffix=.jsonl whole crawl/part-
	tiers=--tier=exact,teaser,crumb
	PATH=$RECIPES/cluster:$PATH
	map_all "part dedupe-related -j $tiers --emit-keys"
	grep -hvE '^[a-z][0-9a-f]{16}	[^	]+$' out/* && return 1
	cat out/* | shuffle
	for n in 0 1 2; do
		[ -s to.$n ]
		sort -s -t '	' -k 1,1 to.$n | dedupe-related --reduce
	done >drops
	[ -s drops ]
	map_all "part dedupe-related -j $tiers --apply=drops"
	dedupe-related -j $tiers whole >want
	cat out/* | cmp - want
	for tool in strip-boilerplate split-sections extract-quotes; do
		map_all "$tool -j"
		"$tool" -j whole >want
		cat out/* | cmp - want
	done
}

@test "part: the number that a file's name ends in" {
	cat >show <<-'END'
		#!/bin/sh
		echo "$@"
	END
	chmod +x show
	while read -r file number; do
		env map_input_file="$file" "$RECIPES/cluster/part" ./show x >got
		[ "$(cat got)" = "x --part=$number" ]
	done <<-END
		hdfs://a/part-00007.jsonl.gz 00007
		s3://b2/2026/crawl12.gz 12
		3 3
	END
	status_is 2 env map_input_file=a/b7.d/none.gz "$RECIPES/cluster/part" x
	says "part: no number at the end of a file's name: 'a/b7.d/none.gz'"
	status_is 2 "$RECIPES/cluster/part" x
}
