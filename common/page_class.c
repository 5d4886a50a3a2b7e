/* SPDX-License-Identifier: ISC */
#include <math.h>

#include "alloc.h"
#include "page_class.h"
#include "role_sum.h"

enum {
	MANY_COPIES = 4, /* of a line: 8 and more, as a bucket; no heading */
	AFTER = 16,      /* blocks behind the content, a byline may be one */
	TITLE_FAR = 63,  /* blocks from the first sentence back to a title */
	HELD_LEAST = 3,  /* words that one block has of another, at least */
	HELD_WORDS = 32  /* of the longest line that holds a title */
};

/* How sure the zones are: the least that each value of a lean stands for. */
static const float leans[CHAIN_LEANS - 1] = { -16, -8, -4, -2, 0, 2, 4, 8,
	16 };

/* Where the blocks of a window stand by its content. */
struct region {
	size_t n;
	size_t from; /* the first that may be a title .. */
	size_t text; /* .. the content's first sentence .. */
	size_t end;  /* .. and a little behind the content */
};

static struct region
find_region(const struct page *p, size_t n, size_t head)
{
	struct region r = { n, n, head, n };
	size_t i;

	if (head == n)
		return r;
	while (r.end > 0 && p->block[r.end - 1].zone != ZONE_CONTENT)
		r.end--;
	r.end = n - r.end > AFTER ? r.end + AFTER : n;
	for (i = head; i < n && p->block[i].zone == ZONE_CONTENT; i++)
		if (feature_is_sentence(&p->block[i].feature))
			break;
	if (i < n && p->block[i].zone == ZONE_CONTENT)
		r.text = i;
	r.from = r.text > TITLE_FAR ? r.text - TITLE_FAR : 0;
	return r;
}

/* How much more speaks for content than for any other zone, as a number. */
static unsigned
lean_of(const struct net_evidence *e)
{
	float most = NET_NEVER, lean;
	unsigned zone, n = 0, i;

	for (zone = 0; zone < ZONES; zone++)
		if (zone != ZONE_CONTENT && e->zone[zone] > most)
			most = e->zone[zone];
	lean = e->zone[ZONE_CONTENT] - most;
	for (i = 0; i < CHAIN_LEANS - 1; i++)
		n += lean >= leans[i];
	return n;
}

/* The telling words of a block as bits of one number. */
static uint64_t
words_of(const struct feature *f)
{
	uint64_t bits = 0;
	unsigned i;

	for (i = 0; i < f->n_telling; i++)
		bits |= (uint64_t)1 << (f->telling[i] >> 6 & 63);
	return bits;
}

static uint8_t
one_more(uint8_t n)
{
	return (uint8_t)(n + (n < CHAIN_HELD - 1));
}

/*
 * Enters how many lines near the text have all the words that another has, as
 * a page's <title> and its trail have those of the title.
 */
static void
find_held(struct page *p, struct region r)
{
	uint64_t bits[TITLE_FAR + 1];
	size_t n = r.from < r.end ? r.text + 1 - r.from : 0, i, k;
	const struct feature *f;

	for (i = 0; i < n; i++) {
		f = &p->block[r.from + i].feature;
		bits[i] = f->n_words <= HELD_WORDS ? words_of(f) : 0;
		if (__builtin_popcountll(bits[i]) < HELD_LEAST)
			bits[i] = 0;
	}
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++) {
			if (i == k || bits[i] == 0 || (bits[i] & ~bits[k]) != 0)
				continue;
			p->block[r.from + i].held
			    = one_more(p->block[r.from + i].held);
			p->block[r.from + k].holds
			    = one_more(p->block[r.from + k].holds);
		}
}

/* How much like a title a block is in its place, by weights set by hand. */
static float
title_score(const struct page *p, size_t i, size_t text)
{
	struct model_place place = p->block[i].place;
	uint16_t active[MODEL_ACTIVE];

	place.has_near = true;
	place.near = (uint8_t)feature_bucket(text - i);
	return role_sum(p->model, active,
	    model_features(&p->block[i].feature, &place, active), ROLE_TITLE);
}

/* Enters how like a title the blocks before the text are, and the best. */
static void
find_guesses(struct page *p, struct region r)
{
	const int least = 1, most = CHAIN_GUESSES - 2, middle = 6;
	float score, best = 0;
	size_t i, at = r.n;
	int guess;

	for (i = r.from; i < r.end && i <= r.text; i++) {
		score = title_score(p, i, r.text);
		guess = middle + (int)score;
		p->block[i].guess = (uint8_t)(guess < least ? least
		        : guess > most                      ? most
		                                            : guess);
		if (score > best) {
			best = score;
			at = i;
		}
	}
	if (at < r.n)
		p->block[at].guess = CHAIN_GUESSES - 1;
}

/*
 * Appends the features of the zones around block i; those of net's numbers are
 * in the evidence, as bits, and left off where not `awake`.
 */
static inline size_t
add_zones(const struct page *p, struct region r, size_t i, bool awake,
    uint16_t *active)
{
	const struct page_block *b = &p->block[i];
	size_t n = 0;

	active[n++] = (uint16_t)(CHAIN_ZONE + b->zone);
	if (i > 0)
		active[n++] = (uint16_t)(CHAIN_PREV_ZONE + b[-1].zone);
	if (i + 1 < r.n)
		active[n++] = (uint16_t)(CHAIN_NEXT_ZONE + b[1].zone);
	active[n++] = (uint16_t)(CHAIN_LEAN + lean_of(&b->evidence));
	if (awake)
		n = model_add_bits(active, n, b->evidence.awake, CHAIN_AWAKE,
		    4);
	if (i <= r.text)
		active[n++] = (uint16_t)(CHAIN_NEAR
		    + feature_bucket(r.text - i));
	else
		active[n++] = (uint16_t)(CHAIN_PAST
		    + feature_bucket(i - r.text));
	return n;
}

/* Appends what its own form and phrases, and its neighbours' phrases, say. */
static size_t
add_forms(const struct page *p, struct region r, size_t i, uint16_t *active)
{
	const struct page_block *b = &p->block[i];
	const struct feature *f = &b->feature;
	uint32_t any = f->hits.any;
	size_t n = 0;

	if (f->ending == ENDING_NONE)
		active[n++] = (uint16_t)(CHAIN_FORM
		    + f->words * FEATURE_QUARTERS + f->caps);
	if ((any >> KIND_BYLINE & 1) != 0)
		active[n++] = (uint16_t)(CHAIN_BYLINE + f->words);
	if ((any >> KIND_DATE & 1) != 0)
		active[n++] = (uint16_t)(CHAIN_DATE + f->words);
	if ((any >> KIND_CAPTION & 1) != 0)
		active[n++] = (uint16_t)(CHAIN_CAPTION + f->words);
	if (i > 0)
		n = model_add_bits(active, n, b[-1].feature.hits.any,
		    CHAIN_PREV, 2);
	if (i + 1 < r.n)
		n = model_add_bits(active, n, b[1].feature.hits.any,
		    CHAIN_NEXT, 2);
	n = model_add_bits(active, n, f->tail, CHAIN_TAIL, 2);
	n = model_add_bits(active, n, f->credit, CHAIN_CREDIT, 1);
	active[n++] = (uint16_t)(CHAIN_DAY + f->date);
	if (i > 0)
		active[n++] = (uint16_t)(CHAIN_DAY + 4 + b[-1].feature.date);
	if (i + 1 < r.n)
		active[n++] = (uint16_t)(CHAIN_DAY + 8 + b[1].feature.date);
	if (b->held > 0)
		active[n++] = (uint16_t)(CHAIN_HELD_BY + b->held);
	if (b->holds > 0)
		active[n++] = (uint16_t)(CHAIN_HOLDS + b->holds);
	if (b->guess > 0)
		active[n++] = (uint16_t)(CHAIN_GUESS + b->guess);
	return n;
}

static inline size_t
add_all(const struct page *p, struct region r, size_t i, bool awake,
    uint16_t *active)
{
	size_t n = add_zones(p, r, i, awake, active);

	return n + add_forms(p, r, i, active + n);
}

size_t
page_active(const struct page *p, size_t i, uint16_t active[CHAIN_ACTIVE])
{
	struct model_place place = p->block[i].place;
	size_t n;

	place.zone = ZONE_PLACES;
	place.crumb = false;
	n = model_features(&p->block[i].feature, &place, active);
	return n + add_all(p, find_region(p, p->n, p->head), i, true,
	    active + n);
}

/* Whether there is a day or a time in a block, in figures or by a word. */
static bool
is_dated(const struct feature *f)
{
	return f->date != 0 || (f->hits.any >> KIND_DATE & 1) != 0;
}

/* What a block may be: of the article only in it and shortly before. */
static uint16_t
allowed(const struct page *p, struct region r, size_t i)
{
	const struct page_block *b = &p->block[i];
	uint32_t may = CHAIN_ALL;

	if (b->zone != ZONE_CONTENT)
		may &= ~(1u << CLASS_BODY | 1u << CLASS_HEADING);
	if (b->zone != ZONE_CONTENT && (i < r.from || i > r.text))
		may &= ~CHAIN_ARTICLE;
	if (b->place.copies >= MANY_COPIES && b->feature.ending == ENDING_NONE)
		may &= ~CHAIN_ARTICLE;
	if (i > r.text || p->any_content || b->forced == FORCED_DROP)
		may &= ~(1u << CLASS_TITLE);
	if (!is_dated(&b->feature))
		may &= ~(1u << CLASS_DATE);
	if (b->sure)
		may = (may & CHAIN_ARTICLE) | 1u << CLASS_BODY;
	return (uint16_t)may;
}

/* Enters what the user wants, how much of it content. */
static void
lean(struct page *p, struct region r)
{
	int32_t more;
	size_t i, class;

	for (i = r.from; p->lean != 0 && i < r.end; i++) {
		more = (int32_t)(CHAIN_ONE * p->lean
		    * sqrtf((float)p->block[i].feature.n_words));
		for (class = 0; class < CLASSES; class++)
			if ((CHAIN_ARTICLE >> class & 1) != 0)
				p->way[i].says[class] += more;
	}
}

/* What is far from the content: all of it is before or after. */
static void
set_others(struct page *p, struct region r)
{
	size_t i;

	for (i = 0; i < r.from; i++)
		p->way[i] = (struct chain_block) { .class = CLASS_BEFORE };
	for (i = r.end; i < r.n; i++)
		p->way[i] = (struct chain_block) { .class = CLASS_AFTER };
}

void
page_classes(struct page *p, size_t n, size_t head)
{
	struct region r = find_region(p, n, head);
	uint16_t active[CHAIN_ACTIVE];
	struct chain_row *sums;
	size_t i;

	p->n = n;
	p->head = head;
	if (n == 0)
		return;
	sums = p->sums + CHAIN_MARGIN;
	set_others(p, r);
	for (i = r.from; i < r.end; i++)
		p->block[i].held = p->block[i].holds = p->block[i].guess = 0;
	find_held(p, r);
	find_guesses(p, r);
	for (i = r.from; i < r.end; i++) {
		p->way[i].allowed = allowed(p, r, i);
		chain_add(p->chain, active, add_all(p, r, i, false, active),
		    p->block[i].evidence.awake, &sums[i]);
	}
	chain_mix(p->chain, sums + r.from, p->way + r.from, r.end - r.from);
	lean(p, r);
	chain_go(p->chain, p->way + r.from, r.end - r.from,
	    r.from > 0 ? CLASS_BEFORE : (enum chain_class)p->class);
}
