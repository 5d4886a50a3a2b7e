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
		    && p->block[i].feature.n_bytes < CRUMB_BYTES
		    && holds(block_trim(&w->scan, &b[i]), text);
}

void
page_title(struct page *p, const struct window *w, size_t n, size_t head)
{
	size_t title = 0, from, to, i;

	while (title < n && p->way[title].class != CLASS_TITLE)
		title++;
	if (title == n)
		return;
	from = title > TITLE_FAR ? title - TITLE_FAR : 0;
	to = n - title > TITLE_FAR ? title + TITLE_FAR : n;
	find_crumbs(p, w, from, to, title);
	for (i = title; i < head; i++)
		p->block[i].zone = ZONE_LEAD;
	for (i = head; i < title; i++)
		p->block[i].zone = ZONE_BEFORE;
}
