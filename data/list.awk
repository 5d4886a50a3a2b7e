# SPDX-License-Identifier: ISC
# list.awk - turns word lists into C: awk -v name=cues -f list.awk cues.en.txt ...
#
# A row is an entry, a tab and its kind. Rows of a file are sorted by bytes
# (LC_ALL=C sort) and unique; what is wrong is said as file:line: reason.
# Writes an array of bytes, see common/list.h.

function fail(reason) {
	printf "%s:%d: %s\n", FILENAME, FNR, reason >"/dev/stderr"
	bad = 1
	exit 1
}

function put(text,	i, n, c) {
	n = length(text)
	for (i = 1; i <= n; i++) {
		c = substr(text, i, 1)
		line = line ord[c] ","
		if (++bytes % 16 == 0) {
			print "\t" line
			line = ""
		}
	}
	line = line "0,"
	bytes++
}

BEGIN {
	FS = "\t"
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i < 128 ? i : sprintf("'\\%o'", i)
	print "/* Made by data/list.awk: edit data/" name ".*.txt instead. */"
	print "#include \"list.h\""
	print ""
	print "const char " name "_list[] = { /* NOLINT */"
}

FNR == 1 {
	last = ""
	lang = FILENAME
	sub(/.*\//, "", lang)
	sub(/\.txt$/, "", lang)
	lang = lang == name ? "" : substr(lang, length(name) + 2)
}

/^#/ || /^$/ { next }

{
	if (NF != 2 || $1 == "" || $2 == "")
		fail("not an entry, a tab and a kind")
	if ($1 ~ /^ | $|  /)
		fail("spaces at an end, or two in a row")
	if ($1 "" == last "")
		fail("twice: " $1)
	if ($1 "" < last "")
		fail("not sorted: " $1)
	last = $1
	put($1)
	put($2)
	put(lang)
}

END {
	if (bad)
		exit 1
	if (line != "")
		print "\t" line
	print "};"
	print "const size_t " name "_list_n = sizeof " name "_list;"
}
