# SPDX-License-Identifier: ISC
# margin.awk - the rows of split-sections --header for a page with roles in its
# margin (see margin.bash), as a careful reader would write them
#
# A section begins where the role changes and at each heading. What resumes the
# article after an interruption stands under the last heading of it.

BEGIN {
	FS = "\t"
	for (i = split("body list quote", text, " "); i > 0; i--)
		is_text[text[i]] = 1
	print "doc\tstart\tend\trole\theading\tlevel\ttext"
}

# The words of a heading: its lines without what underlines them.
function words(block,    line, n, i, s) {
	n = split(block, line, "\n")
	for (i = 1; i <= n; i++) {
		gsub(/^[ \t]+|[ \t]+$/, "", line[i])
		if (line[i] !~ /^(=+|-+)$/ && line[i] != "")
			s = s (s == "" ? "" : " ") line[i]
	}
	return s
}

function escaped(s) {
	gsub(/\\/, "\\\\", s)
	gsub(/\t/, "\\t", s)
	gsub(/\r/, "\\r", s)
	gsub(/\n/, "\\n", s)
	return s
}

function close_section(end) {
	if (role == "")
		return
	gsub(/^[ \t\r\n]+|[ \t\r\n]+$/, "", section)
	printf "-\t%d\t%d\t%s\t%s\t%s\t%s\n", start, end, role, heading, level,
	    escaped(section)
	start = end
	section = ""
}

# Opens a section of role r under heading h of level l.
function open_section(r, h, l) {
	close_section(block_start)
	role = r
	heading = h
	level = l
}

function take_block(    r) {
	if (margin == "")
		return
	r = margin
	sub(/[.:].*/, "", r)
	if (r == "heading" && words(block) == "") {
		; # a line that underlines one
	} else if (r == "heading") {
		last = words(block)
		last_level = margin
		sub(/^[^.]*\.?/, "", last_level)
		open_section(r, last, last_level)
	} else if (margin ~ /:$/) {
		open_section(r, words(block), "")
	} else if (role == "heading" && is_text[r]) {
		role = r
	} else if (role != r) {
		if (is_text[r])
			open_section(r, last, last_level)
		else
			open_section(r, "", "")
	}
	section = section block
}

{
	line = $0
	sub(/^[^\t]*\t?/, "", line)
	if ($1 != "") {
		take_block()
		margin = $1
		sub(/\?$/, "", margin)
		block_start = at
		block = ""
	}
	block = block line "\n"
	at += length(line) + 1
}

END {
	take_block()
	close_section(at)
}
