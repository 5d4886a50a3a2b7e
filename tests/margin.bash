# SPDX-License-Identifier: ISC
# margin - pages with the role of each block in their margin, for bats files
#
# A page in fixtures/pages/ has a line for each line of a page: the role that
# a careful reader gives the block that begins there (heading.2: a heading of
# the second level), a tab, and the line; a line that goes on with a block has
# nothing before the tab. A role with a ? behind it is wanted, and known not to
# be reached yet.

# margin_page PAGE: the page itself
margin_page() {
	cut -f 2- "$FIXTURES/pages/$1.page"
}

# margin_want PAGE: where each block begins, and its role
margin_want() {
	awk -F '\t' '
		$1 != "" && NF > 1 { print at + 0, $1 }
		{ sub(/^[^\t]*\t/, ""); at += length($0) + 1 }' \
	    "$FIXTURES/pages/$1.page"
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
