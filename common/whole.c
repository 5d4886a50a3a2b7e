/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "whole.h"

void
whole_clear(struct whole *h, size_t doc)
{
	h->n = h->next = 0;
	h->doc = doc;
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

/* Whether a block repeats what another document has. */
static bool
is_seen(const struct whole *h, const struct met *m)
{
	return repeat_is_dropped(&m->verdict)
	    && m->verdict.match.doc != h->doc;
}

/*
 * The document that most of the words seen are in, if there is one with more
 * than half of them; by Boyer and Moore's majority vote.
 */
static struct place
source_of(const struct whole *h, size_t seen)
{
	struct place place = { REPEAT_NO_DOC, PLACE_NO_START };
	size_t votes = 0, sum = 0, i;
	const struct met *m;

	for (i = 0; i < h->n; i++) {
		m = &h->block[i];
		if (!is_seen(h, m))
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
		if (is_seen(h, &h->block[i])
		    && h->block[i].verdict.match.doc == place.doc)
			sum += h->block[i].n_words;
	if (sum * 2 <= seen)
		place.doc = REPEAT_NO_DOC;
	return place;
}

static void
drop_rest(struct whole *h, struct repeats *r, size_t seen, double share)
{
	struct place source = source_of(h, seen);
	size_t i;

	for (i = 0; i < h->n; i++) {
		if (is_seen(h, &h->block[i]))
			continue;
		met_drop(&h->block[i], TIERS, REPEAT_DOCUMENT, share, source);
		repeats_release(r, &h->block[i]);
	}
}

void
whole_decide(struct whole *h, struct repeats *r, double share)
{
	size_t words = 0, seen = 0, i;

	for (i = 0; i < h->n; i++) {
		words += h->block[i].n_words;
		if (is_seen(h, &h->block[i]))
			seen += h->block[i].n_words;
	}
	if (seen > 0 && (double)seen >= share * (double)words)
		drop_rest(h, r, seen, (double)seen / (double)words);
}

const struct verdict *
whole_next(struct whole *h)
{
	return h->next < h->n ? &h->block[h->next++].verdict : NULL;
}
