# SPDX-License-Identifier: ISC
# zsh.awk - zsh's completion of a tool, from the rows of completion/options
#
#	awk -v tool=NAME -f completion/zsh.awk
BEGIN {
	FS = "\t"
	print "#compdef " tool
	print "# zsh completion of " tool "(1); made from its --help-all"
	print ""
	print "_arguments -s -S \\"
}

{ print "\t" names($1, $2, $3, $6) text($6) argument($3, $4, $5) "' \\" }

END { print "\t'*:file:_files'" }

# One name, or both: each keeps the other away, unless it may be repeated.
function names(letter, name, kind, help,    without, long, short) {
	long = "--" name (kind == "none" ? "" : kind == "maybe" ? "=-" : "=")
	short = "-" letter (kind == "none" ? "" : "+")
	without = name ~ /^(help|help-all|version|list-roles)$/ ? "(- *)" : \
	    help ~ /repeatable/ ? "*" : \
	    letter == "-" ? "" : "(-" letter " --" name ")"
	if (letter == "-")
		return "'" without long
	return "'" without "'{" short "," long "}'"
}

function text(help) {
	gsub(/'/, "'\\''", help)
	gsub(/[]:[]/, "\\\\&", help)
	return "[" help "]"
}

function argument(kind, arg, choices,    what) {
	what = tolower(arg)
	if (kind == "none")
		return ""
	if (kind == "maybe")
		return "::" what ": "
	if (kind == "file")
		return ":" what ":_files"
	if (kind == "dir")
		return ":" what ":_files -/"
	if (kind == "one")
		return ":" what ":(" choices ")"
	if (kind == "list")
		return ":" what ":_sequence compadd - " choices
	return ":" what ": "
}
