#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
load helper

# blocks TEXT...: blocks with blank lines between
blocks() {
	printf '%s\n' "$1"
	shift
	[ $# = 0 ] || printf '\n%s\n' "$@"
}

# many N: N blocks of ten words, all different
many() {
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "Boat %d came with %d crates of herring for Mr Holm.\n\n",
			    i, i * 7
	}'
}

@test "drops what comes again in other case, space and marks, not with other digits" {
	golden dedupe-related exact
}

@test "drops cut-off beginnings and the headlines over them" {
	golden dedupe-related teaser
}

@test "keeps a teaser that comes before its text, and the text" {
	golden dedupe-related before
}

@test "drops a site name that stands without spaces behind a title" {
	title='Harbour Bridge Reopens After Nine Years'
	printf '%s\n\n%s|Herald\n' "$title" "$title" >in
	printf '%s\n' "$title" >want
	"$BIN/dedupe-related" in >got
	cmp got want
}

@test "drops menu trails and site names around a title before or behind them" {
	golden dedupe-related crumb
}

@test "drops what says the same with a few words changed, and no fact" {
	golden dedupe-related near
	"$BIN/dedupe-related" --tier=exact,teaser,crumb \
	    <"$FIXTURES/dedupe-related/near.in" >got
	same got "$FIXTURES/dedupe-related/near.in"
}

@test "names what a near repeat is like" {
	"$BIN/dedupe-related" -a <"$FIXTURES/dedupe-related/near.in" \
	    | awk -F '\t' '$6 == "near"' >got
	head -n 1 got | cut -f 4-9 >row
	printf 'drop\t0.92\tnear\t-\t0\ta few words differ\n' | same row -
}

@test "knows read-more phrases of other languages" {
	golden dedupe-related languages
}

@test "keeps CR LF line ends" {
	golden dedupe-related crlf
}

@test "takes single lines as blocks where no blank lines are" {
	golden dedupe-related lines
}

@test "writes with --dropped what is left out without it" {
	"$BIN/dedupe-related" -v <"$FIXTURES/dedupe-related/crumb.in" >got
	[ "$(grep -c . got)" = 4 ]
	head -n 1 got | grep -qx 'Home News Island Council Sells The Old Lighthouse'
}

@test "remembers from document to document, and keeps emptied records" {
	cat >in <<-'END'
	{"id":"a","text":"The pier is closed.\n\nThe school is open."}
	{"id":"b","n":1.0,"text":"the pier is closed"}
	{"id":"c","text":"The mill is sold."}
	END
	cat >want <<-'END'
	{"id":"a","text":"The pier is closed.\n\nThe school is open."}
	{"id":"b","n":1.0,"text":""}
	{"id":"c","text":"The mill is sold."}
	END
	"$BIN/dedupe-related" -j <in >got
	same got want
}

@test "says with --annotate what a block repeats" {
	cat >in <<-'END'
	{"id":"a","text":"The mill is sold.\n\nThe pier is closed."}
	{"id":"b","text":"New\n\nthe pier is CLOSED"}
	END
	printf '%s\t' b 5 23 drop 1.00 exact a 19 'the same words' >want
	echo 'the pier is CLOSED' >>want
	"$BIN/dedupe-related" -j --to=tsv -a <in | tail -n 1 >got
	same got want
	"$BIN/dedupe-related" -j -a <in | tail -n 1 >got
	grep -qF '"match_doc":"a","match_start":19,"reason":"the same words"' got
}

@test "appends with --removed the rows of what is dropped, output unchanged" {
	in=$FIXTURES/dedupe-related/teaser.in
	"$BIN/dedupe-related" --removed=rows "$in" >got
	same got "${in%.in}.want"
	"$BIN/dedupe-related" -a "$in" | grep "$(printf '\tdrop\t')" >want
	same rows want
}

@test "drops short blocks only from --min-words on" {
	blocks One 'One two' One 'One two' >in
	"$BIN/dedupe-related" --min-words=2 <in >got
	blocks One 'One two' One >want
	same got want
}

@test "looks only for the tiers of --tier" {
	in=$FIXTURES/dedupe-related/teaser.in
	"$BIN/dedupe-related" --tier=exact,crumb <"$in" >got
	same got "$in"
	"$BIN/dedupe-related" --tier=teaser <"$in" >got
	same got "${in%.in}.want"
	status_is 2 "$BIN/dedupe-related" --tier=exact,most <"$in"
}

@test "remembers with --state from run to run" {
	blocks 'The pier is closed.' "$(many 1)" >one
	blocks 'the pier is closed' 'Boat 1 came with 7 crates of herring for M...' \
	    'The mill is sold.' >two
	"$BIN/dedupe-related" --state=state one >got
	same got one
	"$BIN/dedupe-related" --state=state two >got
	blocks 'The mill is sold.' >want
	same got want
	"$BIN/dedupe-related" --state=state two >got
	[ ! -s got ]
}

@test "names the state as the match of what it holds" {
	blocks 'The pier is closed.' >in
	"$BIN/dedupe-related" --state=state in >got
	"$BIN/dedupe-related" -a --state=state in | cut -f 4-9 >got
	printf 'drop\t1.00\texact\tstate\t\tthe same words\n' >want
	same got want
}

@test "gives the same state whatever the order of the tables" {
	many 3000 >in
	"$BIN/dedupe-related" --state=one in >got
	"$BIN/dedupe-related" --state=two in >got
	cmp one two
}

@test "takes from --against, and adds nothing of it to the state" {
	blocks 'The pier is closed.' >one
	blocks 'The mill is sold.' >two
	blocks 'The pier is closed.' 'The mill is sold.' 'New.' >in
	"$BIN/dedupe-related" --state=a one >got
	"$BIN/dedupe-related" --state=b two >got
	cp a a.before
	"$BIN/dedupe-related" --against=a --against=b in >got
	blocks New. >want
	same got want
	cmp a a.before
	"$BIN/dedupe-related" --against=a --state=c two >got
	"$BIN/dedupe-related" --state-info=c >got
	printf 'version\t1\nexact\t1\nteaser\t0\nnear\t0\n' >want
	same got want
}

@test "refuses a damaged, cut or foreign state before any output" {
	many 50 >in
	"$BIN/dedupe-related" --state=state in >got
	head -c 100 state >part
	head -c 10 state >short
	: >empty
	{ head -c 200 state; printf x; tail -c +202 state; } >bit
	{ cat state; echo; } >long
	echo 'to be or not' >foreign
	{ head -c 16 state; printf '\002'; tail -c +18 state; } >newer
	for bad in part short empty bit long foreign newer; do
		for option in state against; do
			status_is 2 "$BIN/dedupe-related" --$option=$bad in
			[ ! -s out ]
			grep -q "^dedupe-related: $bad: " err
		done
		status_is 2 "$BIN/dedupe-related" --state-info=$bad
		grep -q "^dedupe-related: $bad: " err
	done
	status_is 2 "$BIN/dedupe-related" --against=foreign in
	says 'dedupe-related: foreign: not a state of dedupe-related'
	status_is 2 "$BIN/dedupe-related" --against=absent in
	says 'dedupe-related: absent: No such file or directory'
	status_is 2 "$BIN/dedupe-related" --state=no/such/state in
	[ ! -s out ]
}

@test "leaves the old state whole when there is no room for the new one" {
	many 5 >one
	many 5000 >two
	"$BIN/dedupe-related" --state=state one >got
	cp state before
	# shellcheck disable=SC2016
	status_is 2 sh -c 'trap "" XFSZ; ulimit -f 8
		"$0" --state=state two >/dev/null' "$BIN/dedupe-related"
	grep -q '^dedupe-related: state: ' err
	cmp state before
	[ "$(find . -name '.state*' | wc -l)" = 0 ]
}

@test "leaves the old state as it was when the output fails" {
	many 5 >one
	many 500 >two
	"$BIN/dedupe-related" --state=state one >got
	cp state before
	# shellcheck disable=SC2016
	status_is 2 sh -c '"$0" --state=state two >/dev/full' "$BIN/dedupe-related"
	cmp state before
}

@test "has the old or the new state when killed" {
	many 10 >one
	many 20000 >two
	"$BIN/dedupe-related" --state=old one >/dev/null
	cp old new
	"$BIN/dedupe-related" --state=new two >/dev/null
	for i in 0 1 2 3 4 5 6 7 8 9; do
		cp old state
		"$BIN/dedupe-related" --state=state two >/dev/null &
		sleep "0.0$i"
		kill -9 $! || :
		wait $! || :
		cmp -s state old || cmp state new
	done
}

@test "decides the same for a pipe, a file and -u" {
	{ many 3000; cat "$FIXTURES/dedupe-related/teaser.in"; many 3100; } >in
	"$BIN/dedupe-related" in >want
	# shellcheck disable=SC2002
	cat in | "$BIN/dedupe-related" >got
	same got want
	"$BIN/dedupe-related" -u <in >got
	same got want
	dd if=in obs=97 2>/dev/null | "$BIN/dedupe-related" -u >got
	same got want
}

@test "writes under -u all but the last 8 blocks while input is awaited" {
	mkfifo pipe
	"$BIN/dedupe-related" -u <pipe >got &
	exec 9>pipe
	many 20 >&9
	until [ "$(grep -c . got)" = 12 ]; do :; done
	exec 9>&-
	wait
	many 20 | sed '$d' >want
	same got want
}

@test "is not slowed down by blocks that begin alike" {
	awk 'BEGIN { for (i = 0; i < 100000; i++)
		printf "The weather on the first day of the month was n%d...\n", i
	}' >in
	"$BIN/dedupe-related" in >got
	same got in
}

@test "runs the examples of its manual" {
	for name in pages may june; do
		echo '{"id":"1","text":"The pier is closed."}' >$name.jsonl
	done
	blocks 'The pier is closed.' 'The pier is closed.' >page.txt
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl //p' \
	    "$BATS_TEST_DIRNAME/../man/dedupe-related.1" >examples
	[ "$(grep -c . examples)" = 8 ]
	PATH=$BIN:$PATH sh -e examples >got
	[ "$(wc -l <got)" = 7 ]
	tail -n 1 got >count
	echo '      1 The pier is closed.' >want
	same count want
	same stories.jsonl pages.jsonl
	echo '{"id":"1","text":""}' >want
	same june.unique.jsonl want
}
