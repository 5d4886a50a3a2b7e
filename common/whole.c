/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "whole.h"

void
whole_clear(struct whole *h)
{
	h->n = h->next = 0;
}

void
whole_end(struct whole *h)
{
	free(h->block);
	memset(h, 0, sizeof *h);
}

void
whole_add(struct whole *h, const struct met *m)
{
	h->block = alloc_grow(h->block, &h->cap, h->n + 1, sizeof *h->block);
	h->block[h->n++] = *m;
}

/*
 * The document that most of the dropped words are in, if there is one with
 * more than half of them; by Boyer and Moore's majority vote.
 */
static struct place
source_of(const struct whole *h, size_t dropped)
{
	struct place place = { REPEAT_NO_DOC, REPEAT_NO_START };
	size_t votes = 0, sum = 0, i;
	const struct met *m;

	for (i = 0; i < h->n; i++) {
		m = &h->block[i];
		if (!repeat_is_dropped(&m->verdict))
			continue;
		if (votes == 0)
			place.doc = m->verdict.match.doc;
		if (place.doc == m->verdict.match.doc)
			votes += m->n_words;
		else if (votes >= m->n_words)
			votes -= m->n_words;
		else {
			place.doc = m->verdict.match.doc;
			votes = m->n_words - votes;
		}
	}
	for (i = 0; i < h->n; i++)
		if (repeat_is_dropped(&h->block[i].verdict)
		    && h->block[i].verdict.match.doc == place.doc)
			sum += h->block[i].n_words;
	if (sum * 2 <= dropped)
		place.doc = REPEAT_NO_DOC;
	return place;
}

static void
drop_rest(struct whole *h, struct repeats *r, size_t dropped, double share)
{
	struct place source = source_of(h, dropped);
	size_t i;

	for (i = 0; i < h->n; i++) {
		if (repeat_is_dropped(&h->block[i].verdict))
			continue;
		met_drop(&h->block[i], TIERS, REPEAT_DOCUMENT, share, source);
		repeats_release(r, &h->block[i]);
	}
}

void
whole_decide(struct whole *h, struct repeats *r, double share)
{
	size_t words = 0, dropped = 0, i;

	for (i = 0; i < h->n; i++) {
		words += h->block[i].n_words;
		if (repeat_is_dropped(&h->block[i].verdict))
			dropped += h->block[i].n_words;
	}
	if (dropped > 0 && (double)dropped >= share * (double)words)
		drop_rest(h, r, dropped, (double)dropped / (double)words);
}

const struct verdict *
whole_next(struct whole *h)
{
	return h->next < h->n ? &h->block[h->next++].verdict : NULL;
}
