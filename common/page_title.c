/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "page_title.h"

enum {
	TITLE_FAR = 63,   /* blocks from a title to a trail around it */
	CRUMB_BYTES = 400 /* of the longest trail around a title */
};

/* Whether the text holds the words of the other one, in their order. */
static bool
holds(struct span text, struct span part)
{
	size_t i;

	for (i = 0; part.n > 0 && i + part.n <= text.n; i++)
		if (text.p[i] == part.p[0]
		    && memcmp(text.p + i, part.p, part.n) == 0)
			return true;
	return false;
}

/* Marks the blocks around the title that hold its text. */
static void
find_crumbs(struct page *p, const struct window *w, size_t from, size_t to,
    size_t title)
{
	const struct block *b = w->blocks.block;
	struct span text = block_trim(&w->scan, &b[title]);
	size_t i;

	for (i = from; i < to; i++)
		p->block[i].place.crumb = i != title
		    && p->block[i].feature.n_bytes > text.n
		    && p->block[i].feature.n_bytes < CRUMB_BYTES
		    && holds(block_trim(&w->scan, &b[i]), text);
}

/* How much more speaks for a title at block i than for anything else. */
static int
title_lead(const struct page *p, size_t i)
{
	const struct chain_block *way = &p->way[i];
	int most = INT16_MIN, class;

	for (class = 0; class < CLASSES; class++)
		if (class != CLASS_TITLE && way->says[class] > most)
			most = way->says[class];
	return way->says[CLASS_TITLE] - most;
}

/* The block that is most like a title of those that are; n if none is. */
static size_t
best_title(const struct page *p, size_t n)
{
	size_t i, title = n;

	for (i = 0; i < n; i++)
		if (p->way[i].class == CLASS_TITLE
		    && (title == n || title_lead(p, i) >= title_lead(p, title)))
			title = i;
	return title;
}

/*
 * The title alone, where the block chosen is a trail or a site's name around
 * it: the best of those whose text it holds.
 */
static size_t
inner_title(const struct page *p, const struct window *w, size_t from,
    size_t to, size_t title)
{
	const struct block *b = w->blocks.block;
	struct span whole = block_trim(&w->scan, &b[title]);
	size_t inner = title, i, n;

	for (i = from; i < to; i++) {
		n = p->block[i].feature.n_bytes;
		if (n >= whole.n || 2 * n < whole.n
		    || (p->way[i].allowed >> CLASS_TITLE & 1) == 0
		    || !holds(whole, block_trim(&w->scan, &b[i])))
			continue;
		if (inner == title || title_lead(p, i) >= title_lead(p, inner))
			inner = i;
	}
	return inner;
}

/* Whether half of a block's telling words are the title's. */
static bool
is_like(const struct feature *f, const struct feature *title)
{
	unsigned same = 0, i, k;

	for (i = 0; i < f->n_telling; i++)
		for (k = 0; k < title->n_telling; k++)
			if (f->telling[i] == title->telling[k]) {
				same++;
				break;
			}
	return same > 0 && 2 * same >= f->n_telling;
}

/*
 * Leaves no titles but one and those like it, as pages say a title again in
 * other words, which the content may begin behind; no trail is one.
 */
static void
set_title(struct page *p, size_t n, size_t head, size_t title)
{
	const struct feature *f = &p->block[title].feature;
	size_t i;

	for (i = 0; i < n; i++)
		if (p->way[i].class == CLASS_TITLE
		    && (p->block[i].place.crumb
		        || !is_like(&p->block[i].feature, f)))
			p->way[i].class = i < title ? CLASS_BEFORE
			                            : CLASS_LEAD;
	p->way[title].class = CLASS_TITLE;
	for (i = title; i < head; i++)
		p->block[i].zone = ZONE_LEAD;
	for (i = head; i < title; i++)
		p->block[i].zone = ZONE_BEFORE;
}

size_t
page_find_title(const struct page *p, const struct window *w, size_t n)
{
	size_t title = best_title(p, n);

	if (title == n)
		return n;
	return inner_title(p, w, title > TITLE_FAR ? title - TITLE_FAR : 0,
	    n - title > TITLE_FAR ? title + TITLE_FAR : n, title);
}

void
page_title(struct page *p, const struct window *w, size_t n, size_t head,
    size_t title)
{
	if (title == n)
		return;
	find_crumbs(p, w, title > TITLE_FAR ? title - TITLE_FAR : 0,
	    n - title > TITLE_FAR ? title + TITLE_FAR : n, title);
	set_title(p, n, head, title);
}
