/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "output.h"
#include "program.h"

#define HELP_COLUMN 27 /* where the texts begin */

static void
print_option(struct output *out, const struct option_spec *o)
{
	char left[64];
	const char *line = o->help, *end;
	int n;

	n = snprintf(left, sizeof left, "  %c%c%s --%s%s%s",
	    o->value < OPTION_LONG ? '-' : ' ',
	    o->value < OPTION_LONG ? o->value : ' ',
	    o->value < OPTION_LONG ? "," : " ", o->name,
	    o->arg == NULL || o->arg[0] == '[' ? "" : "=",
	    o->arg == NULL ? "" : o->arg);
	output_write(out, left, (size_t)n);
	for (;; line = end + 1) {
		for (; n < HELP_COLUMN; n++)
			output_write(out, " ", 1);
		end = strchr(line, '\n');
		output_write(out, line,
		    end == NULL ? strlen(line) : (size_t)(end - line));
		output_write(out, "\n", 1);
		if (end == NULL)
			break;
		n = 0;
	}
}

/* All tables, merged in the order of their names. */
static void
print_options(struct output *out, const struct option_spec **table, size_t n)
{
	size_t i, first;

	for (;;) {
		for (i = first = 0; i < n; i++)
			if (table[i] != NULL && table[i]->name != NULL
			    && (table[first] == NULL
			        || table[first]->name == NULL
			        || strcmp(table[i]->name,
			               table[first]->name) < 0))
				first = i;
		if (table[first] == NULL || table[first]->name == NULL)
			break;
		print_option(out, table[first]++);
	}
}

static _Noreturn void
finish_stdout(struct output *out)
{
	int error = output_close(out);

	if (error != 0) {
		program_complain("standard output", 0, strerror(error));
		exit(PROGRAM_FAILED);
	}
	exit(PROGRAM_OK);
}

_Noreturn void
help_show(const struct tool *tool, const struct option_spec *common,
    const struct option_spec *more)
{
	const struct option_spec *tables[] = { tool->options, common, more };
	struct output out;

	output_begin(&out, 1);
	output_string(&out, "usage: ");
	output_string(&out, tool->name);
	output_string(&out, " [OPTION]... [FILE]...\n");
	output_string(&out, tool->purpose);
	output_string(&out, "\nReads standard input where no FILE is given, "
	                    "or where FILE is -.\n\n");
	print_options(&out, tables, sizeof tables / sizeof tables[0]);
	finish_stdout(&out);
}

_Noreturn void
help_version(const struct tool *tool)
{
	struct output out;

	output_begin(&out, 1);
	output_string(&out, tool->name);
	output_string(&out, " (copydesk) " VERSION "\n");
	finish_stdout(&out);
}
