/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "page_best.h"
#include "page_place.h"

enum {
	NEARBY = 3,        /* blocks either side, the neighbours */
	THREAD_BYTES = 60, /* of the longest heading over comments */
	FAR = 511,         /* farther than any bucket tells */
	FOREIGN = 16       /* less than one of so many is a function word */
};

/* What blocks may have in common. */
enum common { COMMON_ALL, COMMON_OPENER };

static uint64_t
key_of(const struct page *p, size_t i, enum common what)
{
	const struct feature *f = &p->block[i].feature;

	return what == COMMON_ALL ? f->hash : f->opener;
}

/* The first block with the key of block i. */
static size_t
first_with(struct page *p, size_t i, size_t slots, enum common what)
{
	uint64_t key = key_of(p, i, what);
	size_t at = key & (slots - 1);

	while (p->seen[at] != 0 && key_of(p, p->seen[at] - 1, what) != key)
		at = (at + 1) & (slots - 1);
	if (p->seen[at] == 0)
		p->seen[at] = (uint32_t)i + 1;
	return p->seen[at] - 1;
}

/* Enters how many other blocks have the same words, or the first two. */
static void
find_copies(struct page *p, size_t n, enum common what)
{
	struct model_place *place;
	size_t slots = 16, i;
	uint8_t others;

	while (slots < 2 * n)
		slots *= 2;
	p->seen = alloc_grow(p->seen, &p->cap_seen, slots, sizeof *p->seen);
	p->same = alloc_grow(p->same, &p->cap_same, n, sizeof *p->same);
	memset(p->seen, 0, slots * sizeof *p->seen);
	for (i = 0; i < n; i++) {
		p->same[i].first = first_with(p, i, slots, what);
		p->same[i].n = 0;
		p->same[p->same[i].first].n++;
	}
	for (i = 0; i < n; i++) {
		place = &p->block[i].place;
		others = (uint8_t)feature_bucket(
		    p->same[p->same[i].first].n - 1);
		if (p->block[i].feature.n_words == 0)
			;
		else if (what == COMMON_OPENER)
			place->opener = others;
		else
			place->copies = others;
		place->again = place->copies > 0;
	}
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
		before += page_prose(&p->block[i].feature);
		if (i >= NEARBY)
			before -= page_prose(&p->block[i - NEARBY].feature);
	}
	for (i = n; i-- > 0;) {
		p->block[i].place.after = (uint8_t)feature_bucket(after);
		after += page_prose(&p->block[i].feature);
		if (i + NEARBY < n)
			after -= page_prose(&p->block[i + NEARBY].feature);
	}
}

/* Enters how many blocks that are no prose stand on end around each. */
static void
find_runs(struct page *p, size_t n)
{
	size_t from, to, i;

	for (from = 0; from < n; from = to) {
		to = from + 1;
		if (page_prose(&p->block[from].feature) > 0)
			continue;
		while (to < n && page_prose(&p->block[to].feature) == 0)
			to++;
		for (i = from; i < to; i++)
			p->block[i].place.run
			    = (uint8_t)feature_bucket(to - from);
	}
}

uint8_t
page_known(const struct feature *f, const uint64_t *set)
{
	size_t known = 0, k;

	if (f->n_telling == 0)
		return 0;
	for (k = 0; k < f->n_telling; k++)
		known += vocabulary_has(set, f->telling[k]);
	return (uint8_t)(1 + known * (MODEL_KNOWN - 1) / (f->n_telling + 1u));
}

/* Enters how many of the telling words the page's sentences have: those of
 * sentences, others. */
static void
find_known(struct page *p, size_t n)
{
	const struct feature *f;
	struct model_place *place;
	size_t i;

	for (i = 0; i < n; i++) {
		f = &p->block[i].feature;
		place = &p->block[i].place;
		place->known = page_known(f, feature_is_sentence(f)
		        ? p->vocabulary.twice
		        : p->vocabulary.once);
		place->echo = place->known == 0
		    ? 0
		    : (uint8_t)feature_quarters(place->known - 1u,
		          MODEL_KNOWN - 1);
	}
}

/*
 * Enters the length of the pattern of shapes that each block is in, as lists
 * of teasers have them: the least k such that two turns of k blocks have the
 * shapes of those before.
 */
static void
find_rhythm(struct page *p, size_t n)
{
	size_t same[MODEL_RHYTHM] = { 0 }, i, k, back;

	for (i = 1; i < n; i++) {
		for (k = 1; k < MODEL_RHYTHM && k <= i; k++)
			same[k] = shape_of(&p->block[i].feature)
			        == shape_of(&p->block[i - k].feature)
			    ? same[k] + 1
			    : 0;
		for (k = 1; k < MODEL_RHYTHM && same[k] < 2 * k; k++)
			;
		if (k == MODEL_RHYTHM)
			continue;
		for (back = 0; back < 3 * k; back++) {
			if (p->block[i - back].place.rhythm != 0)
				break;
			p->block[i - back].place.rhythm = (uint8_t)k;
		}
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
		prose += page_prose(&p->block[i].feature);
	}
	for (i = n; i-- > 0; far += far < FAR) {
		b = &p->block[i];
		if (is_thread(&b->feature))
			far = 0;
		b->place.to_thread = (uint8_t)feature_bucket(far);
	}
}

/* Enters what is the same for all blocks. */
static void
find_page(struct page *p, size_t n)
{
	size_t prose = 0, words = 0, seen = 0, functions = 0, i;
	struct model_place same = { 0 };

	for (i = 0; i < n; i++) {
		prose += page_prose(&p->block[i].feature);
		words += p->block[i].feature.n_words;
		if (page_prose(&p->block[i].feature) == 0)
			continue;
		seen += p->block[i].feature.n_seen;
		functions += p->block[i].feature.n_functions;
	}
	same.prose = page_digits(prose, MODEL_PROSE - 1);
	same.blocks = page_digits(n, MODEL_BLOCKS - 1);
	same.share = (uint8_t)(MODEL_SHARE * prose / (words + 1));
	same.foreign = functions * FOREIGN < seen;
	for (i = 0; i < n; i++) {
		p->block[i].place.prose = same.prose;
		p->block[i].place.blocks = same.blocks;
		p->block[i].place.share = same.share;
		p->block[i].place.foreign = same.foreign;
	}
}

/*
 * Enters the share of the page's blocks and words before each block. Of a
 * document of many windows only the first and the last half are known.
 */
static void
find_shares(struct page *p, const struct window *w, size_t n)
{
	size_t parts = MODEL_SHARE, base = 0, words = 0, all = 0, i;
	struct model_place *place;

	if (!w->last || w->blocks_before > 0)
		parts /= 2;
	if (w->blocks_before > 0)
		base = parts;
	if (w->blocks_before > 0 && !w->last)
		parts = 1;
	for (i = 0; i < n; i++)
		all += p->block[i].feature.n_words;
	for (i = 0; i < n; i++) {
		place = &p->block[i].place;
		place->down = (uint8_t)(base + parts * i / n);
		place->into = (uint8_t)(base + parts * words / (all + 1));
		words += p->block[i].feature.n_words;
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
	find_shares(p, w, n);
	find_copies(p, n, COMMON_ALL);
	find_copies(p, n, COMMON_OPENER);
	find_neighbours(p, n);
	find_runs(p, n);
	find_rhythm(p, n);
	find_known(p, n);
	find_threads(p, n);
	find_page(p, n);
	page_best(p, n);
}
