# SPDX-License-Identifier: ISC
# family - pages for the tests that run over every tool: load helper, family
#
# What tools make of a page differs; so runs are compared with each other, or
# on sentences that all of them keep.

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export LC_ALL=C
	PATH=$BIN:$PATH
	page >page.txt
}

sentence='The council of Westbrook voted on Monday to close the old bridge, the mayor said.'
other='Engineers found two deep cracks in a pillar near the northern bank last autumn.'
tab=$(printf '\t')

page() {
	cat <<-END
		Council votes to close the old bridge

		$sentence

		"We had no choice," said Anna Field, the mayor of Westbrook. "The bridge is not safe for cars."

		$other

		The repairs will cost two million crowns and begin in spring, the council wrote.
	END
}

# pages N: another page each time
pages() {
	page | sed "s/Westbrook/Town number $1/; s/cracks/cracks, $1 in all,/
		s/choice/choice on day $1/; s/spring/the year $1/; s/old/old no. $1/"
}

# record TEXTFILE: as JSON Lines
record() {
	printf '{"text":"'
	awk '{ gsub(/[\\"]/, "\\\\&"); printf "%s\\n", $0 }' "$1"
	printf '"}\n'
}

# wet TEXTFILE [HEADER]: as a WARC record
wet() {
	printf 'WARC/1.0\r\nWARC-Type: conversion\r\n%s' "${2-}"
	printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$1")"
	cat "$1"
	printf '\r\n\r\n'
}

# body: output without the columns doc, start and end, where it has such
body() {
	cut -f4-
}

# What TSV tools write in records, taken out: the record as it came.
without_member() {
	sed -E 's/,"(quotes|sections|blocks)":\[[^]]*\]//'
}
