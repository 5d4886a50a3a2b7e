/* SPDX-License-Identifier: ISC */
/*
 * strip-boilerplate - keeps the headline, standfirst and body of a page
 *
 * Reads pages as text, takes each block for what it is (page.h), and writes
 * those of the roles that are kept. Holds a window of a text in memory, or
 * the largest record.
 */
#include <stdlib.h>
#include <string.h>

#include "filter.h"
#include "page_row.h"
#include "program.h"

enum { DROP = OPTION_LONG, KEEP, REMOVED };

/* Thresholds: the bounds, and some by name. */
#define LEAST 0.001
#define MOST 0.999

static const char *const profiles[] = { "balanced", "precision", "recall",
	NULL };
static const double profile_thresholds[] = { 0.5, 0.9, 0.1 };

static const struct option_spec specs[] = {
	{ DROP, "drop", "ROLE,..", "drop these roles, too" },
	{ 'v', "dropped", NULL, "write what is dropped instead" },
	{ KEEP, "keep", "ROLE,..", "keep these roles, too" },
	{ 'f', "phrases", "FILE",
	    "drop blocks that hold a phrase of FILE, one a line;\n"
	    "keep those that hold one with ! before it" },
	{ 'p', "profile", "NAME", "precision, balanced or recall" },
	{ REMOVED, "removed", "FILE",
	    "append rows of what is dropped to FILE" },
	{ 't', "threshold", "SHARE",
	    "how sure the article must be, 0 to 1;\n0.5: what is likelier; more keeps less" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	.name = "strip-boilerplate",
	.purpose = "Keeps the headline, standfirst and body of pages; drops "
	           "menus, notices, forms,\nteasers and comments.",
	.options = specs,
};

/* The roles that are kept without being told so. */
static const bool usual[ROLES] = {
	[ROLE_TITLE] = true,
	[ROLE_STANDFIRST] = true,
	[ROLE_HEADING] = true,
	[ROLE_BODY] = true,
	[ROLE_LIST] = true,
	[ROLE_QUOTE] = true,
};

struct options {
	bool keep[ROLES];    /* the roles that are kept */
	bool dropped;        /* write what is dropped */
	const char *removed; /* for rows of what is dropped */
};

static bool
is_kept(const struct page_block *b, const struct options *o)
{
	if (b->forced != FORCED_NOT)
		return b->forced == FORCED_KEEP;
	return o->keep[b->role];
}

/* Whether it is enough to know what is of the article. */
static bool
is_rough(const struct options *o, bool annotate)
{
	size_t role;

	for (role = 0; role < ROLES; role++)
		if (o->keep[role] != usual[role])
			return false;
	return !annotate && o->removed == NULL;
}

static void
put_block(struct filter *f, const struct page *p, const struct options *o,
    size_t i)
{
	bool kept = is_kept(&p->block[i], o);

	if (o->removed != NULL && !kept)
		page_row(&f->removed, &f->window, p, i, kept);
	if (f->common->annotate)
		page_row(&f->rows, &f->window, p, i, kept);
	else if (kept != o->dropped)
		filter_keep(f, &f->window.blocks.block[i]);
}

static void
strip(struct filter *f, struct page *p, const struct options *o)
{
	struct window *w;
	size_t n, i;

	while (filter_document(f)) {
		page_document(p);
		while ((w = filter_window(f)) != NULL) {
			n = page_label(p, w);
			for (i = 0; i < n; i++)
				put_block(f, p, o, i);
			filter_decided(f, n);
		}
	}
}

static void
set_roles(const struct option_parser *p, struct options *o, bool keep)
{
	const char *rest = p->arg;
	size_t role;

	while (option_list(p, &rest, model_role_names, &role))
		o->keep[role] = keep;
}

/* Adds a file of phrases, or ends the program with its complaint. */
static void
read_phrases(struct page *p, const char *name)
{
	struct input in = { .fd = -1 };
	const char *reason = NULL;
	size_t line = 0;
	int error = input_open(&in, name);

	while (error == 0 && !in.eof) {
		input_fill(&in, in.n + 1);
		error = in.error;
	}
	if (error != 0)
		reason = strerror(error);
	else
		line = page_add_phrases(p, in.p, in.n, &reason);
	input_end(&in);
	if (reason != NULL) {
		program_complain(name, line, reason);
		exit(PROGRAM_FAILED);
	}
}

/* The threshold given, kept off the ends, where nothing is weighed. */
static double
threshold_of(const struct option_parser *p)
{
	double share = option_share(p, 0, 1);

	return share < LEAST ? LEAST : share > MOST ? MOST : share;
}

static void
parse(int argc, char **argv, struct common *common, struct options *o,
    struct page *page)
{
	struct option_parser p;
	int c;

	memcpy(o->keep, usual, sizeof usual);
	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, common)) != -1)
		switch (c) {
		case DROP:
		case KEEP:
			set_roles(&p, o, c == KEEP);
			break;
		case REMOVED:
			o->removed = p.arg;
			break;
		case 'f':
			read_phrases(page, p.arg);
			break;
		case 'p':
			page_threshold(page, profile_thresholds[
			    option_choice(&p, profiles)]);
			break;
		case 't':
			page_threshold(page, threshold_of(&p));
			break;
		case 'v':
			o->dropped = true;
			break;
		}
	option_end(&p, common);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	struct common common = { 0 };
	struct product product = { 0 };
	struct filter filter;
	struct page page;
	int status;

	program_begin(argv);
	page_begin(&page);
	parse(argc, argv, &common, &options, &page);
	product.kind = common.annotate ? PRODUCT_ROWS : PRODUCT_TEXT;
	product.member = "blocks";
	product.columns = page_row_columns;
	product.removed = options.removed;
	filter_begin(&filter, &common, &product);
	if (is_rough(&options, common.annotate))
		page_rough(&page);
	strip(&filter, &page, &options);
	status = filter_end(&filter);
	page_end(&page);
	return status;
}
