/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "page_place.h"

enum {
	NEARBY = 3,        /* blocks either side, the neighbours */
	THREAD_BYTES = 60, /* of the longest heading over comments */
	FAR = 511,         /* farther than any bucket tells */
	FOREIGN = 16       /* less than one of so many is a function word */
};

/* Marks the blocks whose words the window has twice. */
static void
find_again(struct page *p, size_t n)
{
	size_t slots = 16, i, at;
	uint32_t other;

	while (slots < 2 * n)
		slots *= 2;
	p->seen = alloc_grow(p->seen, &p->cap_seen, slots, sizeof *p->seen);
	memset(p->seen, 0, slots * sizeof *p->seen);
	for (i = 0; i < n; i++) {
		if (p->block[i].feature.n_words == 0)
			continue;
		at = p->block[i].feature.hash & (slots - 1);
		while ((other = p->seen[at]) != 0
		    && p->block[other - 1].feature.hash
		        != p->block[i].feature.hash)
			at = (at + 1) & (slots - 1);
		if (other == 0)
			p->seen[at] = (uint32_t)i + 1;
		else
			p->block[other - 1].place.again
			    = p->block[i].place.again = true;
	}
}

/* The words in sentences of a block. */
static size_t
prose_of(const struct page *p, size_t i)
{
	const struct feature *f = &p->block[i].feature;

	return feature_is_sentence(f) ? f->n_words : 0;
}

static uint8_t
shape_of(const struct feature *f)
{
	return (uint8_t)(f->words
	    + (f->ending == ENDING_STOP ? MODEL_STOP : 0));
}

/* Enters how much prose there is before and after each block. */
static void
find_neighbours(struct page *p, size_t n)
{
	size_t before = 0, after = 0, i;

	for (i = 0; i < n; i++) {
		p->block[i].place.before = (uint8_t)feature_bucket(before);
		p->block[i].place.prev = i > 0
		    ? shape_of(&p->block[i - 1].feature)
		    : MODEL_EDGE;
		p->block[i].place.next = i + 1 < n
		    ? shape_of(&p->block[i + 1].feature)
		    : MODEL_EDGE;
		before += prose_of(p, i);
		if (i >= NEARBY)
			before -= prose_of(p, i - NEARBY);
	}
	for (i = n; i-- > 0;) {
		p->block[i].place.after = (uint8_t)feature_bucket(after);
		after += prose_of(p, i);
		if (i + NEARBY < n)
			after -= prose_of(p, i + NEARBY);
	}
}

/* Enters how many blocks that are no prose stand on end around each. */
static void
find_runs(struct page *p, size_t n)
{
	size_t from, to, i;

	for (from = 0; from < n; from = to) {
		to = from + 1;
		if (prose_of(p, from) > 0)
			continue;
		while (to < n && prose_of(p, to) == 0)
			to++;
		for (i = from; i < to; i++)
			p->block[i].place.run
			    = (uint8_t)feature_bucket(to - from);
	}
}

/* Enters how many of the telling words the page's sentences have: those of
 * sentences, others. */
static void
find_known(struct page *p, size_t n)
{
	const struct feature *f;
	const uint64_t *set;
	size_t i, k, known;

	for (i = 0; i < n; i++) {
		f = &p->block[i].feature;
		set = feature_is_sentence(f) ? p->vocabulary.twice
		                             : p->vocabulary.once;
		known = 0;
		for (k = 0; k < f->n_telling; k++)
			known += vocabulary_has(set, f->telling[k]);
		p->block[i].place.echo
		    = (uint8_t)feature_quarters(known, f->n_telling);
		if (f->n_telling > 0)
			p->block[i].place.known = (uint8_t)(1 + known
			    * (MODEL_KNOWN - 1) / (f->n_telling + 1u));
	}
}

static bool
is_thread(const struct feature *f)
{
	return f->n_bytes <= THREAD_BYTES
	    && (f->hits.head >> KIND_THREAD & 1) != 0;
}

/*
 * Enters how much prose stood over a heading of comments before each block,
 * and how far the next one is: what follows an article's comments heading is
 * seldom the article.
 */
static void
find_threads(struct page *p, size_t n)
{
	size_t prose = 0, most = 0, far = FAR, i;
	struct page_block *b;
	bool any = false;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		b->place.thread = any ? (uint8_t)(1 + feature_bucket(most))
		                      : 0;
		if (is_thread(&b->feature)) {
			any = true;
			most = prose;
		}
		prose += prose_of(p, i);
	}
	for (i = n; i-- > 0; far += far < FAR) {
		b = &p->block[i];
		if (is_thread(&b->feature))
			far = 0;
		b->place.to_thread = (uint8_t)feature_bucket(far);
	}
}

static uint8_t
digits_of(size_t n, unsigned most)
{
	unsigned digits = n > 0 ? scan_highest(n) + 1 : 0;

	return (uint8_t)(digits < most ? digits : most);
}

/* Enters what is the same for all blocks. */
static void
find_page(struct page *p, size_t n)
{
	size_t prose = 0, words = 0, seen = 0, functions = 0, i;
	struct model_place same = { 0 };

	for (i = 0; i < n; i++) {
		prose += prose_of(p, i);
		words += p->block[i].feature.n_words;
		if (prose_of(p, i) == 0)
			continue;
		seen += p->block[i].feature.n_seen;
		functions += p->block[i].feature.n_functions;
	}
	same.prose = digits_of(prose, MODEL_PROSE - 1);
	same.blocks = digits_of(n, MODEL_BLOCKS - 1);
	same.share = (uint8_t)(MODEL_SHARE * prose / (words + 1));
	same.foreign = functions * FOREIGN < seen;
	for (i = 0; i < n; i++) {
		p->block[i].place.prose = same.prose;
		p->block[i].place.blocks = same.blocks;
		p->block[i].place.share = same.share;
		p->block[i].place.foreign = same.foreign;
	}
}

/* Enters how many blocks the document has before and after each. */
static void
find_ends(struct page *p, const struct window *w, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		p->block[i].place.index = (uint8_t)feature_bucket(
		    w->blocks_before + i);
		p->block[i].place.left = (uint8_t)feature_bucket(
		    w->last ? n - 1 - i : WINDOW_BLOCKS);
	}
}

void
page_places(struct page *p, const struct window *w, size_t n)
{
	find_ends(p, w, n);
	find_again(p, n);
	find_neighbours(p, n);
	find_runs(p, n);
	find_known(p, n);
	find_threads(p, n);
	find_page(p, n);
}
