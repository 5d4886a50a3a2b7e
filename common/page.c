/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "page.h"
#include "page_title.h"
#include "page_zone.h"

enum {
	NEARBY = 3, /* blocks either side, the neighbours */
	BEHIND = 16 /* of so many blocks of a window one waits for the next */
};

void
page_begin(struct page *p)
{
	memset(p, 0, sizeof *p);
	lexicon_begin(&p->user);
}

/* Makes the tables that every document needs, for the first one. */
static void
make_tables(struct page *p)
{
	struct span bad;

	lexicon_begin(&p->lexicon);
	lexicon_add_list(&p->lexicon, list_of(phrases_list, phrases_list_n),
	    feature_kinds, KINDS);
	model_begin(&p->model, list_of(page_list, page_list_n), &bad);
}

void
page_end(struct page *p)
{
	lexicon_end(&p->lexicon);
	lexicon_end(&p->user);
	free(p->block);
	free(p->seen);
	memset(p, 0, sizeof *p);
}

size_t
page_add_phrases(struct page *p, const char *text, size_t n,
    const char **reason)
{
	struct scan s = { 0 };
	size_t line;

	scan_text(&s, text, n);
	line = lexicon_add_lines(&p->user, &s, KIND_DROP, KIND_KEEP, reason);
	scan_end(&s);
	return line;
}

void
page_document(struct page *p)
{
	if (p->lexicon.cap == 0)
		make_tables(p);
	p->any_content = false;
	p->zone = ZONE_BEFORE;
	p->role = ROLES;
}

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

void
page_look(struct page *p, const struct window *w)
{
	const struct lexicon *user = p->user.n > 0 ? &p->user : NULL;
	size_t n = w->blocks.n, i;
	struct page_block *b;

	p->block = alloc_grow(p->block, &p->cap, n, sizeof *p->block);
	memset(&p->vocabulary, 0, sizeof p->vocabulary);
	for (i = 0; i < n; i++) {
		b = &p->block[i];
		memset(&b->place, 0, sizeof b->place);
		feature_of(&b->feature, &w->scan, &w->blocks.block[i],
		    &p->lexicon, user, &p->vocabulary);
		b->forced = b->feature.user >> KIND_KEEP & 1 ? FORCED_KEEP
		    : b->feature.user >> KIND_DROP & 1       ? FORCED_DROP
		                                             : FORCED_NOT;
		b->place.zone = ZONE_PLACES;
		b->place.index = (uint8_t)feature_bucket(
		    w->blocks_before + i);
		b->place.left = (uint8_t)feature_bucket(
		    w->last ? n - 1 - i : WINDOW_BLOCKS);
	}
	find_again(p, n);
	find_neighbours(p, n);
	find_runs(p, n);
}

static void
weigh_zones(struct page *p, size_t n)
{
	uint16_t active[MODEL_ACTIVE];
	struct page_block *b;
	size_t i;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (b->forced == FORCED_DROP) {
			memset(b->gain, 0, sizeof b->gain);
			continue;
		}
		model_zones(&p->model, active,
		    model_features(&b->feature, &b->place, active), b->gain);
	}
}

/* Whether the block is a sentence, and not one that pages often have. */
static bool
is_news(const struct feature *f)
{
	const uint32_t known = (uint32_t)1 << KIND_NOTICE
	    | (uint32_t)1 << KIND_LEGAL | (uint32_t)1 << KIND_COMMENTS;

	return feature_is_sentence(f) && (f->hits.any & known) == 0
	    && 2 * f->hits.covered < f->n_words;
}

static size_t
find_content(const struct page *p, size_t n)
{
	size_t i;

	for (i = 0; i < n && p->block[i].zone != ZONE_CONTENT; i++)
		;
	return i;
}

/*
 * Finds the zones; returns where the content begins, n if there is none. A
 * document does not go without as long as there is news in it.
 */
static size_t
place_blocks(struct page *p, size_t n, bool last)
{
	size_t head, i;

	page_zones(p, n, false);
	head = find_content(p, n);
	if (head < n || !last || p->any_content || p->zone != ZONE_BEFORE)
		return head;
	for (i = 0; i < n; i++) {
		if (p->block[i].forced == FORCED_DROP
		    || !is_news(&p->block[i].feature))
			continue;
		page_zones(p, n, true);
		return find_content(p, n);
	}
	return n;
}

/* The role of a block in its zone: the one with the most evidence. */
static void
find_role(struct page *p, struct page_block *b)
{
	uint16_t active[MODEL_ACTIVE];
	float sum[MODEL_ROLES], best, second;
	size_t role;

	b->place.zone = b->zone;
	model_roles(&p->model, active,
	    model_features(&b->feature, &b->place, active), sum);
	best = second = -1e9f;
	for (role = 0; role < ROLES; role++) {
		if (role == ROLE_TITLE || sum[role] <= second)
			continue;
		second = sum[role];
		if (second > best) {
			second = best;
			best = sum[role];
			b->role = (uint8_t)role;
		}
	}
	b->score = (best - second) / (1 + best - second);
}

/* Whether the block is the heading over comments or related stories. */
static bool
is_marker(const struct page_block *b)
{
	uint32_t head = b->feature.hits.head;

	if (feature_is_sentence(&b->feature))
		return false;
	return (b->role == ROLE_COMMENTS && (head >> KIND_COMMENTS & 1) != 0)
	    || (b->role == ROLE_RELATED && (head >> KIND_RELATED & 1) != 0);
}

static void
find_roles(struct page *p, size_t n)
{
	uint8_t last = p->role;
	struct page_block *b;
	size_t i;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (b->role != ROLE_TITLE)
			find_role(p, b);
		b->marker = b->role != last && is_marker(b);
		last = b->role;
	}
}

size_t
page_label(struct page *p, const struct window *w)
{
	size_t n = w->blocks.n, head, i;

	page_look(p, w);
	weigh_zones(p, n);
	head = place_blocks(p, n, w->last);
	for (i = 0; i < n; i++)
		p->block[i].role = ROLES;
	if (head < n && !p->any_content)
		page_title(p, w, n, head);
	find_roles(p, n);
	if (!w->last)
		n -= n / BEHIND;
	if (n > 0) {
		p->role = p->block[n - 1].role;
		p->zone = p->block[n - 1].zone == ZONE_LEAD
		    ? ZONE_BEFORE
		    : p->block[n - 1].zone;
	}
	p->any_content |= head < n;
	return n;
}
