/* SPDX-License-Identifier: ISC */
/*
 * roles - learns data/chain.roles.txt from pages whose parts are known
 *
 *	roles DIR <names >data/chain.roles.txt
 *
 * Reads names and weights, one a line, as bench/labels writes them with DIR.
 * The weights are those that make the known classes likeliest (a conditional
 * random field, common/chain.h), by Adam (Kingma and Ba, ICLR 2015), held to 0
 * by the square of what they are; what is kept is their running mean. The same
 * pages give the same weights.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "alloc.h"
#include "chain_name.h"
#include "field.h"
#include "input.h"
#include "page_class.h"

#define ROUNDS 16      /* through all pages */
#define BATCH 4        /* pages for a step */
#define RATE 0.008     /* of the first steps; it falls to 0 */
#define DROP 0.3       /* of features, overlooked at a time */
#define COST 1.0       /* of article that is lost, by the root of words .. */
#define COST_WORDS 100 /* .. at most so many */
#define FIRST_DICE 88172645463325252u

#define OTHER (1u << CLASS_BEFORE | 1u << CLASS_LEAD | 1u << CLASS_INSIDE \
    | 1u << CLASS_AFTER)

/*
 * What a letter lets a block be, and what it costs to get it wrong: more where
 * a page has but one or a few of a class.
 */
static const struct {
	char letter;
	unsigned classes;
	double cost;
} letters[] = {
	/* of pages of which all parts are known: before, inside, after .. */
	{ 'p', 1u << CLASS_BEFORE | 1u << CLASS_LEAD, 0 },
	{ 'i', 1u << CLASS_LEAD | 1u << CLASS_INSIDE, 3 },
	{ 'f', 1u << CLASS_AFTER, 3 },
	/* .. or some */
	{ 'o', OTHER, 0 },
	{ 't', 1u << CLASS_TITLE, 12 },
	{ 's', 1u << CLASS_STANDFIRST, 9 },
	{ 'y', 1u << CLASS_BYLINE, 5 },
	{ 'd', 1u << CLASS_DATE, 0 },
	{ 'h', 1u << CLASS_HEADING, 3 },
	{ 'b', 1u << CLASS_BODY, 2 },
	{ 'c', 1u << CLASS_CAPTION, 5 },
	{ 'Y', 1u << CLASS_BYLINE | OTHER, 0 },
	{ 'C', 1u << CLASS_CAPTION | OTHER, 0 },
	{ '?', CHAIN_ALL & ~(1u << CLASS_TITLE | 1u << CLASS_STANDFIRST
	    | 1u << CLASS_BYLINE), 0 },
	/* of pages of which the article is known: a, n; A, title aside */
	{ 'a', CHAIN_ARTICLE, 0 },
	{ 'A', CHAIN_ARTICLE & ~(1u << CLASS_TITLE), 0 },
	{ 'n', CHAIN_ALL & ~CHAIN_ARTICLE, 0 },
	{ 'N', (CHAIN_ALL & ~CHAIN_ARTICLE) | 1u << CLASS_TITLE, 0 },
	{ 'x', CHAIN_ALL, 0 },
};

#define N_LETTERS (sizeof letters / sizeof letters[0])

/* The classes that never follow each. */
#define ARTICLE_ON (1u << CLASS_BEFORE)
#define NOT_LEAD (1u << CLASS_BEFORE | 1u << CLASS_LEAD)
static const uint16_t never[CLASSES] = {
	[CLASS_BEFORE] = 1u << CLASS_LEAD | 1u << CLASS_INSIDE,
	[CLASS_LEAD] = ARTICLE_ON,
	[CLASS_INSIDE] = NOT_LEAD,
	[CLASS_AFTER] = NOT_LEAD | 1u << CLASS_INSIDE,
	[CLASS_TITLE] = ARTICLE_ON | 1u << CLASS_INSIDE,
	[CLASS_STANDFIRST] = ARTICLE_ON,
	[CLASS_HEADING] = NOT_LEAD,
	[CLASS_BODY] = NOT_LEAD,
};

struct pages {
	struct field_page *page; /* owned, with all they have */
	size_t n, cap;
	struct page look;
	struct input text, labels;
};

/* The place of a letter in the table; of none, that of the last. */
static size_t
letter_place(char letter)
{
	size_t i;

	for (i = 0; i < N_LETTERS - 1 && letters[i].letter != letter; i++)
		;
	return i;
}

static bool
read_whole(struct input *in, const char *dir, const char *name,
    const char *end)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/%s%s", dir, name, end);
	if (input_open(in, path) != 0)
		return false;
	input_fill(in, WINDOW_BYTES + 1);
	return in->error == 0 && in->n <= WINDOW_BYTES;
}

/* What it costs to get a block wrong. */
static double
cost_of(size_t letter, const struct feature *f)
{
	double words = f->n_words < COST_WORDS ? f->n_words : COST_WORDS;

	return letters[letter].letter == 'a' || letters[letter].letter == 'A'
	    ? COST * sqrt(words)
	    : letters[letter].cost;
}

/* Adds the features of block i, and what it may be. */
static void
add_block(struct pages *p, struct field_page *to, size_t i, size_t letter)
{
	struct field_block *b = &to->block[to->n++];
	uint16_t may = p->look.way[i].allowed;

	to->active = alloc_grow(to->active, &to->cap_active,
	    to->n_active + CHAIN_ACTIVE, sizeof *to->active);
	b->first = to->n_active;
	b->n = page_active(&p->look, i, to->active + to->n_active);
	to->n_active += b->n;
	b->may = may;
	b->right = (uint16_t)(letters[letter].classes & may);
	if (b->right == 0)
		b->right = may;
	b->cost = cost_of(letter, &p->look.block[i].feature);
}

/* Goes on to the letter of the block that has byte `at`. */
static void
letter_at(const char **labels, size_t at, char *last)
{
	char *end;
	size_t start = strtoul(*labels, &end, 10);

	while (end > *labels && start <= at) {
		*last = end[1];
		*labels = end + 3;
		start = strtoul(*labels, &end, 10);
	}
}

static void
add_page(struct pages *p, double weight)
{
	struct window w = { 0 };
	struct field_page *to;
	const char *labels;
	char *text, last = 'x';
	size_t head, i;

	labels = text = alloc_string(p->labels.p, p->labels.n);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, p->text.p, p->text.n, true);
	p->page = alloc_grow(p->page, &p->cap, p->n + 1, sizeof *p->page);
	to = &p->page[p->n++];
	*to = (struct field_page) { .weight = weight };
	to->block = alloc_array(w.blocks.n + 1, sizeof *to->block);
	page_document(&p->look);
	head = page_find_zones(&p->look, &w);
	page_classes(&p->look, w.blocks.n, head);
	for (i = 0; i < w.blocks.n; i++) {
		letter_at(&labels, w.blocks.block[i].start, &last);
		if (p->look.way[i].allowed != 0)
			add_block(p, to, i, letter_place(last));
	}
	window_end(&w);
	free(text);
}

static void
read_pages(struct pages *p, FILE *names, const char *dir)
{
	char name[1024];
	double weight;

	p->text.fd = p->labels.fd = -1;
	while (fscanf(names, "%1023s %lf", name, &weight) == 2) {
		if (read_whole(&p->text, dir, name, ".txt")
		    && read_whole(&p->labels, dir, name, ".labels"))
			add_page(p, weight);
		input_close(&p->text);
		input_close(&p->labels);
	}
}

/* Marsaglia's xorshift, 2003. */
static size_t
draw(uint64_t *dice, size_t n)
{
	*dice ^= *dice << 13;
	*dice ^= *dice >> 7;
	*dice ^= *dice << 17;
	return (size_t)(*dice >> 11) % n;
}

static void
shuffle(size_t *order, size_t n, uint64_t *dice)
{
	size_t i, k, at;

	for (i = n; i > 1; i--) {
		k = draw(dice, i);
		at = order[i - 1];
		order[i - 1] = order[k];
		order[k] = at;
	}
}

static void
learn(struct field *f, const struct pages *p)
{
	size_t *order = alloc_array(p->n + 1, sizeof *order), i, k;
	uint64_t dice = FIRST_DICE;
	unsigned round;
	double loss = 0, share;

	for (i = 0; i < p->n; i++)
		order[i] = i;
	for (round = 0; round < ROUNDS; round++) {
		shuffle(order, p->n, &dice);
		loss = 0; /*x*/
		for (i = 0; i < p->n; i += k) {
			for (k = 0; k < BATCH && i + k < p->n; k++)
				loss += field_loss(f, &p->page[order[i + k]]);
			share = (round + (double)i / (double)p->n) / ROUNDS;
			field_step(f, k, RATE * (1 - share));
		}
	}
	warnx("loss %.4f a page", loss / (double)p->n);
	free(order);
}

/* In the order of the bytes before the tab. */
static int
compare(const void *a, const void *b)
{
	const char *p = *(char *const *)a, *q = *(char *const *)b;

	for (; *p == *q && *p != '\t'; p++, q++)
		;
	return (*p == '\t' ? 0 : *p) - (*q == '\t' ? 0 : *q);
}

static char *row[2 * CHAIN_FEATURES + CLASSES + CHAIN_PARTS * CHAIN_UNITS];
static size_t n_rows;

/* Adds a row of numbers, unless they are all 0; some are "never". */
static void
add_row(const char *name, const double *weight, size_t n, int one,
    unsigned out)
{
	char *text = alloc_array(256, 1);
	bool any = false;
	size_t len, i;
	long x;

	len = (size_t)snprintf(text, 256, "%s", name);
	for (i = 0; i < n; i++) {
		x = lround(weight[i] * one);
		any |= x != 0;
		text[len++] = i > 0 ? ' ' : '\t';
		len += (size_t)((out >> i & 1) != 0
		        ? snprintf(text + len, 256 - len, "never")
		        : snprintf(text + len, 256 - len, "%ld", x));
	}
	if (any)
		row[n_rows++] = text;
	else
		free(text);
}

static void
add_features(const struct field *f)
{
	char name[MODEL_NAME], full[MODEL_NAME + 16];
	size_t i;

	for (i = 0; i < CHAIN_FEATURES; i++) {
		chain_name((unsigned)i, name);
		if (name[0] == '.')
			continue;
		snprintf(full, sizeof full, "%s class", name);
		add_row(full, f->mean.row[i], CLASSES, CHAIN_ONE, 0);
		snprintf(full, sizeof full, "%s unit", name);
		if (f->seen[i])
			add_row(full, f->mean.unit[i], CHAIN_UNITS,
			    CHAIN_UNIT_ONE, 0);
	}
}

static void
put_weights(const struct field *f)
{
	char name[MODEL_NAME + 16];
	size_t i, k;

	add_features(f);
	for (i = 0; i < CHAIN_PARTS; i++)
		for (k = 0; k < CHAIN_UNITS; k++) {
			snprintf(name, sizeof name, "mix.%s %zu",
			    chain_part_names[i], k);
			add_row(name, f->mean.mix[i][k], CLASSES,
			    CHAIN_MIX_ONE, 0);
		}
	for (i = 0; i < CLASSES; i++) {
		snprintf(name, sizeof name, "step.%s", chain_class_names[i]);
		add_row(name, f->mean.step[i], CLASSES, CHAIN_ONE, never[i]);
	}
	qsort(row, n_rows, sizeof row[0], compare);
	for (i = 0; i < n_rows; i++) {
		puts(row[i]);
		free(row[i]);
	}
}

static void
put_head(void)
{
	puts("# SPDX-License-Identifier: ISC\n"
	    "# The weights of common/chain.c, in whole numbers, 128 is 1; made "
	    "by `make model`.\n"
	    "# \"FEATURE\" and \"step.CLASS\", from it to the next block's: for "
	    "before, lead,\n"
	    "# inside, after, title, standfirst, byline, date, heading, body, "
	    "caption.\n"
	    "# trained on WCXB (Web Content Extraction Benchmark), (c) 2026 "
	    "Murrough Foley,\n"
	    "# CC-BY-4.0; changed: flattened to text; on test pages of fundus "
	    "(MIT), (c) its\n"
	    "# authors, and of Postlight Parser (MIT or Apache-2.0), (c) "
	    "Postlight");
}

int
main(int argc, char **argv)
{
	static struct pages pages;
	static struct field field;
	size_t i;

	if (argc != 2) {
		fputs("usage: roles DIR <names >chain.roles.txt\n", stderr);
		return 2;
	}
	page_begin(&pages.look);
	read_pages(&pages, stdin, argv[1]);
	warnx("%zu pages", pages.n);
	field_begin(&field, never);
	field.drop = DROP;
	for (i = 0; i < pages.n; i++)
		field_saw(&field, &pages.page[i]);
	learn(&field, &pages);
	put_head();
	put_weights(&field);
	if (fflush(stdout) != 0)
		err(2, "standard output");
	for (i = 0; i < pages.n; i++) {
		free(pages.page[i].block);
		free(pages.page[i].active);
	}
	free(pages.page);
	input_end(&pages.text);
	input_end(&pages.labels);
	page_end(&pages.look);
	field_end(&field);
	return 0;
}
