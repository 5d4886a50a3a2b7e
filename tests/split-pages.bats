#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# split-pages: what split-sections takes the parts of whole pages for

load helper
load margin

# each_reads PAGE..: all are read as their margins say
each_reads() {
	local page

	for page; do
		reads "$page" || { echo "$page"; return 1; }
	done
}

@test "news: breadcrumb, title, standfirst, byline, date, body and the rest" {
	each_reads news-ferry news-herring news-islands
}

@test "a caption between two paragraphs is told by its credit" {
	margin_want news-islands | grep -q caption
	margin_want german-islands | grep -q caption
	each_reads news-islands german-islands
}

@test "blogs: comments are one section, with names and dates" {
	each_reads blog-spade blog-tea
}

@test "comments stand under the heading over them" {
	each_reads comments
}

@test "forums" {
	each_reads forum-engine forum-varnish
}

@test "products" {
	each_reads product-lamp product-lantern
}

@test "recipes" {
	each_reads recipe-leeks recipe-trout
}

@test "listings" {
	each_reads listing-cottages listing-events
}

@test "documentation: levels by number signs" {
	each_reads documentation-ferrule documentation-retries
}

@test "RFCs: levels, and no heads and feet of pages" {
	each_reads rfc-pigeons rfc-tide
}

@test "manual pages as text: levels by indent" {
	each_reads man-sift man-tide
}

@test "headings have levels, and are said again after an interruption" {
	each_reads tree
}

@test "a line under a heading is the heading's, and shows its level" {
	each_reads setext
	margin_page setext | "$BIN/split-sections" -s heading >got
	[ "$(grep -c '^---' got)" -eq 2 ]
}

@test "chapters stand under the parts of a book" {
	each_reads book
	margin_rows book | awk -F '\t' 'NR > 1 && $6' | cut -f 4-6 >want
	margin_page book | "$BIN/split-sections" | awk -F '\t' '$6' |
		cut -f 4-6 >got
	[ -s want ]
	same want got
}

@test "German pages" {
	each_reads german-bridge german-cinema german-islands
}

@test "French pages" {
	each_reads french-clogs french-lighthouse
}

@test "Japanese pages" {
	each_reads japanese-bath japanese-kiosk
}

@test "no page is left out here" {
	for page in "$PAGES"/*.page; do
		grep -q "reads.* $(basename "$page" .page)\b" "$BATS_TEST_FILENAME"
	done
}

@test "a heading with nothing under it is a section of its own" {
	margin_page tree |
		sed "s/^### 1.1 The soil/### 1.1 The gravel\n\n### 1.2 The soil/" |
		"$BIN/split-sections" | cut -f 4-7 >got
	grep -qx 'heading	### 1.1 The gravel	3	### 1.1 The gravel' got
	grep -q '^body	### 1.2 The soil	3' got
}

@test "a heading over related stories holds up to one over comments" {
	margin_page german-cinema | "$BIN/split-sections" -s related >got
	grep -q 'Der letzte Vorf' got
	grep -q 'Warum das Freibad' got
}

@test "each post of a forum is a section of its own" {
	margin_page forum-engine | "$BIN/split-sections" |
		awk -F '\t' '$4 == "body" || $4 == "list"' >got
	[ "$(wc -l <got)" -eq 4 ]
	margin_page forum-varnish | "$BIN/split-sections" | cut -f 4,7 >got
	[ "$(grep -c '^body' got)" -ge 3 ]
	[ "$(grep -c '^body.*barn.*Oil and varnish' got)" = 0 ]
	[ "$(grep -c '^body.*Oil and varnish.*seven thin coats' got)" = 0 ]
}

@test "bullets and numbers on end are lists, sentences behind > are quotes" {
	margin_page blog-spade >page
	"$BIN/split-sections" -s list <page >got
	[ "$(grep -c '^- ' got)" -eq 3 ]
	"$BIN/split-sections" -s quote <page | grep -q '^> Feed the soil'
	margin_page recipe-leeks | "$BIN/split-sections" -s list >got
	[ "$(grep -c '^[1-4]\. ' got)" -eq 4 ]
}

@test "a line that the page has many times is no heading" {
	margin_page news-islands |
		awk '{ print } /\.$/ { print ""; print "Article content"
			print ""; print "Article content" }' >often
	[ "$(grep -c 'Article content' often)" -ge 10 ]
	"$BIN/strip-boilerplate" <often >got
	[ "$(grep -c 'Article content' got)" = 0 ]
}

@test "captions and bylines go from what strip-boilerplate keeps" {
	margin_page news-islands | "$BIN/strip-boilerplate" >got
	[ "$(grep -c 'Lady Aud' got)" = 0 ]
	[ "$(grep -c 'By Martin' got)" = 0 ]
	grep -q 'What it will cost' got
}
