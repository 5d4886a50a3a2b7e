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

/* Counts the blocks that have the same words, or the first two. */
static void
count_copies(struct page *p, size_t n)
{
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
}

/* Enters how many other blocks have the same words, or the first two. */
static inline void
enter_copies(const struct page *p, size_t i, struct model_place *place)
{
	place->copies = others(p, i, COMMON_ALL);
	place->opener = others(p, i, COMMON_OPENER);
	place->again = place->copies > 0;
}

/* What is known of a page, and of it up to a block, going on. */
struct road {
	size_t n, words;       /* of the page */
	struct model_place same; /* what is the same for all blocks */
	size_t parts, base;    /* shares: see begin_shares .. */
	size_t passed;         /* .. words before this block .. */
	size_t down, into;
	size_t near;           /* prose in the blocks before, or behind */
	size_t run;            /* blocks that are no prose, on end */
	uint64_t shapes, alike; /* see enter_rhythm */
	size_t prose, most;    /* prose so far; over a heading of comments */
	bool thread;           /* .. which there was */
	size_t far;            /* blocks to the next one */
};

/* Enters how much prose there is before a block, and the shapes beside it. */
static inline void
enter_before(struct road *r, const struct page_glance *g, size_t i,
    struct model_place *place)
{
	place->before = (uint8_t)feature_bucket(r->near);
	place->prev = i > 0 ? g[-1].shape : MODEL_EDGE;
	place->next = i + 1 < r->n ? g[1].shape : MODEL_EDGE;
	r->near += g->prose;
	r->near -= i >= NEARBY ? g[-NEARBY].prose : 0;
}

/* Enters how much prose there is after a block. */
static inline void
enter_after(struct road *r, const struct page_glance *g, size_t i,
    struct model_place *place)
{
	place->after = (uint8_t)feature_bucket(r->near);
	r->near += g->prose;
	r->near -= i + NEARBY < r->n ? g[NEARBY].prose : 0;
}

/* Counts the blocks that are no prose and stand on end up to this one. */
static inline void
count_run(struct road *r, struct page_glance *g)
{
	r->run = g->prose > 0 ? 0 : r->run + 1;
	g->run = (uint32_t)r->run;
}

/* Enters how many there are around it. */
static inline void
enter_run(struct road *r, const struct page_glance *g,
    struct model_place *place)
{
	r->run = r->run > 0 && g->run > 0 ? r->run : g->run;
	place->run = (uint8_t)feature_bucket(r->run);
}

/* A byte for each length of a turn, that of 1 block lowest. */
#define EACH(x) ((x) * 0x010101010101u)
#define TWO_TURNS 0x0C0A08060402u /* of k blocks: 2 k */
_Static_assert(MODEL_RHYTHM == 7, "turns of up to 6 blocks");

/*
 * Enters the length of the pattern of shapes that a block is in, as lists of
 * teasers have them: the least k such that two turns of k blocks have the
 * shapes of those before.
 */
static inline void
enter_rhythm(struct road *r, unsigned shape, struct model_place *place)
{
	uint64_t apart, turns;
	size_t k, back;

	/*
	 * 0x80 where the shape is not that of k blocks before; both are below
	 * 0x80
	 */
	apart = ((r->shapes ^ EACH((uint64_t)shape)) + EACH(0x7F)) & EACH(0x80);
	r->shapes = (r->shapes << 8 | shape) & EACH(0xFF);
	r->alike += EACH(1) - (r->alike >> 6 & EACH(1));
	r->alike &= ~((apart << 1) - (apart >> 7));
	turns = (r->alike + EACH(0x80) - TWO_TURNS) & EACH(0x80);
	if (turns == 0)
		return;
	k = scan_lowest(turns) / 8 + 1;
	for (back = 0; back < 3 * k && place->rhythm == 0; back++, place--)
		place->rhythm = (uint8_t)k;
}

/*
 * Enters how much prose stood over a heading of comments before a block: what
 * follows an article's comments heading is seldom the article.
 */
static inline void
enter_thread(struct road *r, const struct page_glance *g,
    struct model_place *place)
{
	place->thread = r->thread ? (uint8_t)(1 + feature_bucket(r->most)) : 0;
	r->most = g->thread ? r->prose : r->most;
	r->thread |= g->thread;
	r->prose += g->prose;
}

/* Enters how far the next heading of comments is. */
static inline void
enter_to_thread(struct road *r, const struct page_glance *g,
    struct model_place *place)
{
	r->far = g->thread ? 0 : r->far;
	place->to_thread = (uint8_t)feature_bucket(r->far);
	r->far += r->far < FAR;
}

/* Finds what is the same for all blocks, and how many words they have. */
static void
begin_page(struct road *r, const struct page *p, size_t n)
{
	size_t seen = 0, functions = 0, i;
	const struct page_glance *g;

	*r = (struct road) { .n = n, .shapes = EACH(0x7F) };
	for (i = 0; i < n; i++) {
		g = &p->glance[i];
		r->words += g->words;
		seen += g->prose > 0 ? g->n_seen : 0;
		functions += g->prose > 0 ? g->n_functions : 0;
	}
	r->same = (struct model_place) { .zone = ZONE_PLACES };
	r->same.foreign = functions * FOREIGN < seen;
}

/*
 * Shares are those of the page's blocks and words before each block. Of a
 * document of many windows only the first and the last half are known.
 */
static void
begin_shares(struct road *r, const struct window *w)
{
	r->parts = MODEL_SHARE;
	if (!w->last || w->blocks_before > 0)
		r->parts /= 2;
	if (w->blocks_before > 0)
		r->base = r->parts;
	if (w->blocks_before > 0 && !w->last)
		r->parts = 1;
}

static inline void
enter_shares(struct road *r, const struct page_glance *g, size_t i,
    struct model_place *place)
{
	while (r->parts * i >= (r->down + 1) * r->n)
		r->down++;
	while (r->parts * r->passed >= (r->into + 1) * (r->words + 1))
		r->into++;
	place->down = (uint8_t)(r->base + r->down);
	place->into = (uint8_t)(r->base + r->into);
	r->passed += g->words;
}

/* Enters how many blocks the document has before and after each. */
static inline void
enter_ends(const struct road *r, const struct window *w, size_t i,
    struct model_place *place)
{
	place->index = (uint8_t)feature_bucket(w->blocks_before + i);
	place->left = (uint8_t)feature_bucket(
	    w->last ? r->n - 1 - i : WINDOW_BLOCKS);
}

/* Enters what hangs on the blocks before, and a little on the next one. */
static void
go_down(struct page *p, const struct window *w, struct road *r)
{
	const struct model_place same = r->same;
	struct model_place *place;
	struct page_glance *g;
	size_t i;

	for (i = 0; i < r->n; i++) {
		place = &p->place[i];
		g = &p->glance[i];
		*place = same;
		enter_ends(r, w, i, place);
		enter_shares(r, g, i, place);
		enter_copies(p, i, place);
		enter_before(r, g, i, place);
		count_run(r, g);
		enter_rhythm(r, g->shape, place);
		enter_thread(r, g, place);
	}
}

/* Enters what hangs on the blocks behind. */
static void
go_up(struct page *p, struct road *r)
{
	struct model_place *place;
	const struct page_glance *g;
	size_t i;

	r->near = r->run = 0;
	r->far = FAR;
	for (i = r->n; i-- > 0;) {
		place = &p->place[i];
		g = &p->glance[i];
		enter_after(r, g, i, place);
		enter_run(r, g, place);
		enter_to_thread(r, g, place);
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
	struct road road;
	size_t i;

	p->place = alloc_grow(p->place, &p->cap_place, n, sizeof *p->place);
	begin_page(&road, p, n);
	begin_shares(&road, w);
	count_copies(p, n);
	go_down(p, w, &road);
	go_up(p, &road);
	page_best(p, n);
	find_known(p, n);
	for (i = 0; i < n; i++)
		p->block[i].place = p->place[i];
}
