/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "help.h"
#include "option.h"
#include "program.h"

/* Options without a letter; those of the tools, from OPTION_LONG, are below. */
enum {
	BLOCKS = OPTION_LONG + 256,
	COLOR,
	FILES0_FROM,
	HEADER,
	HELP_ALL,
	ID_KEY,
	MAX_DOC,
	OFFSETS,
	ON_ERROR,
	PROGRESS,
	REJECTS,
	SKIP_EXISTING,
	STATS,
	TO,
	WET
};

#define HELP_TEXT "show this tool's options"
#define HELP_ALL_TEXT "show the options that all tools share, too"
#define VERSION_TEXT "show the version"

/* Those that every --help shows; sorted by name, as the next table. */
static const struct option_spec always[] = {
	{ 'h', "help", NULL, HELP_TEXT },
	{ HELP_ALL, "help-all", NULL, HELP_ALL_TEXT },
	{ 'V', "version", NULL, VERSION_TEXT },
	{ 0, NULL, NULL, NULL },
};

static const struct option_spec shared[] = {
	{ '0', "null", NULL, "documents end in NUL, in and out" },
	{ 'a', "annotate", NULL,
	    "show every unit as a TSV row with verdict and reason\n"
	    "(-j: the member blocks) instead of acting" },
	{ BLOCKS, "blocks", "MODE",
	    "where blocks end. auto (default): hard-wrapped lines\n"
	    "are joined; para: at blank lines; line: at each line" },
	{ COLOR, "color", "WHEN",
	    "the page with notes in its margin for -a: auto\n"
	    "(default: on a terminal), always or never" },
	{ FILES0_FROM, "files0-from", "FILE",
	    "take operands from FILE, each ended by NUL" },
	{ HEADER, "header", NULL, "write column names above TSV" },
	{ 'h', "help", NULL, HELP_TEXT },
	{ HELP_ALL, "help-all", NULL, HELP_ALL_TEXT },
	{ ID_KEY, "id-key", "KEY", "the member with a record's id (id)" },
	{ 'j', "jsonl", NULL, "JSON Lines, in and out" },
	{ 'k', "key", "KEY", "the member with the text (text)" },
	{ MAX_DOC, "max-doc", "SIZE", "a larger record is a bad one (64M)" },
	{ OFFSETS, "offsets", "UNIT",
	    "bytes (default) or chars: code points" },
	{ ON_ERROR, "on-error", "WHAT",
	    "fail (default), skip or pass bad records" },
	{ 'd', "output-dir", "DIR",
	    "write each operand's output to DIR/OPERAND" },
	{ PROGRESS, "progress", "[=WHEN]",
	    "show how far it is: auto (default: on a terminal),\n"
	    "always or never" },
	{ REJECTS, "rejects", "FILE", "append bad records to FILE" },
	{ SKIP_EXISTING, "skip-existing", NULL,
	    "leave out operands whose output is there" },
	{ STATS, "stats", NULL, "write counts to stderr at the end" },
	{ TO, "to", "FORMAT", "write text, null, jsonl or tsv" },
	{ 'u', "unbuffered", NULL, "write at once what is decided" },
	{ 'V', "version", NULL, VERSION_TEXT },
	{ WET, "wet", NULL, "WARC conversion records in, JSON Lines out" },
	{ 0, NULL, NULL, NULL },
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static void
add_option(struct option_parser *p, size_t *n, const struct option_spec *o)
{
	char letter[4] = { 0 };
	int has_arg = o->arg == NULL ? no_argument
	    : o->arg[0] == '['       ? optional_argument
	                             : required_argument;

	if (*n + 2 > COUNT(p->longs)
	    || strlen(p->letters) + 4 > sizeof p->letters)
		program_misused("too many options", NULL);
	p->longs[*n] = (struct option) { o->name, has_arg, NULL, o->value };
	p->longs[++*n] = (struct option) { NULL, 0, NULL, 0 };
	if (o->value >= OPTION_LONG)
		return;
	letter[0] = (char)o->value;
	if (o->arg != NULL)
		letter[1] = ':';
	if (has_arg == optional_argument)
		letter[2] = ':';
	strcat(p->letters, letter);
}

void
option_begin(struct option_parser *p, const struct tool *tool, int argc,
    char **argv)
{
	const struct option_spec *o;
	size_t n = 0;

	memset(p, 0, sizeof *p);
	p->tool = tool;
	p->argc = argc;
	p->argv = argv;
	for (o = shared; o->name != NULL; o++)
		add_option(p, &n, o);
	for (o = tool->options; o->name != NULL; o++)
		add_option(p, &n, o);
	for (o = tool->more; o != NULL && o->name != NULL; o++)
		add_option(p, &n, o);
}

static void
set_from(struct common *c, enum format from)
{
	if (c->from != FORMAT_TEXT && c->from != from)
		program_misused("-0, -j and --wet exclude each other", NULL);
	c->from = from;
}

static enum format
to_format(const struct option_parser *p)
{
	static const char *const names[]
	    = { "text", "null", "jsonl", "tsv", NULL };
	static const enum format formats[]
	    = { FORMAT_TEXT, FORMAT_NULL, FORMAT_JSONL, FORMAT_TSV };

	return formats[option_choice(p, names)];
}

/* Options that say what comes in and goes out; false if it is none. */
static bool
set_format(struct common *c, const struct option_parser *p, int value)
{
	static const char *const blocks[] = { "auto", "para", "line", NULL };
	static const char *const units[] = { "bytes", "chars", NULL };

	switch (value) {
	case '0':
		set_from(c, FORMAT_NULL);
		break;
	case 'j':
		set_from(c, FORMAT_JSONL);
		break;
	case WET:
		set_from(c, FORMAT_WET);
		break;
	case TO:
		c->to = to_format(p);
		break;
	case BLOCKS:
		c->blocks = (enum block_mode)option_choice(p, blocks);
		break;
	case OFFSETS:
		c->chars = option_choice(p, units) == 1;
		break;
	case 'k':
		c->key = p->arg;
		break;
	case ID_KEY:
		c->id_key = p->arg;
		break;
	case MAX_DOC:
		c->max_doc = (size_t)option_size(p, 1, SIZE_MAX / 8);
		break;
	case FILES0_FROM:
		c->files0_from = p->arg;
		break;
	default:
		return false;
	}
	return true;
}

/* The other shared options; false if it is none. */
static bool
set_other(struct common *c, const struct option_parser *p, int value)
{
	static const char *const on_error[] = { "fail", "skip", "pass", NULL };
	static const char *const whens[] = { "auto", "always", "never", NULL };

	switch (value) {
	case 'a':
		c->annotate = true;
		break;
	case 'd':
		c->output_dir = p->arg;
		break;
	case 'u':
		c->unbuffered = true;
		break;
	case COLOR:
		c->color = (enum when)option_choice(p, whens);
		break;
	case HEADER:
		c->header = true;
		break;
	case ON_ERROR:
		c->on_error = (enum on_error)option_choice(p, on_error);
		break;
	case PROGRESS:
		c->progress = p->arg == NULL
		    ? WHEN_AUTO
		    : (enum when)option_choice(p, whens);
		break;
	case REJECTS:
		c->rejects = p->arg;
		break;
	case SKIP_EXISTING:
		c->skip_existing = true;
		break;
	case STATS:
		c->stats = true;
		break;
	default:
		return false;
	}
	return true;
}

int
option_next(struct option_parser *p, struct common *c)
{
	int value;

	if (c->key == NULL)
		*c = (struct common) { .from = FORMAT_TEXT, .key = "text",
			.id_key = "id", .max_doc = (size_t)64 << 20,
			.progress = WHEN_NEVER };
	for (;;) {
		value = getopt_long(p->argc, p->argv, p->letters, p->longs,
		    NULL);
		p->arg = optarg;
		if (value == -1)
			return -1;
		if (value == '?')
			program_misused(opterr ? NULL : "invalid option",
			    p->argv[optind - 1]);
		if (value == 'h')
			help_show(p->tool, always, NULL);
		if (value == HELP_ALL)
			help_show(p->tool, shared, p->tool->more);
		if (value == 'V')
			help_version(p->tool);
		if (!set_format(c, p, value) && !set_other(c, p, value))
			return value;
	}
}

/* Refuses what does not go together. */
static void
check(const struct common *c)
{
	bool same = c->to == FORMAT_NATIVE || c->to == c->from;

	if (c->on_error == ON_ERROR_PASS
	    && (!same || c->from == FORMAT_WET || c->from == FORMAT_TEXT))
		program_misused("--on-error=pass needs records in the format "
		                "that is written", NULL);
	if (c->skip_existing && c->output_dir == NULL)
		program_misused("--skip-existing needs --output-dir", NULL);
	if (c->files0_from != NULL && c->n_operands > 0)
		program_misused("--files0-from takes the place of operands",
		    c->operands[0]);
}

void
option_end(struct option_parser *p, struct common *c)
{
	c->operands = p->argv + optind;
	c->n_operands = (size_t)(p->argc - optind);
	check(c);
}
