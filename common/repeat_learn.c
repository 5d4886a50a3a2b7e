/* SPDX-License-Identifier: ISC */
#include "repeat_learn.h"

void
repeat_learn_begin(struct repeats *r)
{
	ahead_begin(&r->ahead, r->own.seen.places);
	seen_begin(&r->again, r->own.seen.places);
}

void
repeat_learn_end(struct repeats *r)
{
	ahead_end(&r->ahead);
	seen_end(&r->again);
}

/* What stands over the last block is known now: `teaser`, or something else. */
static void
settle_last(struct repeats *r, bool teaser)
{
	struct seen_entry e;

	if (r->last.all != 0 && r->last.firm && !teaser
	    && seen_find(&r->own.seen, r->last.all, &e)
	    && (*e.flags & SEEN_FIRM) == 0) {
		*e.flags |= SEEN_FIRM;
		if (e.place != NULL && (*e.flags & SEEN_AHEAD) != 0)
			*e.place = r->last.place;
	}
	r->last.all = 0;
}

void
repeat_learn_document(struct repeats *r)
{
	settle_last(r, false);
}

void
repeats_learn(struct repeats *r)
{
	r->learning = true;
	r->first_doc = r->sources.n;
}

void
repeats_learned(struct repeats *r)
{
	settle_last(r, false);
	ahead_settle(&r->ahead);
	r->learning = false;
	r->next_doc = r->first_doc;
}

/* Puts the words into the table, and counts them. */
static void
learn_exact(struct repeats *r, uint64_t all, struct place here)
{
	struct place first = here;
	bool known = seen_add(&r->own.seen, all, &first);
	struct seen_entry e;

	seen_find(&r->own.seen, all, &e);
	if (!known)
		*e.flags |= SEEN_AHEAD;
	else if (r->options->none && (*e.flags & SEEN_AHEAD) != 0)
		seen_add(&r->again, all, &here);
	if (e.count != NULL && *e.count < UINT32_MAX)
		++*e.count;
}

static void
learn_teaser(struct repeats *r, const struct newcomer *new,
    struct place here)
{
	size_t n = new->f.n_words;
	bool sentence = new->ending.kind == ENDING_STOP && !new->divided;

	ahead_meet(&r->ahead, &new->c, n, &new->ending, sentence, here);
	ahead_wait(&r->ahead, &new->c, new->f.all, n, &new->ending);
}

void
repeat_learn(struct repeats *r, struct window *w, size_t i,
    const struct newcomer *new)
{
	bool marked = ending_is_marked(new->ending.kind);
	struct place here = { 0 };

	settle_last(r, new->f.n_words > 0 && marked);
	if (new->f.n_words == 0)
		return;
	if (r->own.seen.places)
		here = (struct place) { r->doc,
			window_offset(w, w->blocks.block[i].start) };
	learn_exact(r, new->f.all, here);
	r->last.all = new->f.all;
	r->last.place = here;
	r->last.firm = !marked;
	if (r->options->tier[TIER_TEASER]
	    && new->f.n_words >= FINGERPRINT_HEAD)
		learn_teaser(r, new, here);
}

void
repeat_learn_teaser(struct repeats *r, struct met *m)
{
	ahead_note(&r->ahead, m->all, m->ending, m->verdict.match);
	repeats_release(r, m);
}

uint32_t
repeat_learn_count(const struct repeats *r, uint64_t all)
{
	struct seen_entry e;

	/* 0: the file has changed since the first pass. */
	return seen_find(&r->own.seen, all, &e) && *e.count > 0 ? *e.count : 1;
}
