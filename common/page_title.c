/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "page_title.h"

enum {
	TITLE_FAR = 63,   /* blocks from the first sentence back to a title */
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

/* How much like the title a block is, in its place. */
static float
title_score(struct page *p, size_t i, size_t text)
{
	struct page_block *b = &p->block[i];
	uint16_t active[MODEL_ACTIVE];

	b->place.has_near = true;
	b->place.near = (uint8_t)feature_bucket(text - i);
	return model_role(p->model, active,
	    model_features(&b->feature, &b->place, active), ROLE_TITLE);
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
		    && p->block[i].feature.n_bytes < CRUMB_BYTES
		    && holds(block_trim(&w->scan, &b[i]), text);
}

/* The first sentence of the content, or its head if it has none. */
static size_t
first_sentence(const struct page *p, size_t n, size_t head)
{
	size_t i;

	for (i = head; i < n && p->block[i].zone == ZONE_CONTENT; i++)
		if (feature_is_sentence(&p->block[i].feature))
			return i;
	return head;
}

/* The block that is most like the title, up to `text`; n if none is. */
static size_t
choose_title(struct page *p, size_t n, size_t text)
{
	size_t i = text > TITLE_FAR ? text - TITLE_FAR : 0, title = n;
	float most = 0, score;

	for (; i <= text; i++) {
		score = title_score(p, i, text);
		if (p->block[i].forced == FORCED_DROP || score <= most)
			continue;
		most = score;
		title = i;
	}
	return title;
}

/*
 * The title alone, where the block chosen is a trail or a site's name around
 * it: the best of those whose text it holds.
 */
static size_t
inner_title(struct page *p, const struct window *w, size_t title, size_t text)
{
	const struct block *b = w->blocks.block;
	struct span whole = block_trim(&w->scan, &b[title]);
	size_t i = text > TITLE_FAR ? text - TITLE_FAR : 0, inner = title;
	float most = 0, score;

	for (; i <= text; i++) {
		if (p->block[i].feature.n_bytes >= whole.n
		    || 2 * p->block[i].feature.n_bytes < whole.n
		    || !holds(whole, block_trim(&w->scan, &b[i])))
			continue;
		score = title_score(p, i, text);
		if (score > most) {
			most = score;
			inner = i;
		}
	}
	return inner;
}

void
page_title(struct page *p, const struct window *w, size_t n, size_t head)
{
	size_t text = first_sentence(p, n, head), i;
	size_t title = choose_title(p, n, text);
	float score;

	if (title == n)
		return;
	title = inner_title(p, w, title, text);
	find_crumbs(p, w, text > TITLE_FAR ? text - TITLE_FAR : 0, text + 1,
	    title);
	score = title_score(p, title, text);
	p->block[title].score = score / (1 + score);
	p->block[title].role = ROLE_TITLE;
	p->block[title].zone = ZONE_LEAD;
	for (i = title + 1; i < head; i++)
		p->block[i].zone = ZONE_LEAD;
	for (i = head; i < title; i++)
		p->block[i].zone = ZONE_BEFORE;
	i = title < head ? head : title + 1;
	if (i < n)
		p->block[i].place.lead = true;
}
