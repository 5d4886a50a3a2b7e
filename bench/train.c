/* SPDX-License-Identifier: ISC */
/*
 * train - learns data/page.zones.txt from pages whose articles are known
 *
 *	train DIR <ids >data/page.zones.txt
 *
 * Reads ids of pages, one a line. Of each, DIR/ID.txt and DIR/ID.wet are its
 * text in two forms, DIR/ID.labels and DIR/ID.wet.labels have a line for each
 * block: 1 is of the article, 0 is not, x may be either. Those zones that no
 * label tells apart are told by the priors, data/priors.zones.txt.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "alloc.h"
#include "crf.h"
#include "input.h"
#include "page.h"

#define ROUNDS 60         /* steps of descent */
#define COST 1.6          /* of a wrong block, by the root of its words .. */
#define COST_WORDS 400    /* .. at most so many */
#define PRIOR 0.3         /* weights of the priors, in words, to those here */
#define HOLD 10.0         /* how firmly weights keep to their priors */
#define LEAST 0.05        /* weights nearer to 0 are left out */
#define RULED_OUT -1e5f   /* steps that weigh less are never taken */
#define BLOCKS 6000       /* larger pages are passed over */

/* The priors, as data/list.awk made them. */
extern const char priors_list[];
extern const size_t priors_list_n;

struct trainer {
	struct page page;
	struct input text, labels;
	struct crf_page *pages;
	size_t n, cap;
	size_t n_passed;          /* forms of pages passed over */
	struct model priors;
	struct crf crf;
};

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

/* What a label lets a block be in. */
static uint8_t
zones_of(char label)
{
	return label == '1'   ? 1 << ZONE_CONTENT
	    : label == '0' ? CRF_ALL & ~(1 << ZONE_CONTENT)
	                   : CRF_ALL;
}

/* Adds a block; one that may be content may be in all zones that are right. */
static void
add_block(struct crf_page *to, const struct page_block *b, char label)
{
	struct crf_block *block = &to->block[to->n++];
	double words = fmin(b->feature.n_words, COST_WORDS);

	to->active = alloc_grow(to->active, &to->cap_active,
	    to->n_active + MODEL_ACTIVE, sizeof *to->active);
	block->first = (uint32_t)to->n_active;
	block->n = (uint32_t)model_features(&b->feature, &b->place,
	    to->active + to->n_active);
	to->n_active += block->n;
	block->allowed = block->right = zones_of(label);
	block->cost = (float)(COST * sqrt(words));
}

static void
add_blocks(struct trainer *t, const struct window *w, const char *labels)
{
	struct crf_page *to;
	size_t i;

	t->pages = alloc_grow(t->pages, &t->cap, t->n + 1, sizeof *t->pages);
	to = &t->pages[t->n++];
	memset(to, 0, sizeof *to);
	to->block = alloc_grow(to->block, &to->cap, w->blocks.n,
	    sizeof *to->block);
	page_document(&t->page);
	page_look(&t->page, w);
	for (i = 0; i < w->blocks.n; i++)
		add_block(to, &t->page.block[i], labels[2 * i]);
	to->weight = 1 / sqrt((double)to->n);
	crf_settle(&t->priors, to);
}

/* Adds one form of a page, unless its blocks are not those of its labels. */
static void
add_page(struct trainer *t, const char *dir, const char *id, const char *form,
    const char *labels)
{
	struct window w = { 0 };
	size_t n;

	if (!read_whole(&t->text, dir, id, form)
	    || !read_whole(&t->labels, dir, id, labels)) {
		t->n_passed++;
		return;
	}
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, t->text.p, t->text.n, true);
	n = w.blocks.n;
	if (n > 0 && n <= BLOCKS && t->labels.n == 2 * n)
		add_blocks(t, &w, t->labels.p);
	else
		t->n_passed++;
	window_end(&w);
	input_close(&t->text);
	input_close(&t->labels);
}

/* Makes the weights of the pages 1 on the average. */
static void
level_pages(struct trainer *t)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		sum += t->pages[i].weight;
	for (i = 0; i < t->n; i++)
		t->pages[i].weight *= (double)t->n / sum;
}

static void
read_pages(struct trainer *t, const char *dir)
{
	char *id = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&id, &cap, stdin)) > 0) {
		if (id[n - 1] == '\n')
			id[n - 1] = '\0';
		add_page(t, dir, id, ".txt", ".labels");
		add_page(t, dir, id, ".wet", ".wet.labels");
	}
	free(id);
	level_pages(t);
	warnx("%zu pages, %zu passed over", t->n, t->n_passed);
}

/* Whether a feature says where in the document a block is. */
static bool
is_place(unsigned feature)
{
	char name[MODEL_NAME];

	model_name(feature, name);
	return strncmp(name, "index.", 6) == 0
	    || strncmp(name, "left.", 5) == 0;
}

/* Sets the weights of a feature: all zones against those outside. */
static void
start_feature(struct trainer *t, unsigned feature)
{
	struct crf *c = &t->crf;
	size_t zone, i;

	for (zone = 0; zone < ZONES; zone++) {
		i = CRF_AT(feature, zone);
		c->fixed[i] = zone == ZONE_BEFORE || zone == ZONE_AFTER
		    || is_place(feature);
		if (!c->fixed[i])
			c->weight[i] = c->prior[i]
			    = PRIOR * t->priors.zone[feature][zone];
	}
}

static void
start_steps(struct trainer *t, size_t from)
{
	struct crf *c = &t->crf;
	size_t to, i;

	for (to = 0; to < ZONES; to++) {
		i = CRF_STEP(from, to);
		c->fixed[i] = t->priors.step[from][to] < RULED_OUT;
		c->weight[i] = c->fixed[i]
		    ? -HUGE_VAL
		    : PRIOR * t->priors.step[from][to];
	}
}

static void
learn(struct trainer *t)
{
	double loss = 0;
	unsigned i;

	for (i = 0; i < MODEL_FEATURES; i++)
		start_feature(t, i);
	for (i = 0; i < ZONES; i++)
		start_steps(t, i);
	t->crf.hold = HOLD;
	for (i = 0; i < ROUNDS; i++)
		loss = crf_learn(&t->crf, t->pages, t->n);
	warnx("loss %.4f a page", loss / (double)t->n);
}

static void
put_head(void)
{
	puts("# SPDX-License-Identifier: ISC\n"
	    "# Evidence for the zones of a page: \"FEATURE =ZONE\" or "
	    "\"ZONE>NEXT\", tab,\n"
	    "# weight. Features: common/model.c. The zones before and after "
	    "the article\n"
	    "# weigh nothing; all others are weighed against them. Made by "
	    "`make model`.\n"
	    "# trained on WCXB (Web Content Extraction Benchmark), (c) 2026 "
	    "Murrough Foley,\n"
	    "# CC-BY-4.0; changed: flattened to text");
}

struct row {
	char text[3 * MODEL_NAME];
};

static int
compare_rows(const void *a, const void *b)
{
	return strcmp(((const struct row *)a)->text,
	    ((const struct row *)b)->text);
}

/* Writes what a weight is of; false if it is too small for a row. */
static bool
make_row(const struct crf *c, size_t i, struct row *row)
{
	size_t from = (i - CRF_ZONES) / ZONES, zone = i % ZONES;
	const char *const *names = model_zone_names;
	char name[MODEL_NAME];

	if (fabs(c->weight[i]) < LEAST)
		return false;
	model_name((unsigned)(i / ZONES), name);
	if (i < CRF_ZONES)
		snprintf(row->text, sizeof row->text, "%s =%s\t%.2f", name,
		    names[zone], c->weight[i]);
	else if (c->fixed[i])
		snprintf(row->text, sizeof row->text, "%s>%s\t-1000000",
		    names[from], names[zone]);
	else
		snprintf(row->text, sizeof row->text, "%s>%s\t%.2f",
		    names[from], names[zone], c->weight[i]);
	return true;
}

static void
put_weights(const struct crf *c)
{
	struct row *row = alloc_array(CRF_WEIGHTS, sizeof *row);
	size_t n = 0, i;

	for (i = 0; i < CRF_WEIGHTS; i++)
		n += make_row(c, i, &row[n]);
	qsort(row, n, sizeof *row, compare_rows);
	put_head();
	for (i = 0; i < n; i++)
		puts(row[i].text);
	free(row);
	if (fflush(stdout) != 0)
		err(2, "standard output");
}

static void
end(struct trainer *t)
{
	while (t->n > 0) {
		t->n--;
		free(t->pages[t->n].block);
		free(t->pages[t->n].active);
	}
	free(t->pages);
	input_end(&t->text);
	input_end(&t->labels);
	page_end(&t->page);
	crf_end(&t->crf);
}

int
main(int argc, char **argv)
{
	static struct trainer t;
	struct span bad;

	if (argc != 2) {
		fputs("usage: train DIR <ids >page.zones.txt\n", stderr);
		return 2;
	}
	t.text.fd = t.labels.fd = -1;
	page_begin(&t.page);
	crf_begin(&t.crf);
	if (!model_begin(&t.priors, list_of(priors_list, priors_list_n), &bad))
		errx(2, "priors: %.*s", (int)bad.n, bad.p);
	read_pages(&t, argv[1]);
	learn(&t);
	put_weights(&t.crf);
	end(&t);
	return 0;
}
