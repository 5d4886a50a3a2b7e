/* SPDX-License-Identifier: ISC */
#include "crumb.h"
#include "repeat_crumb.h"

/*
 * Whether there is such a block, met before or sure to stay; *match is the
 * first one's place.
 */
static bool
is_known(const struct repeats *r, uint64_t fingerprint, struct place *match)
{
	struct seen_entry e;

	if (seen_has(&r->against.seen, fingerprint, match))
		return true;
	if (!seen_has(&r->own.seen, fingerprint, match))
		return false;
	return !r->own.seen.flags
	    || !seen_find(&r->own.seen, fingerprint, &e)
	    || (*e.flags & SEEN_AHEAD) == 0 || (*e.flags & SEEN_FIRM) != 0;
}

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
		if (!is_known(r, part.fingerprint, &match))
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
drop_around_near(const struct repeats *r, struct met *m,
    const struct scan *s, const struct crumb *c, const struct met *from,
    const struct met *to)
{
	struct place match = { 0 };

	for (; from < to; from++) {
		if (from->last != m->last || is_lost(from)
		    || !crumb_ends_in(c, s, from->n_words, from->all))
			continue;
		is_known(r, from->all, &match);
		met_drop(m, TIER_CRUMB, REPEAT_TRAIL,
		    (double)from->n_words / (double)c->n_words, match);
		return;
	}
}

/* Whether nothing but a space stands between the words of the block. */
static bool
is_plain(const struct scan *s, const struct block *b, size_t n_words)
{
	return b->end - b->start - scan_count(s, SCAN_WORD, b->start, b->end)
	    == n_words - 1;
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
	if ((!near && is_plain(s, b, m->n_words))
	    || !crumb_read(&c, s, b->start, b->end, near))
		return;
	drop_around_known(r, m, s, &c, from, to);
	if (near && m->verdict.reason == REPEAT_NEW)
		drop_around_near(r, m, s, &c, from, to);
}
