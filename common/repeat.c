/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "emit.h"
#include "recall.h"
#include "repeat.h"
#include "repeat_crumb.h"
#include "repeat_learn.h"
#include "repeat_prepare.h"

void
repeats_begin(struct repeats *r, const struct repeat_options *options)
{
	memset(r, 0, sizeof *r);
	r->options = options;
	memory_begin(&r->own, options->teasers, options->near,
	    options->named || options->matches);
	memory_begin(&r->against, TEASER_MOST, NEAR_MOST, options->named);
	endings_begin(&r->endings);
	r->own.seen.flags = options->learn || options->documents;
	r->own.seen.counts = options->count;
	r->next_doc = SIZE_MAX;
	if (options->tier[TIER_NEAR])
		r->fingerprints.terms = &r->words;
	if (options->learn)
		repeat_learn_begin(r);
}

void
repeats_end(struct repeats *r)
{
	size_t i;

	memory_end(&r->own);
	memory_end(&r->against);
	endings_end(&r->endings);
	for (i = 0; i < REPEAT_BATCH; i++)
		terms_end(&r->batch[i].near.terms);
	terms_end(&r->words);
	sources_end(&r->sources);
	if (r->options->learn)
		repeat_learn_end(r);
	free(r->met);
	memset(r, 0, sizeof *r);
}

struct place
repeats_file(struct repeats *r, const char *path)
{
	return (struct place) { sources_add(&r->sources, span_of(path)),
		PLACE_NO_START };
}

void
repeats_document(struct repeats *r, struct span name)
{
	r->n_before = r->n_met = r->n_decided = 0;
	if (r->learning)
		repeat_learn_document(r);
	if (!r->own.seen.places || r->emit != NULL || r->drops != NULL)
		return;
	r->doc = r->next_doc < r->sources.n ? r->next_doc
	                                    : sources_add(&r->sources, name);
	if (r->next_doc != SIZE_MAX)
		r->next_doc = r->doc + 1;
}

static struct met *
met_at(const struct repeats *r, size_t i)
{
	return &r->met[r->n_before + i];
}

const struct verdict *
repeats_verdict(const struct repeats *r, size_t i)
{
	return &met_at(r, i)->verdict;
}

const struct met *
repeats_met(const struct repeats *r, size_t i)
{
	return met_at(r, i);
}

void
repeats_release(struct repeats *r, struct met *m)
{
	struct seen_entry e;

	if (m->took && seen_find(&r->own.seen, m->all, &e))
		*e.flags |= SEEN_AHEAD;
	m->took = false;
}

/*
 * The headline directly over a teaser goes with it where the two look like a
 * related entry: short, without a stop, and the teaser says that it is cut.
 * What begins like the teaser is no headline but the text that it repeats.
 */
static void
drop_headline(struct repeats *r, size_t i, const struct met *teaser)
{
	struct met *headline;

	if (r->n_before + i == 0 || !ending_is_marked(teaser->ending))
		return;
	headline = met_at(r, i) - 1;
	if (headline->verdict.reason == REPEAT_NEW
	    && headline->ending == ENDING_OPEN
	    && headline->head != teaser->head
	    && headline->n_words <= HEADLINE_WORDS) {
		met_drop(headline, TIER_TEASER, REPEAT_HEADLINE,
		    teaser->verdict.score, teaser->verdict.match);
		if (r->options->learn)
			repeats_release(r, headline);
	}
}

/* Looks a block up as the beginning of something, and learns it as such. */
static void
meet_teaser(struct repeats *r, size_t i, const struct newcomer *new,
    const struct known *k, struct place here)
{
	struct met *m = met_at(r, i);
	size_t n = new->f.n_words;
	struct place match = { 0 };

	m->head = new->c.head;
	if (m->verdict.reason == REPEAT_NEW
	    && recall_whole(r, new, m, k, &match)) {
		met_drop(m, TIER_TEASER, REPEAT_BEGINNING,
		    (double)(n - new->ending.n_phrase) / (double)n, match);
		if (r->options->learn)
			repeat_learn_teaser(r, m);
		drop_headline(r, i, m);
	}
	recall_learn(r, new, here);
}

/*
 * Looks a block up as one that was seen in other words, and learns it as such.
 * What repeats a block is not learned: or the third of a row of blocks, each
 * like the one before, might go for one that went itself. Nor is what says that
 * it is cut off.
 */
static void
meet_near(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new, const struct known *k, struct place here)
{
	struct met *m = met_at(r, i);
	struct near_match match;

	if (m->verdict.reason != REPEAT_NEW || !repeat_is_for_near(r, new))
		return;
	repeat_read_near(r, w, i, new);
	if (recall_alike(r, &new->near, k, &match))
		met_drop(m, TIER_NEAR, REPEAT_ALIKE, match.score, match.place);
	else if (k == NULL && !ending_is_marked(m->ending))
		near_learn(&r->own.near, &new->near, here);
}

/* Looks a block up as a repeat, and learns it. */
static void
meet_exact(struct repeats *r, struct met *m, const struct known *k)
{
	const struct repeat_options *o = r->options;
	bool known = recall_same(r, m, k);
	struct place match = m->first;
	bool often = o->none
	    && seen_has(&r->again, m->all, known ? NULL : &match);

	if (o->count)
		m->verdict.count = repeat_learn_count(r, m->all);
	if ((known || often) && o->tier[TIER_EXACT]
	    && m->verdict.reason == REPEAT_NEW)
		met_drop(m, TIER_EXACT, often ? REPEAT_OFTEN : REPEAT_SAME, 1,
		    match);
}

/* Looks a block up, and learns it. */
static void
judge(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new, struct place here)
{
	const bool *tier = r->options->tier;
	struct met *m = met_at(r, i);
	const struct known *k = recall_drops(r, here.start,
	    met_at(r, r->n_decided)->start);

	meet_exact(r, m, k);
	if (tier[TIER_TEASER] && m->n_words >= FINGERPRINT_HEAD)
		meet_teaser(r, i, new, k, here);
	meet_near(r, w, i, new, k, here);
}

/* Tells what the other parts must know of a block. */
static void
emit(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new)
{
	const struct met *m = met_at(r, i);

	emit_block(r->emit, new, m->start);
	if (m->verdict.reason != REPEAT_NEW || !repeat_is_for_near(r, new))
		return;
	repeat_read_near(r, w, i, new);
	emit_near(r->emit, &new->near, new, m->start);
}

/* What is known of a block as such; not by one assignment, which is slow. */
static void
set_met(struct met *m, const struct newcomer *new, struct place here)
{
	const struct place nowhere = { 0 };

	m->all = new->f.all;
	m->last = new->f.last;
	m->head = 0;
	m->n_words = new->f.n_words;
	m->ending = new->ending.kind;
	m->took = false;
	m->start = here.start;
	m->first.doc = here.doc;
	m->first.start = here.start;
	m->verdict.reason = REPEAT_WORDLESS;
	m->verdict.tier = TIER_EXACT;
	m->verdict.score = 0;
	m->verdict.match = nowhere;
	m->verdict.count = 1;
}

/* The first step of a block's way. */
static void
meet(struct repeats *r, struct window *w, size_t i,
    struct newcomer *new)
{
	struct met *m = met_at(r, i);
	struct place here = recall_here(r, w, &w->blocks.block[i]);

	set_met(m, new, here);
	if (m->n_words == 0)
		return;
	if (m->n_words >= r->options->min_words)
		m->verdict.reason = REPEAT_NEW;
	if (r->emit != NULL)
		emit(r, w, i, new);
	else
		judge(r, w, i, new, here);
}

/* The second step of a block's way: is it a crumb? */
static void
look_around(struct repeats *r, const struct window *w, size_t i)
{
	struct met *m = met_at(r, i);
	size_t before = r->n_before + i, behind = r->n_met - i;

	if (m->verdict.reason != REPEAT_NEW || m->n_words <= CRUMB_TITLE
	    || m->n_words > CRUMB_WORDS || m->ending != ENDING_OPEN)
		return;
	if (before > REPEAT_AROUND)
		before = REPEAT_AROUND;
	if (behind > REPEAT_AROUND)
		behind = REPEAT_AROUND + 1;
	repeat_crumb(r, &w->scan, &w->blocks.block[i], m, m - before,
	    m + behind);
}

/* Takes the second step with all blocks that are ready for it. */
static void
decide(struct repeats *r, const struct window *w)
{
	bool tier = r->options->tier[TIER_CRUMB] && !r->learning;

	while (r->n_decided + REPEAT_AROUND < r->n_met
	    || (w->last && r->n_met == w->blocks.n
	        && r->n_decided < r->n_met)) {
		if (tier)
			look_around(r, w, r->n_decided);
		r->n_decided++;
	}
}

/*
 * A full window must lose a block. Its first one may then have fewer blocks
 * behind it than it should, but the same ones however it was cut.
 */
static void
decide_first(struct repeats *r, const struct window *w)
{
	if (r->n_decided > 0 || r->n_met == 0 || w->scan.len < WINDOW_BYTES)
		return;
	if (r->options->tier[TIER_CRUMB] && !r->learning)
		look_around(r, w, 0);
	r->n_decided = 1;
}

size_t
repeats_judge(struct repeats *r, struct window *w)
{
	size_t n, i;

	r->met = alloc_grow(r->met, &r->cap, r->n_before + w->blocks.n,
	    sizeof *r->met);
	if (r->n_met < w->blocks.n)
		fingerprints_begin(&r->fingerprints, &w->scan,
		    w->blocks.block[r->n_met].start);
	while (r->n_met < w->blocks.n) {
		n = w->blocks.n - r->n_met;
		if (n > REPEAT_BATCH)
			n = REPEAT_BATCH;
		repeat_prepare(r, w, r->n_met, n);
		for (i = 0; i < n; i++) {
			if (r->learning)
				repeat_learn(r, w, r->n_met, &r->batch[i]);
			else
				meet(r, w, r->n_met, &r->batch[i]);
			r->n_met++;
			decide(r, w);
		}
	}
	decide(r, w);
	decide_first(r, w);
	return r->n_decided;
}

void
repeats_decided(struct repeats *r, size_t n)
{
	size_t before = r->n_before + n, keep = before;

	if (keep > REPEAT_AROUND)
		keep = REPEAT_AROUND;
	if (n > 0)
		memmove(r->met, r->met + before - keep,
		    (keep + r->n_met - n) * sizeof *r->met);
	r->n_before = keep;
	r->n_met -= n;
	r->n_decided -= n;
}
