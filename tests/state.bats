# SPDX-License-Identifier: ISC
# What dedupe-related remembers: states, their merging, its memory.
# shellcheck disable=SC2030,SC2031
load helper

# blocks TEXT...: a document of these
blocks() {
	local separator=

	for text; do
		printf '%s%s\n' "$separator" "$text"
		separator='
'
	done
}

# many N: blocks, no two alike
many() {
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++) {
			printf "Boat %d came with %d crates of herring", i, i * 7
			print " for Mr. Hale, who paid for them at once.\n"
		}
	}'
}

# distinct N: short blocks, quickly read, no two alike, as one document
distinct() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) print i " b\n" }'
}

# pages FIRST LAST: records, one block each, of which a third were there before
pages() {
	awk -v i="$1" -v last="$2" 'BEGIN {
		for (; i <= last; i++) {
			printf "{\"id\":\"page%d\",\"text\":\"Pier %d is", i,
			    i % 3 ? i : 3
			print " shut for good, the town said on Monday.\"}"
		}
	}'
}

dedupe() {
	"$BIN/dedupe-related" "$@"
}

@test "--merge gives what one run over all inputs saves" {
	many 40 >one
	many 60 | tail -n 50 >two
	{ many 5; blocks 'The pier is closed.'; } >three
	dedupe --state=a one >out
	dedupe --state=b two >out
	dedupe --state=c three >out
	dedupe --state=all one two three >out
	dedupe --state=merged --merge=a --merge=b --merge=c
	cmp merged all
	dedupe --state=merged --merge=a
	cmp merged a
}

@test "--merge with --state-matches keeps places and their documents" {
	pages 1 20 >one
	pages 10 40 >two
	dedupe -j --state=a --state-matches one >out
	dedupe -j --state=b --state-matches two >out
	dedupe -j --state=all --state-matches one two >out
	dedupe --state=merged --state-matches --merge=a --merge=b
	cmp merged all
	dedupe -j --state=plain one two >out
	dedupe --state=merged --merge=a --merge=b
	cmp merged plain
}

@test "--merge keeps the newest records of rings, in the arguments' order" {
	many 30 >one
	many 60 | tail -n 60 >two
	dedupe --state=a one >out
	dedupe --state=b two >out
	dedupe --state=merged --teaser-records=40 --merge=a --merge=b
	dedupe --state=all --teaser-records=40 one two >out
	cmp merged all
	dedupe --state=other --teaser-records=40 --merge=b --merge=a
	status_is 1 cmp merged other
	dedupe --state-info=merged >got
	printf 'version\t1\nexact\t60\nteaser\t40\nnear\t60\n' >want
	same got want
}

@test "--merge may write one of its inputs, and needs no old state" {
	many 30 >one
	many 60 | tail -n 60 >two
	dedupe --state=a one >out
	dedupe --state=b two >out
	dedupe --state=want one two >out
	dedupe --state=a --merge=a --merge=b
	cmp a want
}

@test "--merge refuses a bad state, and leaves the old one" {
	many 30 >in
	dedupe --state=a in >out
	cp a old
	head -c 300 a >cut
	status_is 2 dedupe --state=old --merge=a --merge=cut
	says 'dedupe-related: cut: damaged state: cut short'
	cmp old a
	status_is 2 dedupe --state=old --merge=absent --merge=a
	says 'dedupe-related: absent: No such file or directory'
	cmp old a
	status_is 2 dedupe --state=no/such --merge=a
	says 'dedupe-related: no/such: No such file or directory'
}

@test "--merge wants a --state, and no input" {
	status_is 2 dedupe --merge=a
	grep -q '^dedupe-related: --merge needs --state$' err
	status_is 2 dedupe --merge=a --state=b in
	grep -q '^dedupe-related: --merge reads no input: in$' err
}

@test "--state-matches names document and place in a later run" {
	printf '%s\n' '{"id":"may/7","text":"Old.\n\nThe pier is closed."}' \
	    '{"id":"may/8","text":"Old."}' >may
	printf '{"id":"june/1","text":"The pier is closed.\\n\\nNew."}\n' >june
	dedupe -j --state=s --state-matches may >out
	cp s t
	dedupe -j --to=tsv -a --against=s --state=t june | cut -f 1,4,6-8 >got
	printf 'june/1\tdrop\texact\tmay/7\t6\njune/1\tkeep\t\t\t\n' >want
	same got want
	dedupe -j --state=u may >out
	dedupe -j --to=tsv -a --against=u june | cut -f 1,4,6-8 >got
	printf 'june/1\tdrop\texact\tu\t\njune/1\tkeep\t\t\t\n' >want
	same got want
}

@test "--state-matches keeps what it knows from run to run" {
	printf '{"id":"may","text":"The pier is closed."}\n' >may
	printf '{"id":"june","text":"The mill is sold."}\n' >june
	{ cat june may; } >july
	dedupe -j --state=s --state-matches may >out
	dedupe -j --state=s --state-matches june >out
	dedupe -j --state=s --state-matches july >out
	dedupe --state-info=s >got
	printf 'version\t1\nexact\t2\nteaser\t0\nnear\t0\ndocuments\t2\n' >want
	same got want
	dedupe -j --to=tsv -a --state=s july | cut -f 1,7,8 >got
	printf 'june\tjune\t0\nmay\tmay\t0\n' >want
	same got want
}

@test "a match from a state without places is named by the file" {
	blocks 'The pier is closed.' >in
	dedupe --state=s in >out
	dedupe --state=s --state-matches /dev/null >out
	dedupe -a --state=s in | cut -f 7,8 >got
	printf 's\t\n' >want
	same got want
	status_is 2 dedupe --state-matches in
	grep -q '^dedupe-related: --state-matches needs --state$' err
}

@test "--teaser-records bounds the ring, the newest stay" {
	many 100 >in
	dedupe --state=s in >out
	dedupe --state=s --teaser-records=10 /dev/null >out
	dedupe --state-info=s | grep teaser >got
	printf 'teaser\t10\n' >want
	same got want
	blocks 'Boat 90 came with 630 crates of herring for Mr....' \
	    'Boat 91 came with 637 crates of herring for Mr....' >cut
	dedupe --against=s cut >got
	sed 1,2d cut | status_is 1 diff - got
	blocks 'Boat 90 came with 630 crates of herring for Mr....' >want
	same got want
}

@test "--teaser-records and --memory refuse what is no number of theirs" {
	for wrong in 0 -1 x 1K 4294967295; do
		status_is 2 dedupe --teaser-records=$wrong
		grep -q '^dedupe-related: option --teaser-records: ' err
	done
	for wrong in 0 -1 x 1Q 99999999999T; do
		status_is 2 dedupe --memory=$wrong
		grep -q '^dedupe-related: option --memory: ' err
	done
}

@test "--memory is kept to: exit 2 with advice, the old state whole" {
	blocks 'The pier is closed.' >few
	distinct 600000 >in
	dedupe --state=s few >out
	cp s before
	status_is 2 dedupe -M 10M --state=s in
	grep -q '^dedupe-related: out of memory: .*--memory' err
	[ "$(wc -l <err)" = 1 ]
	cmp s before
	[ "$(find . -name '.s*')" = '' ]
	head -c "$(wc -c <out)" in | cmp - out
	dedupe -M 20M --state=s in >out
	dedupe --state=before in >want
	cmp out want
	cmp s before
}

@test "--memory counts states, ids and records, too" {
	distinct 500000 >in
	dedupe --state=s in >out
	status_is 2 dedupe -M 8M --against=s /dev/null
	dedupe -M 8M --state=t --merge=s --merge=s
	cmp s t
	awk 'BEGIN { for (i = 0; i < 400000; i++)
		print "{\"id\":\"" i "\",\"text\":\"same\"}" }' >ids
	dedupe -j -M 8M ids >out
	status_is 2 dedupe -j -M 8M --removed=rows ids
	awk 'BEGIN { for (i = 0; i < 400000; i++)
		print "{\"id\":\"" i "\",\"text\":\"" i "\"}" }' >ids
	dedupe -j --state=i --state-matches ids >out
	dedupe -M 8M --state=j --merge=i
	status_is 2 dedupe -M 8M --state=j --merge=i --state-matches
	awk 'BEGIN { printf "{\"text\":\""
		for (i = 0; i < 900000; i++) printf "ten bytes "
		print "\"}" }' >large
	status_is 2 dedupe -j -M 8M large
	grep -q 'out of memory' err
}

@test "when the system has no more memory, the old state stays, too" {
	case $BUILD in *asan*) skip 'ASan maps all memory' ;; esac
	blocks 'The pier is closed.' >few
	distinct 600000 >in
	dedupe --state=s few >out
	cp s before
	for kilobytes in 9000 11000 13000; do
		# shellcheck disable=SC2016
		status_is 2 sh -c 'ulimit -v $1; exec "$0" --state=s in' \
		    "$BIN/dedupe-related" $kilobytes
		cmp s before
		head -c "$(wc -c <out)" in | cmp - out
	done
	[ "$(find . -name '.s*')" = '' ]
}

@test "leaves no state half written when the disk is full" {
	many 5 >one
	distinct 100000 >two
	dedupe --state=s one >out
	cp s before
	for blocks in 1 100 1500; do
		# shellcheck disable=SC2016
		status_is 2 sh -c 'trap "" XFSZ; ulimit -f $1
			"$0" --state=s two >/dev/null' \
		    "$BIN/dedupe-related" $blocks
		grep -q '^dedupe-related: s: File too large' err
		# shellcheck disable=SC2016
		status_is 2 sh -c 'trap "" XFSZ; ulimit -f $1
			"$0" --state=s --merge=big' \
		    "$BIN/dedupe-related" $blocks
		cmp s before
	done
	[ "$(find . -name '.s*')" = '' ]
}

@test "removes what a killed run has left, not what another one writes" {
	many 5 >in
	echo left >.s.AbCdEf
	echo other >.s.AbCdEfg
	echo another >.t.AbCdEf
	dedupe --state=s in >out
	[ ! -e .s.AbCdEf ]
	[ -e .s.AbCdEfg ]
	[ -e .t.AbCdEf ]
}

@test "what a killed run has left goes before anything is read" {
	many 5 >in
	echo left >.s.AbCdEf
	status_is 2 dedupe --state=s --against=absent in
	[ "$(find . -name '.s*')" = '' ]
}

@test "two runs at a time leave the state of one of them" {
	distinct 30000 >one
	distinct 40000 | tail -n 30000 >two
	dedupe --state=a one >out
	dedupe --state=b two >out
	for i in 1 2 3 4 5; do
		rm -f s
		dedupe --state=s one >out.1 &
		first=$!
		dedupe --state=s two >out.2
		wait $first
		cmp -s s a || cmp -s s b || {
			# The second to start saw what the first had saved.
			dedupe --state-info=s
		}
	done
	[ "$(find . -name '.s*')" = '' ]
}

@test "is killed at any moment, and the state is an old or a new one" {
	"$BATS_TEST_DIRNAME/crash" 20
}
