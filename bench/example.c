/* SPDX-License-Identifier: ISC */
#include <err.h>
#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "copy.h"

#define COST 2.0          /* of a wrong block, by the root of its words .. */
#define COST_WORDS 400    /* .. at most so many */
#define BLOCKS 6000       /* larger pages are passed over */
#define FIRST_DICE 88172645463325252u

void
examples_begin(struct examples *e)
{
	memset(e, 0, sizeof *e);
	e->text.fd = e->labels.fd = -1;
	e->dice = FIRST_DICE;
	page_begin(&e->look);
}

void
examples_end(struct examples *e)
{
	size_t i;

	for (i = 0; i < e->n; i++) {
		free(e->page[i].block);
		free(e->page[i].active);
	}
	for (i = 0; i < e->n_sources; i++) {
		free(e->source[i].text);
		free(e->source[i].label);
	}
	free(e->page);
	free(e->source);
	input_end(&e->text);
	input_end(&e->labels);
	page_end(&e->look);
}

/* Marsaglia's xorshift, 2003. */
double
example_draw(uint64_t *dice)
{
	*dice ^= *dice << 13;
	*dice ^= *dice >> 7;
	*dice ^= *dice << 17;
	return (double)(*dice >> 11) / 9007199254740992.0;
}

size_t
example_below(struct examples *e, size_t n)
{
	return (size_t)(example_draw(&e->dice) * (double)n);
}

/* Reads a whole file; false if it is not there or longer than a window. */
static bool
read_whole(struct input *in, const char *dir, const char *id, const char *end)
{
	char name[4096];

	snprintf(name, sizeof name, "%s/%s%s", dir, id, end);
	if (input_open(in, name) != 0)
		return false;
	input_fill(in, WINDOW_BYTES + 1);
	if (in->error != 0)
		errx(2, "%s: %s", name, strerror(in->error));
	return in->n > 0 && in->n <= WINDOW_BYTES;
}

/* What a label lets a block be in; t: comments, by ourselves. */
static uint8_t
zones_of(char label)
{
	switch (label) {
	case '1':
		return 1 << ZONE_CONTENT;
	case '0':
		return EXAMPLE_ALL & ~(1 << ZONE_CONTENT);
	case 't':
		return 1 << ZONE_COMMENTS;
	default:
		return EXAMPLE_ALL;
	}
}

static void
add_block(struct example *to, const struct page_block *b, char label)
{
	struct example_block *block = &to->block[to->n++];
	double words = fmin(b->feature.n_words, COST_WORDS);

	to->active = alloc_grow(to->active, &to->cap_active,
	    to->n_active + MODEL_ACTIVE, sizeof *to->active);
	block->first = (uint32_t)to->n_active;
	block->n = (uint16_t)model_features(&b->feature, &b->place,
	    to->active + to->n_active);
	to->n_active += block->n;
	block->allowed = zones_of(label);
	block->right = zones_of(label == 't' ? '0' : label);
	block->cost = (float)(COST * sqrt(words));
	block->words = label == 'x' ? 0 : (float)b->feature.n_words;
}

bool
examples_add(struct examples *e, const char *text, size_t n, const char *label,
    size_t n_labels, unsigned unknown)
{
	struct window w = { 0 };
	struct example *to;
	size_t i;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, n, true);
	n = w.blocks.n;
	if (n > 0 && n <= BLOCKS && n == n_labels) {
		e->page = alloc_grow(e->page, &e->cap, e->n + 1,
		    sizeof *e->page);
		to = &e->page[e->n++];
		memset(to, 0, sizeof *to);
		to->block = alloc_grow(to->block, &to->cap, n,
		    sizeof *to->block);
		page_document(&e->look);
		page_look(&e->look, &w, unknown);
		for (i = 0; i < n; i++)
			add_block(to, &e->look.block[i], label[i]);
		to->weight = (float)(1 / sqrt((double)n));
	}
	window_end(&w);
	return n > 0 && n <= BLOCKS && n == n_labels;
}

/* Keeps a page's text for copies. */
static void
keep(struct examples *e, const char *id, const char *label, size_t n_labels)
{
	struct example_source *s;

	e->source = alloc_grow(e->source, &e->cap_sources, e->n_sources + 1,
	    sizeof *e->source);
	s = &e->source[e->n_sources++];
	s->text = alloc_string(e->text.p, e->text.n);
	s->n = e->text.n;
	s->label = alloc_string(label, n_labels);
	s->n_blocks = n_labels;
	snprintf(s->kind, sizeof s->kind, "%s", strrchr(id, '-') != NULL
	        ? strrchr(id, '-') + 1
	        : "");
}

/* Adds one form of a page. */
static void
read_form(struct examples *e, const char *dir, const char *id,
    const char *form, const char *labels, bool kept)
{
	char *label;
	size_t n, i;

	if (!read_whole(&e->text, dir, id, form)
	    || !read_whole(&e->labels, dir, id, labels)) {
		e->n_passed++;
		return;
	}
	n = e->labels.n / 2;
	label = alloc_array(n + 1, 1);
	for (i = 0; i < n; i++)
		label[i] = e->labels.p[2 * i];
	if (!examples_add(e, e->text.p, e->text.n, label, n, 0))
		e->n_passed++;
	else if (kept)
		keep(e, id, label, n);
	free(label);
	input_close(&e->text);
	input_close(&e->labels);
}

/* Makes the weights of the pages 1 on the average. */
static void
level(struct examples *e)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < e->n; i++)
		sum += (double)e->page[i].weight;
	for (i = 0; i < e->n; i++)
		e->page[i].weight *= (float)((double)e->n / sum);
}

void
examples_read(struct examples *e, FILE *ids, const char *dir)
{
	char *id = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&id, &cap, ids)) > 0) {
		if (id[n - 1] == '\n')
			id[n - 1] = '\0';
		read_form(e, dir, id, ".txt", ".labels", true);
		read_form(e, dir, id, ".wet", ".wet.labels", false);
	}
	free(id);
	copy_all(e);
	level(e);
}
