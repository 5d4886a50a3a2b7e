# SPDX-License-Identifier: ISC
# fish.awk - fish's completion of a tool, from the rows of completion/options
#
#	awk -v tool=NAME -f completion/fish.awk
BEGIN {
	FS = "\t"
	print "# fish completion of " tool "(1); made from its --help-all"
}

{
	print "complete -c " tool ($1 == "-" ? "" : " -s " $1) " -l " $2 \
	    argument($3, $5) " -d '" quoted($6) "'"
}

function quoted(s) {
	gsub(/\\/, "\\\\", s)
	gsub(/'/, "\\'", s)
	return s
}

function argument(kind, choices) {
	if (kind == "file")
		return " -r -F"
	if (kind == "dir")
		return " -x -a '(__fish_complete_directories)'"
	if (kind == "one")
		return " -x -a '" choices "'"
	if (kind == "list")
		return " -x -a '(__fish_complete_list , " \
		    "\"string split \\\" \\\"" \
		    " \\\"" choices "\\\"\")'"
	return kind == "text" ? " -x" : ""
}
