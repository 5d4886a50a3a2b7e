# SPDX-License-Identifier: ISC
# bash.awk - bash's completion of a tool, from the rows of completion/options
#
#	awk -v tool=NAME -f completion/bash.awk
#
# Nothing else is needed: the package bash-completion only loads it by name.
# bash cuts words at "=", so --to=x is three of them.
BEGIN {
	FS = "\t"
	name = tool
	gsub(/-/, "_", name)
	name = "_copydesk_" name
}

{
	options = options " --" $2 ($3 == "none" || $3 == "maybe" ? "" : "=")
	if ($1 != "-")
		options = options " -" $1
	add($3, ($1 == "-" || $3 == "maybe" ? "" : "-" $1 "|") "--" $2, $5)
}

# What completes the argument of an option.
function add(kind, pattern, choices) {
	if (kind == "none")
		return
	cases = cases "\t" pattern ")\n"
	if (kind == "file")
		cases = cases "\t\t" name "_files -f ;;\n"
	else if (kind == "dir")
		cases = cases "\t\t" name "_files -d ;;\n"
	else if (kind == "one")
		cases = cases "\t\t" name "_words '" choices "' ;;\n"
	else if (kind == "list")
		cases = cases "\t\t" name "_list '" choices "' ;;\n"
	else if (kind == "maybe")
		cases = cases "\t\t[ -n \"$glued\" ] || return 1 ;;\n"
	else
		cases = cases "\t\t;;\n"
}

END {
	print "# bash completion of " tool "(1); made from its --help-all"
	print ""
	print name "_words() {"
	print "\tmapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\")"
	print "}\n"
	print name "_files() {"
	print "\tmapfile -t COMPREPLY < <(compgen \"$1\" -- \"$word\")"
	print "\tcompopt -o filenames 2>/dev/null"
	print "}\n"
	print "# The last name of a list, with those before it kept."
	print name "_list() {"
	print "\tlocal before="
	print "\t[[ $word != *,* ]] || before=${word%,*},"
	print "\tmapfile -t COMPREPLY < \\"
	print "\t\t<(compgen -P \"$before\" -W \"$1\" -- \"${word##*,}\")"
	print "\tcompopt -o nospace 2>/dev/null"
	print "}\n"
	print "# An option's argument; false where the option takes none."
	print name "_argument() {"
	print "\tcase $1 in"
	printf "%s", cases
	print "\t*)"
	print "\t\treturn 1 ;;"
	print "\tesac"
	print "\treturn 0"
	print "}\n"
	print name "() {"
	print "\tlocal word=${COMP_WORDS[COMP_CWORD]} glued="
	print "\tlocal before=\" ${COMP_WORDS[*]:0:COMP_CWORD} \""
	print "\tlocal i=$((COMP_CWORD - 1))"
	print "\tCOMPREPLY=()"
	print "\tif [[ $word == = ]]; then"
	print "\t\tword='' glued=1"
	print "\telif ((i > 1)) && [[ ${COMP_WORDS[i]} == = ]]; then"
	print "\t\ti=$((i - 1)) glued=1"
	print "\tfi"
	print "\t((i < 1)) || ! " name "_argument \"${COMP_WORDS[i]}\" ||"
	print "\t\treturn 0"
	print "\tif [[ $word != -* || $before == *' -- '* ]]; then"
	print "\t\t" name "_files -f"
	print "\t\treturn"
	print "\tfi"
	print "\t" name "_words '" substr(options, 2) "'"
	print "\t[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null"
	print "}\n"
	print "complete -F " name " " tool
}
