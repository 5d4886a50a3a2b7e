#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# family - the contract that every tool keeps. What tools make of a page
# differs; so runs are compared with each other, or on sentences that all of
# them keep.

load helper
load family

@test "--help and --version say what it is, with status 0" {
	for tool in $TOOLS; do
		for option in -h --help --help-all; do
			status_is 0 "$tool" $option
			[ ! -s err ]
			head -n 1 out | grep -q "^usage: $tool "
			grep -q -- '^  -h, --help ' out
			[ "$(wc -L <out)" -le 80 ]
		done
		"$tool" --help-all | grep -q -- ' --files0-from=FILE '
		for option in -V --version; do
			status_is 0 "$tool" $option
			grep -qE "^$tool \(copydesk\) [0-9.]+$" out
			[ ! -s err ]
		done
	done
}

@test "--help, --help-all and the manual name the same options" {
	local here=$BATS_TEST_DIRNAME/../man
	for tool in $TOOLS; do
		"$tool" --help-all | grep -E '^  (-|  )' |
			grep -oE '^ +(-[A-Za-z0-9], )? *--[a-z0-9-]+' |
			grep -oE -- '-[^ ,]+' | sort -u >help
		cat "$here/$tool.1" "$here/copydesk.7" | grep '^\.It Fl' |
			grep -oE 'Fl [^ ]+' |
			sed 's/^Fl /-/; s/\\-/-/g' | sort -u >manual
		diff help manual
		"$tool" --help | grep -oE '^ +(-[A-Za-z0-9], )? *--[a-z0-9-]+' |
			grep -oE -- '-[^ ,]+' | sort -u >own
		grep -vxFf help own && return 1
		grep '^\.It Fl' "$here/$tool.1" | grep -oE 'Fl [^ ]+' |
			sed 's/^Fl /-/; s/\\-/-/g' | sort -u >own_manual
		grep -vxFf help own_manual && return 1
		true
	done
}

@test "the manuals are clean under mandoc -Tlint" {
	command -v mandoc >/dev/null || skip "no mandoc"
	for page in "$BATS_TEST_DIRNAME"/../man/*.[157]; do
		mandoc -Tlint -Wwarning "$page"
	done
}

@test "wrong usage ends with 2 and points to --help" {
	for tool in $TOOLS; do
		for wrong in --no-such-option --blocks=x --blocks= --to=xml \
			--offsets=words --on-error=stop --max-doc=0 \
			--max-doc=-1 --max-doc=1x --max-doc=99999999T \
			'-0 -j' '-j --wet' '--wet -0' --on-error=pass \
			'--wet --on-error=pass' '-0 --to=jsonl --on-error=pass' \
			--skip-existing '--files0-from=x page.txt' \
			--help=x -k; do
			# shellcheck disable=SC2086
			status_is 2 "$tool" $wrong <page.txt
			[ ! -s out ]
			[ "$(wc -l <err)" = 2 ]
			head -n 1 err | grep -q "^$tool: "
			[ "$(tail -n 1 err)" = "Try '$tool --help'." ]
		done
		status_is 2 "$tool" --no-such-option
		head -n 1 err | grep -q -- no-such-option
		status_is 2 "$tool" --max-doc=7x
		grep -q -- "^$tool: option --max-doc: not a number: 7x" err
	done
}

directory='Is a directory: name the files in it, as by find DIR -type f -print0 | xargs -0 ..'

@test "an operand that can't be read is named, and the others are read" {
	mkdir dir
	for tool in $TOOLS; do
		"$tool" page.txt >want
		status_is 1 "$tool" missing.txt page.txt dir
		printf '%s: %s\n' "$tool" 'missing.txt: No such file or directory' \
			"$tool" "dir: $directory" | diff - err
		same want out
		status_is 1 "$tool" $'\033[31m\xFF' page.txt
		says "$tool: \\x1B[31m\\xFF: No such file or directory"
		status_is 1 "$tool" ''
		says "$tool: : No such file or directory"
	done
}

@test "an unreadable file is named" {
	chmod 0 page.txt
	! cat page.txt 2>/dev/null || skip "root may read it"
	for tool in $TOOLS; do
		status_is 1 "$tool" page.txt
		says "$tool: page.txt: Permission denied"
	done
}

@test "standard input that can't be read ends it with 2" {
	for tool in $TOOLS; do
		for format in '' -0 -j --wet --to=jsonl; do
			# shellcheck disable=SC2086
			status_is 2 "$tool" $format <&-
			says "$tool: -: Bad file descriptor"
			# shellcheck disable=SC2086
			status_is 2 "$tool" $format <.
			says "$tool: -: $directory"
		done
	done
}

@test "output that can't be written ends it with 2" {
	[ -c /dev/full ] || skip "no /dev/full"
	for tool in $TOOLS; do
		for args in --help --version page.txt '-0 page.txt' \
			'-u page.txt' '--to=jsonl page.txt'; do
			# shellcheck disable=SC2086
			{ status=0; "$tool" $args >/dev/full 2>err || status=$?; }
			[ $status = 2 ]
			says "$tool: standard output: No space left on device"
		done
		for args in --help page.txt; do
			{ status=0; "$tool" $args >&- 2>err || status=$?; }
			[ $status = 2 ]
			says "$tool: standard output: Bad file descriptor"
		done
	done
}

@test "a reader that leaves early is no fault" {
	for n in $(seq 400); do pages "$n"; echo; done >many.txt
	for tool in $TOOLS; do
		"$tool" -u many.txt 2>err | head -c 1 >out
		[ "$(wc -c <out)" = 1 ]
		[ ! -s err ]
	done
}

@test "empty input gives empty output" {
	printf '\n \n\r\n' >blank
	printf '\357\273\277' >bom
	for tool in $TOOLS; do
		for format in '' -0 -j --wet --to=text --to=null; do
			# shellcheck disable=SC2086
			status_is 0 "$tool" $format </dev/null
			[ "$(tr -d '\0' <out | wc -c)" = 0 ]
			[ ! -s err ]
		done
		"$tool" -j <bom >out
		[ ! -s out ]
		status_is 0 "$tool" blank bom
		[ "$(grep -cv "$tab" out)" = 0 ]
		printf '\0\0' | "$tool" -0 >out
		printf '\0\0' | cmp - out
	done
}

@test "a single byte is a document" {
	for tool in $TOOLS; do
		for byte in x '"' '\n' '\0' '\r' ' ' '\377' '\342' '<' '(' B \
			'\037' '{'; do
			# shellcheck disable=SC2059
			printf "$byte" >byte
			status_is 0 "$tool" byte
			[ ! -s err ]
			status_is 0 "$tool" -0 byte
			status_is 0 "$tool" --to=jsonl byte
			[ "$(wc -l <out)" = 1 ]
		done
	done
}

@test "a last line without newline is a line" {
	head -c -1 page.txt >cut.txt
	record page.txt >page.jsonl
	head -c -1 page.jsonl >cut.jsonl
	for tool in $TOOLS; do
		"$tool" <page.txt | body | sed 's/\\n$//' >want
		"$tool" <cut.txt | body | sed 's/\\n$//' >out
		same want out
		"$tool" -j <page.jsonl >want
		"$tool" -j <cut.jsonl >out
		same want out
		"$tool" -0 <page.txt >want
		(cat page.txt; printf '\0') | "$tool" -0 >out
		same want out
	done
}

@test "line endings stay as they are, and change nothing else" {
	sed 's/$/\r/' page.txt >crlf.txt
	for tool in $TOOLS; do
		"$tool" <page.txt | body | sed 's/\\[rn]//g' >want
		"$tool" <crlf.txt >out
		body <out | tr -d '\r' | sed 's/\\[rn]//g' | cmp want -
		if ! grep -q "$tab" out; then
			sed 's/\r$//' out | sed 's/$/\r/' | cmp - out
		fi
	done
}

@test "a byte order mark counts in offsets and is dropped" {
	(printf '\357\273\277'; cat page.txt) >bom.txt
	for tool in $TOOLS; do
		"$tool" <page.txt | body >want
		"$tool" <bom.txt | body | sed 's/\xEF\xBB\xBF//' | cmp want -
		"$tool" -a <page.txt | awk -F'\t' '{ print $2 + 3, $3 + 3 }' >want
		"$tool" -a <bom.txt | cut -f 2,3 --output-delimiter=' ' |
			cmp want -
		"$tool" -a <page.txt | awk -F'\t' '{ print $2 + 1, $3 + 1 }' >want
		"$tool" -a --offsets=chars <bom.txt |
			cut -f 2,3 --output-delimiter=' ' | cmp want -
	done
}

@test "one byte at a time, from a file or from a pipe: the same" {
	record page.txt >page.jsonl
	wet page.txt >page.wet
	(cat page.txt; printf '\0'; pages 2; printf '\0') >page.null
	for tool in $TOOLS; do
		"$tool" page.txt | body >want
		"$tool" <page.txt | body | cmp want -
		dd bs=1 if=page.txt 2>/dev/null | "$tool" | body | cmp want -
		dd bs=1 if=page.txt 2>/dev/null | "$tool" -u | body | cmp want -
		for format in -0:null -j:jsonl --wet:wet; do
			"$tool" "${format%:*}" "page.${format#*:}" >want
			[ -s want ]
			dd bs=1 if="page.${format#*:}" 2>/dev/null |
				"$tool" "${format%:*}" | cmp want -
		done
	done
}

@test "- is standard input, -- ends the options" {
	cp page.txt ./-x
	for tool in $TOOLS; do
		"$tool" <page.txt >want
		"$tool" - <page.txt | cmp want -
		"$tool" -- - <page.txt | cmp want -
		"$tool" page.txt | body >want
		"$tool" -- -x | body | cmp want -
		"$tool" ./-x | body | cmp want -
		status_is 2 "$tool" -x
	done
}

@test "text operands have a blank line between, rows none" {
	pages 2 >two.txt
	for tool in $TOOLS; do
		"$tool" page.txt >one
		"$tool" two.txt >two
		if grep -q "$tab" one; then
			cat one two >want
		else
			(cat one; echo; cat two) >want
		fi
		"$tool" page.txt two.txt | cmp want -
		printf 'page.txt\0two.txt\0' >list
		"$tool" --files0-from=list | cmp want -
		printf 'page.txt\0two.txt' | "$tool" --files0-from=- | cmp want -
		status_is 1 "$tool" --files0-from=<(printf 'page.txt\0\0two.txt')
		same want out
		grep -q "^$tool: .*: an empty file name$" err
		status_is 2 "$tool" --files0-from=nowhere
		says "$tool: nowhere: No such file or directory"
	done
}

@test "N documents in a stream are N runs, in every format" {
	for n in 1 2 3; do
		if [ $n = 2 ]; then : >2.txt; else pages $n >$n.txt; fi
		(cat $n.txt; printf '\0') >$n.null
		record $n.txt >$n.jsonl
		wet $n.txt "WARC-Record-ID: <urn:$n>$(printf '\r\n.')" |
			sed '/^\.Content/s/^\.//' >$n.wet
	done
	for tool in $TOOLS; do
		for format in -0:null -j:jsonl --wet:wet; do
			for n in 1 2 3; do
				"$tool" "${format%:*}" $n."${format#*:}"
			done | tr '\0' '\n' | sed "s/^1$tab//" >want
			cat [123]."${format#*:}" | "$tool" "${format%:*}" |
				tr '\0' '\n' | sed "s/^[123]$tab//" >out
			same want out
		done
	done
}

@test "text, NUL, JSON Lines and WET give the same" {
	pages 7 | sed "3s/\$/ caf\xC3\xA9 \xE2\x82\xAC/; s/, /,  /" >7.txt
	(cat page.txt; printf '\0'; cat 7.txt) >all.null
	(record page.txt; record 7.txt) >all.jsonl
	(wet page.txt; wet 7.txt) >all.wet
	for tool in $TOOLS; do
		"$tool" -0 all.null >want
		"$tool" -j --to=null all.jsonl | cmp want -
		"$tool" --wet --to=null all.wet | cmp want -
		"$tool" -0 --to=text all.null >want
		"$tool" -j --to=text all.jsonl | cmp want -
		"$tool" page.txt 7.txt | body >text
		body <want | cmp text -
		"$tool" -j all.jsonl | grep -o '"text":.*}$' >want
		"$tool" --wet all.wet | grep -o '"text":.*}$' | cmp want -
	done
}

@test "--to writes every format, with names for what has none" {
	wet page.txt "$(printf 'warc-date: 2024-05-06T07:08:09Z\r\n.')" |
		sed 's/^\.Content/WARC-Target-URI: http:\/\/a.example\/"\r\nContent/' >page.wet
	record page.txt | sed 's/}$/, "id" : 7}/' >page.jsonl
	for tool in $TOOLS; do
		"$tool" --to=jsonl page.txt >out
		grep -q '^{"id":"page.txt","text":".*}$' out
		"$tool" --to=jsonl --id-key=name -k 'a"b' <page.txt >out
		grep -q '^{"name":"-","a\\"b":".*}$' out
		"$tool" -0 --to=jsonl page.txt >out
		grep -q '^{"id":1,"text":".*}$' out
		"$tool" --wet page.wet >out
		grep -q '^{"url":"http://a.example/\\"","date":"2024-05-06T07:08:09Z","text":".*}$' out
		for from in '' -0 -j --wet; do
			status_is 0 "$tool" -a --to=tsv --header $from \
				page."$(echo ${from:-txt} | sed 's/^-*//;
					s/^0/txt/;s/^j/jsonl/')"
			head -n 1 out | grep -q "^doc${tab}start${tab}end$tab"
			[ "$(wc -l <out)" -gt 1 ]
		done
		"$tool" -j -a --to=tsv page.jsonl | grep -q "^7$tab"
		"$tool" -j -a --to=tsv --id-key=x page.jsonl | grep -q "^1$tab"
	done
}

@test "annotated rows have as many fields as the header" {
	for tool in $TOOLS; do
		"$tool" -a --header page.txt >out
		head -n 1 out | grep -qE \
			"^doc${tab}start${tab}end${tab}verdict${tab}score$tab.*${tab}reason${tab}text$"
		awk -F'\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
		# start and end are where the text stands
		tail -n +2 out | while IFS=$tab read -r _ start end rest; do
			printf '%s\n' "$rest" | grep -qF -- "$tab$(tail -c "+$((start + 1))" page.txt |
				head -c $((end - start)))"
		done
		record page.txt | "$tool" -j -a >out
		grep -q '"blocks":\[{"start":[0-9]*,"end":' out
		without_member <out | cmp - <(record page.txt)
	done
}

@test "offsets count code points if asked" {
	sed 's/o/\xC3\xA9/g; s/,/\xF0\x9F\x98\x80/g; s/i/\xFF/g' page.txt >wide.txt
	sed 's/o/e/g; s/,/+/g; s/i/x/g' page.txt >narrow.txt
	for tool in split-sections extract-quotes; do
		"$tool" --offsets=bytes narrow.txt | cut -f 2,3 >want
		[ -s want ]
		"$tool" --offsets=chars wide.txt | cut -f 2,3 >out
		same want out
	done
}
