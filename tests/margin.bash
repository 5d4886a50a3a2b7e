# SPDX-License-Identifier: ISC
# margin - pages with the role of each block in their margin, for bats files
#
# A page in fixtures/split-sections/ has a line for each line of a page: the
# role that a careful reader gives the block that begins there, a tab, and the
# line; a line that goes on with a block has nothing before the tab.
#
#	body		a block of the body
#	heading.2	a heading of the second level; without a number, of none
#	comments:	the heading over comments, related stories ..
#	nav?		wanted, and known not to be reached yet
#
# From this follow the sections, too: margin.awk makes the rows of it.

PAGES=$FIXTURES/split-sections

# margin_page PAGE: the page itself
margin_page() {
	cut -f 2- "$PAGES/$1.page"
}

# margin_rows PAGE: the rows that split-sections --header should give
margin_rows() {
	awk -f "$BATS_TEST_DIRNAME/margin.awk" "$PAGES/$1.page"
}

# margin_texts: files texts/* with the texts of all fixtures
margin_texts() {
	local page tool

	mkdir -p texts
	for page in "$FIXTURES"/*/*.in; do
		tool=$(basename "$(dirname "$page")")
		cp "$page" "texts/$tool.$(basename "$page")"
	done
	for page in "$PAGES"/*.page; do
		cut -f 2- "$page" >"texts/$(basename "$page" .page).text"
	done
}

# margin_want PAGE: where each block begins, and its role
margin_want() {
	awk -F '\t' '
		$1 != "" && NF > 1 { role = $1; sub(/:/, "", role)
			print at + 0, role }
		{ sub(/^[^\t]*\t/, ""); at += length($0) + 1 }' \
	    "$PAGES/$1.page"
}

# margin_got PAGE: the same as split-sections has it, and the block's text
margin_got() {
	margin_page "$1" >page
	"$BIN/split-sections" <page >rows
	"$BIN/split-sections" -a <page | awk -F '\t' '
		NR == FNR { level[$2] = $6; next }
		{ role = $6
		  if (role == "heading" && level[$2] != "")
			role = role "." level[$2]
		  print $2, role, substr($8, 1, 50) }' rows -
}

# margin_misses PAGE: the blocks that are not as wanted, and not known for it
margin_misses() {
	margin_want "$1" >want
	margin_got "$1" >got
	awk 'NR == FNR { want[$1] = $2; n++; next }
		$1 in want { last = want[$1]; found++ }
		last !~ /\?$/ && (!($1 in want) || $2 != last) {
			print "want " ($1 in want ? last : "no block") ": " $0 }
		{ sure += last !~ /\?$/ }
		END { if (sure == FNR && found != n)
			print found " blocks found, not " n }' want got
}

# reads PAGE: its blocks have the roles in the margin, known misses aside; a
# page without any gives the very rows
reads() {
	margin_misses "$1" >misses
	diff -u /dev/null misses || return
	! grep -q '^[^	]*?	' "$PAGES/$1.page" || return 0
	margin_rows "$1" >want
	"$BIN/split-sections" --header <page | diff -u want -
}
