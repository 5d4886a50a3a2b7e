/* SPDX-License-Identifier: ISC */
/*
 * option - the command line: one table of the options that all tools share,
 * one of each tool's own; parsing, --help and --help-all come from these
 *
 *	option_begin(&p, &tool, argc, argv);
 *	while ((c = option_next(&p, &common)) != -1)
 *		switch (c) { ... the tool's own options, p.arg ... }
 *	option_end(&p, &common);
 *
 * Shared options are dealt with inside option_next. A wrong command line is
 * answered on stderr and ends the program with 2; --help and --version are
 * written to stdout and end it with 0. Arguments are borrowed from argv.
 */
#ifndef OPTION_H
#define OPTION_H

#include <getopt.h>
#include <stdbool.h>
#include <stdint.h>

#include "block.h"

enum format {
	FORMAT_NATIVE, /* of `to`: what goes with the input */
	FORMAT_TEXT,
	FORMAT_NULL,
	FORMAT_JSONL,
	FORMAT_WET,
	FORMAT_TSV
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum on_error { ON_ERROR_FAIL, ON_ERROR_SKIP, ON_ERROR_PASS };

/* The shared options as they were given. */
struct common {
	enum format from, to;
	enum block_mode blocks;
	enum on_error on_error;
	enum when color, progress;
	bool annotate, chars, header, skip_existing, stats;
	bool unbuffered;
	const char *key, *id_key;     /* of JSON Lines */
	const char *files0_from, *output_dir, *rejects;
	size_t max_doc;               /* bytes */
	char **operands;              /* a null pointer last */
	size_t n_operands;
};

struct option_spec {
	int value;        /* a letter, or from OPTION_LONG up: no letter */
	const char *name;
	const char *arg;  /* its name; null: none; in brackets: optional */
	const char *help; /* \n where a further line begins */
};

#define OPTION_LONG 256

/* A program, as its --help tells it. */
struct tool {
	const char *name;
	const char *purpose; /* what it does, in a sentence or two */
	const struct option_spec *options; /* sorted; .name null: the end */
	const struct option_spec *more; /* for --help-all alone; or null */
};

struct option_parser {
	const struct tool *tool;
	const char *arg; /* of the option just returned, or null */

	/* private */
	int argc;
	char **argv;
	char letters[160];
	struct option longs[80];
};

void option_begin(struct option_parser *, const struct tool *, int argc,
    char **argv);
int option_next(struct option_parser *, struct common *);
void option_end(struct option_parser *, struct common *);

/*
 * Strict numbers: the whole argument, in low..high, else the program ends
 * with a message that names the option. A size may end in K, M, G or T
 * (powers of 1024).
 */
uint64_t option_number(const struct option_parser *, uint64_t low,
    uint64_t high);
uint64_t option_size(const struct option_parser *, uint64_t low,
    uint64_t high);

/* A decimal number in low..high; else as those above. */
double option_share(const struct option_parser *, double low, double high);

/* The index of the argument in a list that ends in a null pointer. */
size_t option_choice(const struct option_parser *, const char *const *choices);

/*
 * Cuts the next of a comma-separated list off *rest, and gives its index in
 * choices; false when the list is used up. Else as option_choice.
 */
bool option_list(const struct option_parser *, const char **rest,
    const char *const *choices, size_t *index);

#endif
