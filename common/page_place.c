/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "page_best.h"
#include "page_place.h"

enum {
	NEARBY = 3,        /* blocks either side, the neighbours */
	FAR = 511,         /* farther than any bucket tells */
	FOREIGN = 16       /* less than one of so many is a function word */
};

/* The block that was first met with a key, by the table of such blocks. */
static inline uint32_t
first_with(const struct page *p, uint32_t *seen, size_t mask, size_t i,
    enum page_common what)
{
	uint64_t key = p->glance[i].key[what];
	size_t at = key & mask;

	while (seen[at] != 0 && p->glance[seen[at] - 1].key[what] != key)
		at = (at + 1) & mask;
	if (seen[at] == 0)
		seen[at] = (uint32_t)i + 1;
	return seen[at] - 1;
}

/* How many other blocks of the window have what block i has, as a bucket. */
static inline uint8_t
others(const struct page *p, size_t i, enum page_common what)
{
	size_t n = p->same[p->same[i].first[what]].n[what];

	return p->glance[i].words == 0 ? 0 : (uint8_t)feature_bucket(n - 1);
}

/* Enters how many other blocks have the same words, or the first two. */
static void
find_copies(struct page *p, size_t n)
{
	struct model_place *place;
	struct page_same *same;
	size_t slots = 16, i, k;

	while (slots < 2 * n)
		slots *= 2;
	p->seen = alloc_grow(p->seen, &p->cap_seen, PAGE_COMMON * slots,
	    sizeof *p->seen);
	p->same = alloc_grow(p->same, &p->cap_same, n, sizeof *p->same);
	memset(p->seen, 0, PAGE_COMMON * slots * sizeof *p->seen);
	for (i = 0; i < n; i++) {
		same = &p->same[i];
		for (k = 0; k < PAGE_COMMON; k++) {
			same->n[k] = 0;
			same->first[k] = first_with(p, p->seen + k * slots,
			    slots - 1, i, (enum page_common)k);
			p->same[same->first[k]].n[k]++;
		}
	}
	for (i = 0; i < n; i++) {
		place = &p->place[i];
		place->copies = others(p, i, COMMON_ALL);
		place->opener = others(p, i, COMMON_OPENER);
		place->again = place->copies > 0;
	}
}

/* Enters how much prose there is before and after each block. */
static void
find_neighbours(struct page *p, size_t n)
{
	const struct page_glance *g = p->glance;
	size_t before = 0, after = 0, i;

	for (i = 0; i < n; i++) {
		p->place[i].before = (uint8_t)feature_bucket(before);
		p->place[i].prev = i > 0 ? g[i - 1].shape : MODEL_EDGE;
		p->place[i].next = i + 1 < n ? g[i + 1].shape : MODEL_EDGE;
		before += g[i].prose;
		before -= i >= NEARBY ? g[i - NEARBY].prose : 0;
	}
	for (i = n; i-- > 0;) {
		p->place[i].after = (uint8_t)feature_bucket(after);
		after += g[i].prose;
		after -= i + NEARBY < n ? g[i + NEARBY].prose : 0;
	}
}

/* Enters how many blocks that are no prose stand on end around each. */
static void
find_runs(struct page *p, size_t n)
{
	size_t run = 0, i;

	for (i = 0; i < n; i++) {
		run = p->glance[i].prose > 0 ? 0 : run + 1;
		p->glance[i].run = (uint32_t)run;
	}
	for (run = 0, i = n; i-- > 0;) {
		run = run > 0 && p->glance[i].run > 0 ? run
		                                      : p->glance[i].run;
		p->place[i].run = (uint8_t)feature_bucket(run);
	}
}

/* A byte for each length of a turn, that of 1 block lowest. */
#define EACH(x) ((x) * 0x010101010101u)
#define TWO_TURNS 0x0C0A08060402u /* of k blocks: 2 k */
_Static_assert(MODEL_RHYTHM == 7, "turns of up to 6 blocks");

/*
 * Enters the length of the pattern of shapes that each block is in, as lists
 * of teasers have them: the least k such that two turns of k blocks have the
 * shapes of those before.
 */
static void
find_rhythm(struct page *p, size_t n)
{
	uint64_t shapes = EACH(0x7F), same = 0, apart, turns;
	size_t i, k, back;

	for (i = 0; i < n; i++) {
		/*
		 * 0x80 where the shape is not that of k blocks before; both are
		 * below 0x80
		 */
		apart = ((shapes ^ EACH(p->glance[i].shape)) + EACH(0x7F))
		    & EACH(0x80);
		shapes = (shapes << 8 | p->glance[i].shape) & EACH(0xFF);
		same += EACH(1) - (same >> 6 & EACH(1));
		same &= ~((apart << 1) - (apart >> 7));
		turns = (same + EACH(0x80) - TWO_TURNS) & EACH(0x80);
		if (turns == 0)
			continue;
		k = scan_lowest(turns) / 8 + 1;
		for (back = 0; back < 3 * k; back++) {
			if (p->place[i - back].rhythm != 0)
				break;
			p->place[i - back].rhythm = (uint8_t)k;
		}
	}
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
	bool any = false;

	for (i = 0; i < n; i++) {
		p->place[i].thread = any
		    ? (uint8_t)(1 + feature_bucket(most))
		    : 0;
		if (p->glance[i].thread) {
			any = true;
			most = prose;
		}
		prose += p->glance[i].prose;
	}
	for (i = n; i-- > 0; far += far < FAR) {
		far = p->glance[i].thread ? 0 : far;
		p->place[i].to_thread = (uint8_t)feature_bucket(far);
	}
}

/*
 * Enters what is the same for all blocks, and nothing else; returns how many
 * words they have.
 */
static size_t
find_page(struct page *p, size_t n)
{
	size_t words = 0, seen = 0, functions = 0, i;
	struct model_place same = { .zone = ZONE_PLACES };
	const struct page_glance *g;

	for (i = 0; i < n; i++) {
		g = &p->glance[i];
		words += g->words;
		seen += g->prose > 0 ? g->n_seen : 0;
		functions += g->prose > 0 ? g->n_functions : 0;
	}
	same.foreign = functions * FOREIGN < seen;
	for (i = 0; i < n; i++)
		p->place[i] = same;
	return words;
}

/*
 * Enters the share of the page's blocks and words before each block, the page
 * having so many words. Of a document of many windows only the first and the
 * last half are known.
 */
static void
find_shares(struct page *p, const struct window *w, size_t n, size_t all)
{
	size_t parts = MODEL_SHARE, base = 0, words = 0, down = 0, into = 0, i;

	if (!w->last || w->blocks_before > 0)
		parts /= 2;
	if (w->blocks_before > 0)
		base = parts;
	if (w->blocks_before > 0 && !w->last)
		parts = 1;
	for (i = 0; i < n; i++) {
		while (parts * i >= (down + 1) * n)
			down++;
		while (parts * words >= (into + 1) * (all + 1))
			into++;
		p->place[i].down = (uint8_t)(base + down);
		p->place[i].into = (uint8_t)(base + into);
		words += p->glance[i].words;
	}
}

/* Enters how many blocks the document has before and after each. */
static void
find_ends(struct page *p, const struct window *w, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		p->place[i].index = (uint8_t)feature_bucket(
		    w->blocks_before + i);
		p->place[i].left = (uint8_t)feature_bucket(
		    w->last ? n - 1 - i : WINDOW_BLOCKS);
	}
}

/* MODEL_KNOWN's share of a block's telling words that are known. */
static inline uint8_t
share_known(unsigned known, unsigned n)
{
	return (uint8_t)((n > 0) + known * (MODEL_KNOWN - 1) / (n + 1));
}

uint8_t
page_known(const struct feature *f, const uint64_t *set)
{
	unsigned known = 0, k;

	for (k = 0; k < f->n_telling; k++)
		known += vocabulary_has(set, f->telling[k]);
	return share_known(known, f->n_telling);
}

/*
 * Enters how many of a block's telling words two vocabularies have. Four are
 * looked up at a time; those behind the last are 0.
 */
static inline void
enter_known(struct model_place *place, const struct feature *f,
    const uint64_t *page, const uint64_t *topic)
{
	unsigned known = 0, in_topic = 0, n = f->n_telling, more, k, m;

	for (k = 0; k < n; k += 4)
		for (m = k; m < k + 4; m++) {
			known += vocabulary_has(page, f->telling[m]);
			in_topic += vocabulary_has(topic, f->telling[m]);
		}
	more = k - n;
	known -= vocabulary_has(page, 0) ? more : 0;
	in_topic -= vocabulary_has(topic, 0) ? more : 0;
	place->known = share_known(known, n);
	place->topic = share_known(in_topic, n);
	place->echo = (uint8_t)(place->known == 0
	        ? 0
	        : feature_quarters(place->known - 1u, MODEL_KNOWN - 1));
}

_Static_assert(FEATURE_TELLING % 4 == 0, "four at a time");

/*
 * Enters how many of the telling words other sentences of the page, and of the
 * best run, have.
 */
static void
find_known(struct page *p, size_t n)
{
	const uint64_t *page, *topic;
	struct model_place *place;
	bool prose;
	size_t i;

	for (i = 0; i < n; i++) {
		place = &p->place[i];
		prose = p->glance[i].prose > 0;
		page = prose ? p->vocabulary.twice : p->vocabulary.once;
		topic = prose && place->best == BEST_IN ? p->topic.twice
		                                        : p->topic.once;
		enter_known(place, &p->block[i].feature, page, topic);
	}
}

void
page_places(struct page *p, const struct window *w, size_t n)
{
	size_t words, i;

	p->place = alloc_grow(p->place, &p->cap_place, n, sizeof *p->place);
	words = find_page(p, n);
	find_ends(p, w, n);
	find_shares(p, w, n, words);
	find_copies(p, n);
	find_neighbours(p, n);
	find_runs(p, n);
	find_rhythm(p, n);
	find_threads(p, n);
	page_best(p, n);
	find_known(p, n);
	for (i = 0; i < n; i++)
		p->block[i].place = p->place[i];
}
