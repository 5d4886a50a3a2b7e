/* SPDX-License-Identifier: ISC */
#include "crumb.h"
#include "emit.h"
#include "recall.h"
#include "repeat_crumb.h"

/* Whether the title went as a teaser of this very crumb: one must stay. */
static bool
is_lost(const struct met *title)
{
	return title->verdict.reason == REPEAT_BEGINNING
	    || title->verdict.reason == REPEAT_HEADLINE;
}

/* Drops the block if some part of it, between separators, is a known title. */
static void
drop_around_known(const struct repeats *r, struct met *m,
    const struct scan *s, const struct crumb *c, const struct met *from,
    const struct met *to)
{
	struct crumb_part part;
	struct place match = { 0 };
	const struct met *near;
	size_t at = 0;

	while (crumb_next(c, s, &at, &part)) {
		if (!recall_title(r, m, &part, at, &match))
			continue;
		for (near = from; near < to; near++)
			if (near->all == part.fingerprint && is_lost(near))
				return;
		met_drop(m, TIER_CRUMB, REPEAT_TRAIL,
		    (double)part.n_words / (double)c->n_words, match);
		return;
	}
}

/* Drops the block if it ends in a title that is near, without separators. */
static void
drop_around_near(struct met *m, const struct scan *s, const struct crumb *c,
    const struct met *from, const struct met *to)
{
	for (; from < to; from++) {
		if (from->last != m->last || is_lost(from)
		    || !crumb_ends_in(c, s, from->n_words, from->all))
			continue;
		met_drop(m, TIER_CRUMB, REPEAT_TRAIL,
		    (double)from->n_words / (double)c->n_words, from->first);
		return;
	}
}

/* Tells the parts that may be titles, and when the crumb is decided. */
static void
emit_parts(const struct repeats *r, const struct met *m, const struct scan *s,
    const struct crumb *c, const struct met *last)
{
	struct crumb_part part;
	size_t at = 0;

	while (crumb_next(c, s, &at, &part))
		emit_part(r->emit, m->start, (uint32_t)at, part.fingerprint,
		    last->start);
}

static bool
ends_alike(const struct met *m, const struct met *from, const struct met *to)
{
	for (; from < to; from++)
		if (from->last == m->last && from->n_words < m->n_words
		    && from->n_words >= CRUMB_TITLE)
			return true;
	return false;
}

void
repeat_crumb(const struct repeats *r, const struct scan *s,
    const struct block *b, struct met *m, const struct met *from,
    const struct met *to)
{
	struct crumb c;
	bool near;

	near = ends_alike(m, from, to);
	if ((!near && !crumb_is_divided(s, b->start, b->end, true))
	    || !crumb_read(&c, s, b->start, b->end, near))
		return;
	if (r->emit != NULL) {
		emit_parts(r, m, s, &c, to - 1);
		return;
	}
	drop_around_known(r, m, s, &c, from, to);
	if (near && m->verdict.reason == REPEAT_NEW)
		drop_around_near(m, s, &c, from, to);
}
