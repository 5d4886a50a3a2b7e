#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# files - what every tool does with files that are large, endless or no text,
# and with the files that it writes

load helper
load family

# endless: paragraphs, no two of them equal; so many that a tool that waits for
# their end is found out, yet ends
endless() {
	awk 'BEGIN {
		for (; n < 200000; n++)
			print "\"We will count to number " n " today,\" said " \
			    "Anna Field, mayor of town no. " n " in the hills.\n"
	}' 2>/dev/null
}

@test "compressed input is refused with the tool to use" {
	for pair in '\037\213\010\000:gzip: use zcat' \
		'\050\265\057\375x:zstd: use zstdcat' \
		'BZh91AY:bzip2: use bzcat' \
		'\375\067zXZ\000:xz: use xzcat'; do
		# shellcheck disable=SC2059
		printf "${pair%%:*}" >packed
		for tool in $TOOLS; do
			for format in '' -0 -j --wet; do
				# shellcheck disable=SC2086
				status_is 2 "$tool" $format <packed
				says "$tool: -: this is ${pair#*:} FILE | .."
				[ ! -s out ]
			done
			"$tool" page.txt >want
			status_is 1 "$tool" packed page.txt
			says "$tool: packed: this is ${pair#*:} FILE | .."
			same want out
		done
	done
}

@test "HTML is warned of once, and read as text" {
	(printf '\n <!DOCTYPE html>\n\n'; page) >a.html
	(printf '<HTML lang="en">\n'; pages 2) >b.html
	for tool in $TOOLS; do
		status_is 0 "$tool" a.html b.html page.txt
		[ -s out ]
		[ "$(wc -l <err)" = 1 ]
		grep -q "^$tool: a.html: this looks like HTML: .*lynx .*w3m .*trafilatura$" err
	done
}

@test "bad UTF-8 and NUL go through as they are" {
	page | sed "s/bridge/bri\xFFd\xE2\x82ge/g; s/the/t\x00e/" >odd.txt
	for tool in $TOOLS; do
		"$tool" odd.txt >out
		grep -qa $'bri\xFFd\xE2\x82ge' out
		tr -d '\0' <odd.txt | "$tool" -0 | tr -d '\0' | body >want
		tr -d '\0' <odd.txt | "$tool" | body | cmp want -
	done
}

@test "a line of a hundred megabytes is read" {
	local bytes=100000000
	case ${BUILD-} in *asan) bytes=10000000;; esac
	head -c $bytes /dev/zero | tr '\0' 'x' >line
	yes "$sentence" | tr '\n' ' ' | head -c $bytes >words
	for tool in $TOOLS; do
		for file in line words; do
			status_is 0 "$tool" $file
			[ ! -s err ]
		done
		status_is 1 "$tool" -j --max-doc=9M --on-error=skip line
		says "$tool: line:1: larger than --max-doc"
		(page; cat line) >both
		status_is 0 "$tool" both
		grep -qF 'The bridge is not safe for cars.' out
	done
}

# answers COMMAND ..: whether it writes, and ends with its reader, before its
# input has ended
answers() {
	{ "$@" 2>err || true; head -c 1 >rest; } | head -c 1 >out
	[ -s out ] && [ -s rest ]
}

@test "endless text is answered while it comes" {
	for tool in $TOOLS; do
		endless | answers "$tool" -u
		[ ! -s err ]
		endless | tr -d '\n' | answers "$tool" -u
		endless | tr '\n' '\0' | answers "$tool" -0 -u
	done
}

@test "the output is the same on every day, in every place" {
	for tool in $TOOLS; do
		"$tool" -a page.txt >want
		LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 TZ=Asia/Tokyo COLUMNS=20 \
			TERM=dumb "$tool" -a page.txt | cmp want -
		env -i "$BIN/$tool" --progress -a page.txt 2>err | cmp want -
		[ ! -s err ]
	done
}

@test "--stats counts what came and went" {
	pages 2 >two.txt
	for tool in $TOOLS; do
		status_is 1 "$tool" --stats page.txt missing two.txt
		[ "$(wc -l <err)" = 2 ]
		tail -n 1 err | grep -qx "{\"documents\":2,\"blocks\":10,\
\"bytes_in\":$(cat page.txt two.txt | wc -c),\
\"bytes_out\":$(wc -c <out),\"bad\":0,\"failed\":1}"
	done
}

@test "--blocks says what a block is" {
	fold -s -w 60 page.txt >wrapped.txt
	for tool in $TOOLS; do
		for pair in auto:5 para:5 line:$(grep -c . wrapped.txt); do
			status_is 0 "$tool" --blocks="${pair%:*}" --stats wrapped.txt
			grep -q "\"blocks\":${pair#*:}," err
		done
	done
}

@test "--output-dir writes each operand's file, and makes directories" {
	local here=$PWD
	mkdir -p in/sub
	page >in/sub/a.txt
	pages 2 >in/b.txt
	pages 3 >page.txt
	for tool in $TOOLS; do
		status_is 0 "$tool" -d "$tool.d" in/sub/a.txt in/b.txt "$here/page.txt"
		[ ! -s out ]
		[ ! -s err ]
		[ "$(find "$tool.d" -type f | wc -l)" = 3 ]
		"$tool" in/sub/a.txt | cmp - "$tool.d/in/sub/a.txt"
		"$tool" "$here/page.txt" | cmp - "$tool.d/$here/page.txt"
		"$tool" page.txt in/b.txt | tail -n "$(wc -l <"$tool.d/in/b.txt")" |
			cmp - "$tool.d/in/b.txt"
		for operand in ../x in/../../x .. -; do
			status_is 1 "$tool" -d "$tool.d" $operand in/b.txt ||
				status_is 2 "$tool" -d "$tool.d" $operand
			grep -qE "^$tool: .*--output-dir" err
		done
		status_is 2 "$tool" -d "$tool.d" <page.txt
		[ "$(find "$tool.d" -type f | wc -l)" = 3 ]
		printf 'in/b.txt\0page.txt\0' |
			"$tool" --header -d "$tool.0" --files0-from=-
		"$tool" --header in/b.txt | cmp - "$tool.0/in/b.txt"
		[ -s "$tool.0/page.txt" ]
	done
}

@test "a file in --output-dir is replaced whole or not at all" {
	mkdir dir
	for tool in $TOOLS; do
		mkdir -p "$tool.d/dir"
		printf 'old\n' | tee "$tool.d/a" "$tool.d/b" >"$tool.d/dir/f"
		page >b
		(record b; echo '[]') >a
		status_is 2 "$tool" -j -d "$tool.d" a
		echo old | cmp - "$tool.d/a"
		status_is 1 "$tool" -d "$tool.d" missing dir b
		"$tool" b | cmp - "$tool.d/b"
		[ ! -e "$tool.d/missing" ]
		echo old | cmp - "$tool.d/dir/f"
		status_is 1 "$tool" -j --on-error=skip -d "$tool.d" a
		[ "$(wc -l <"$tool.d/a")" = 1 ]
		find "$tool.d" -type f | wc -l | grep -qx 3
		echo x >file
		status_is 2 "$tool" -d file b
		grep -q "^$tool: file/b: Not a directory$" err
	done
}

@test "--skip-existing leaves out what is there" {
	pages 2 >two.txt
	for tool in $TOOLS; do
		mkdir "$tool.d"
		echo old >"$tool.d/page.txt"
		status_is 0 "$tool" --skip-existing -d "$tool.d" page.txt two.txt
		echo old | cmp - "$tool.d/page.txt"
		"$tool" two.txt | cmp - "$tool.d/two.txt"
		status_is 0 "$tool" -d "$tool.d" page.txt
		"$tool" page.txt | cmp - "$tool.d/page.txt"
	done
}

# answer: a line, as soon as `got` has been asked for it; script(1) may end too
# early where its input does
answer() {
	for _ in $(seq 100); do
		grep -q waiting got && break
		sleep 0.1
	done
	printf 'The council voted on Monday to close the bridge.\n\004'
}

@test "a terminal on standard input is told that input is awaited" {
	command -v script >/dev/null || skip "no script(1)"
	for tool in $TOOLS; do
		: >got
		answer | script -qec "$BIN/$tool" /dev/null >got
		grep -q "^$tool: -: waiting for input from the terminal" got
	done
}
