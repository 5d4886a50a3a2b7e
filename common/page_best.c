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
worth_of(const struct feature *f)
{
	size_t prose = page_prose(f);

	return prose > 0 ? (int64_t)prose
	                 : -(int64_t)f->n_words - OTHER_BLOCK;
}

static struct run
find_run(const struct page *p, size_t n)
{
	struct run best = { 0, 0 };
	int64_t sum = 0, most = 0;
	size_t from = 0, i;

	for (i = 0; i < n; i++) {
		sum += worth_of(&p->block[i].feature);
		if (sum <= 0) {
			sum = 0;
			from = i + 1;
		} else if (sum > most) {
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
	for (i = 0; i < n; i++) {
		f = &p->block[i].feature;
		all += page_prose(f);
		if (i < run.from || i >= run.to || page_prose(f) == 0)
			continue;
		in += page_prose(f);
		vocabulary_add(&p->topic, f->telling, f->n_telling);
	}
	share = (uint8_t)(MODEL_SHARE * in / (all + 1));
	digits = page_digits(in, MODEL_PROSE - 1);
	for (i = 0; i < n; i++) {
		p->block[i].place.best_share = share;
		p->block[i].place.best_prose = digits;
	}
}

static size_t
count_shared(const struct headline *h, const struct feature *f)
{
	size_t n = 0, i;

	for (i = 0; i < f->n_telling; i++)
		n += h->bits[f->telling[i] >> 12] >> (f->telling[i] >> 6 & 63)
		    & 1;
	return n;
}

/* The words of the run's headline: of the short lines over it, the one that
 * has most of the run's words. */
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
place_by(struct model_place *place, struct run run, size_t i)
{
	size_t first, last;

	if (i < run.from) {
		place->best = BEST_BEFORE;
		place->best_far = (uint8_t)feature_bucket(run.from - 1 - i);
	} else if (i >= run.to) {
		place->best = BEST_AFTER;
		place->best_far = (uint8_t)feature_bucket(i - run.to);
	} else {
		first = i - run.from;
		last = run.to - 1 - i;
		place->best = BEST_IN;
		place->best_far = (uint8_t)feature_bucket(first < last
		        ? first
		        : last);
	}
}

void
page_best(struct page *p, size_t n)
{
	struct run run = find_run(p, n);
	struct headline headline;
	struct page_block *b;
	size_t i, shared;
	bool own;

	find_topic(p, n, run);
	headline = find_headline(p, run);
	for (i = 0; i < n; i++) {
		b = &p->block[i];
		place_by(&b->place, run, i);
		own = b->place.best == BEST_IN && page_prose(&b->feature) > 0;
		b->place.topic = page_known(&b->feature, own ? p->topic.twice
		                                             : p->topic.once);
		shared = count_shared(&headline, &b->feature);
		b->place.headline = (uint8_t)(shared < 3 ? shared : 3);
	}
}
