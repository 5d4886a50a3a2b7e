/* SPDX-License-Identifier: ISC */
#include "recall.h"

#define PART_SHIFT 32 /* of the part in a place's document */

static struct place
place_of(struct position p)
{
	return (struct place) { (uint64_t)p.part << PART_SHIFT | p.doc,
		p.start };
}

struct span
repeats_match_name(const struct repeats *r, const struct verdict *v,
    char *name)
{
	uint64_t doc = v->match.doc;

	if (r->drops == NULL || v->match.start == PLACE_NO_START)
		return sources_get(&r->sources, doc);
	position_write(name, (struct position) {
	    (uint32_t)(doc >> PART_SHIFT), (uint32_t)doc, 0 });
	return (struct span) { name, POSITION_PART + 1 + POSITION_DOC };
}

struct place
recall_place(const struct repeats *r, struct window *w, const struct block *b)
{
	struct place here = { r->doc, 0 };

	if (r->drops != NULL)
		here = place_of(drops_here(r->drops));
	here.start = window_offset(w, b->start);
	return here;
}

/* Where a block stands that no drops tell of. */
static struct place
place_of_met(const struct repeats *r, const struct met *m)
{
	return (struct place) { r->doc, m->start };
}

/* Whether a block of the run has the same words. */
static bool
is_own_repeat(struct repeats *r, struct met *m)
{
	struct seen_entry e;

	m->took = !seen_add(&r->own.seen, m->all, &m->first);
	if (m->took || !r->own.seen.flags
	    || !seen_find(&r->own.seen, m->all, &e)
	    || (*e.flags & SEEN_AHEAD) == 0)
		return !m->took;
	*e.flags &= (unsigned char)~SEEN_AHEAD;
	m->first = place_of_met(r, m);
	if (e.place != NULL)
		*e.place = m->first;
	m->took = true;
	return false;
}

bool
recall_same(struct repeats *r, struct met *m, const struct known *k)
{
	bool known = seen_has(&r->against.seen, m->all, &m->first);
	struct place here;

	if (k != NULL) {
		if (!known && k->exact)
			m->first = place_of(k->same);
		return known || k->exact;
	}
	if (!known)
		return is_own_repeat(r, m);
	here = place_of_met(r, m);
	seen_add(&r->own.seen, m->all, &here);
	return true;
}

bool
recall_whole(const struct repeats *r, const struct newcomer *new,
    const struct met *m, const struct known *k, struct place *match)
{
	size_t n = new->f.n_words;

	if (k != NULL && k->teaser) {
		*match = place_of(k->whole);
		return true;
	}
	return teaser_find(&r->own.teasers, &new->c, n, &new->ending, match)
	    || teaser_find(&r->against.teasers, &new->c, n, &new->ending,
	        match)
	    || (r->options->learn
	        && ahead_find(&r->ahead, m->all, m->ending, match));
}

bool
recall_alike(struct repeats *r, struct near_block *b,
    const struct known *k, struct near_match *match)
{
	if (k != NULL && k->alike.type == DROP_NEAR) {
		match->score = (double)k->alike.number / DROP_WHOLE;
		match->place = place_of(k->alike.match);
		return true;
	}
	return near_find(&r->own.near, b, match)
	    || near_find(&r->against.near, b, match);
}

void
recall_learn(struct repeats *r, const struct newcomer *new, struct place here)
{
	if (r->drops == NULL)
		teaser_learn(&r->own.teasers, &new->c, new->f.n_words,
		    &new->ending,
		    new->ending.kind == ENDING_STOP && !new->divided, here);
}

/* Whether such a block of the run was met before, or is sure to stay. */
static bool
is_own_title(const struct repeats *r, uint64_t fingerprint,
    struct place *match)
{
	struct seen_entry e;

	if (!seen_has(&r->own.seen, fingerprint, match))
		return false;
	return !r->own.seen.flags
	    || !seen_find(&r->own.seen, fingerprint, &e)
	    || (*e.flags & SEEN_AHEAD) == 0 || (*e.flags & SEEN_FIRM) != 0;
}

bool
recall_title(const struct repeats *r, const struct met *crumb,
    const struct crumb_part *part, size_t number, struct place *match)
{
	struct position first;

	if (seen_has(&r->against.seen, part->fingerprint, match))
		return true;
	if (r->drops == NULL)
		return is_own_title(r, part->fingerprint, match);
	if (!drops_part(r->drops, crumb->start, (uint32_t)number, &first))
		return false;
	*match = place_of(first);
	return true;
}
