/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "page_best.h"
#include "page_place.h"

#define OTHER_BLOCK 4 /* words that one costs more than it has */

enum {
	HEADLINE_FAR = 16,  /* blocks from a run up to its headline, at most */
	HEADLINE_LEAST = 3, /* words of that .. */
	HEADLINE_MOST = 24  /* .. at most */
};

/* A set of bits, 1024 of them, by the places of words. */
struct headline {
	uint64_t bits[16];
};

struct run {
	size_t from, to;
};

/* What a block adds to a run. */
static int64_t
worth_of(const struct page_glance *g)
{
	return g->prose > 0 ? (int64_t)g->prose
	                    : -(int64_t)g->words - OTHER_BLOCK;
}

static struct run
find_run(const struct page *p, size_t n)
{
	struct run best = { 0, 0 };
	int64_t sum = 0, most = 0;
	size_t from = 0, i;

	for (i = 0; i < n; i++) {
		sum += worth_of(&p->glance[i]);
		from = sum <= 0 ? i + 1 : from;
		sum = sum <= 0 ? 0 : sum;
		if (sum > most) {
			most = sum;
			best = (struct run) { from, i + 1 };
		}
	}
	return best;
}

/* Enters how much of the window's prose is in the run; learns its words. */
static void
find_topic(struct page *p, size_t n, struct run run)
{
	const struct feature *f;
	uint8_t share, digits;
	size_t all = 0, in = 0, i;

	memset(&p->topic, 0, sizeof p->topic);
	for (i = 0; i < n; i++)
		all += p->glance[i].prose;
	for (i = run.from; i < run.to; i++) {
		f = &p->block[i].feature;
		in += p->glance[i].prose;
		if (p->glance[i].prose > 0)
			vocabulary_add(&p->topic, f->telling, f->n_telling);
	}
	share = (uint8_t)(MODEL_SHARE * in / (all + 1));
	digits = page_digits(in, MODEL_PROSE - 1);
	for (i = 0; i < n; i++) {
		p->place[i].best_share = share;
		p->place[i].best_prose = digits;
	}
}

/*
 * How many of a block's telling words it has: four at a time, those behind the
 * last being 0.
 */
static size_t
count_shared(const struct headline *h, const struct feature *f)
{
	size_t n = 0, i, k;

	for (i = 0; i < f->n_telling; i += 4)
		for (k = i; k < i + 4; k++)
			n += h->bits[f->telling[k] >> 12]
			        >> (f->telling[k] >> 6 & 63)
			    & 1;
	return n - (i - f->n_telling) * (h->bits[0] & 1);
}

/*
 * The words of the run's headline: of the short lines over it, the one that has
 * most of the run's words.
 */
static struct headline
find_headline(const struct page *p, struct run run)
{
	size_t i = run.from > HEADLINE_FAR ? run.from - HEADLINE_FAR : 0, k;
	const struct feature *f, *best = NULL;
	struct headline h = { { 0 } };
	uint8_t known, most = 1;

	for (; i < run.from; i++) {
		f = &p->block[i].feature;
		if (f->n_words < HEADLINE_LEAST || f->n_words > HEADLINE_MOST)
			continue;
		known = page_known(f, p->topic.once);
		if (known < most)
			continue;
		most = known;
		best = f;
	}
	for (k = 0; best != NULL && k < best->n_telling; k++)
		h.bits[best->telling[k] >> 12]
		    |= (uint64_t)1 << (best->telling[k] >> 6 & 63);
	return h;
}

static void
set_place(struct model_place *place, enum model_best best, size_t far)
{
	place->best = (uint8_t)best;
	place->best_far = (uint8_t)feature_bucket(far);
}

/* Enters where blocks stand by the run. */
static void
find_best(struct page *p, size_t n, struct run run)
{
	size_t i, first, last;

	for (i = 0; i < run.from; i++)
		set_place(&p->place[i], BEST_BEFORE, run.from - 1 - i);
	for (; i < run.to; i++) {
		first = i - run.from;
		last = run.to - 1 - i;
		set_place(&p->place[i], BEST_IN, first < last ? first : last);
	}
	for (; i < n; i++)
		set_place(&p->place[i], BEST_AFTER, i - run.to);
}

void
page_best(struct page *p, size_t n)
{
	struct run run = find_run(p, n);
	struct headline headline;
	size_t i, shared;

	find_best(p, n, run);
	find_topic(p, n, run);
	headline = find_headline(p, run);
	for (i = 0; i < n; i++) {
		shared = count_shared(&headline, &p->block[i].feature);
		p->place[i].headline = (uint8_t)(shared < 3 ? shared : 3);
	}
}
