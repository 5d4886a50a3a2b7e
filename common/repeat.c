/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "emit.h"
#include "recall.h"
#include "repeat.h"

enum { HEADLINE_WORDS = 25 }; /* a longer block is no headline */

void
repeats_begin(struct repeats *r, const struct repeat_options *options)
{
	memset(r, 0, sizeof *r);
	r->options = options;
	memory_begin(&r->own, TEASER_RECORDS, options->places);
	memory_begin(&r->against, UINT32_MAX - 1, options->places);
	endings_begin(&r->endings);
}

void
repeats_end(struct repeats *r)
{
	memory_end(&r->own);
	memory_end(&r->against);
	endings_end(&r->endings);
	sources_end(&r->sources);
	free(r->met);
	memset(r, 0, sizeof *r);
}

struct place
repeats_file(struct repeats *r, const char *path)
{
	return (struct place) { sources_add(&r->sources, span_of(path)),
		REPEAT_NO_START };
}

void
repeats_document(struct repeats *r, struct span name)
{
	r->n_before = r->n_met = r->n_decided = 0;
	if (r->options->places && r->emit == NULL && r->drops == NULL)
		r->doc = sources_add(&r->sources, name);
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

/* Hashes a block and has the memory fetched that meet() will need. */
static void
prepare(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new)
{
	const struct block *b = &w->blocks.block[i];
	const bool *tier = r->options->tier;
	struct checkpoints *c = tier[TIER_TEASER] ? &new->c : NULL;

	new->f = fingerprint_of(&w->scan, b->start, b->end, c);
	new->ending = (struct ending) { ENDING_OPEN, 0 };
	new->divided = false;
	if (new->f.n_words == 0)
		return;
	seen_prefetch(&r->own.seen, new->f.all);
	if (tier[TIER_TEASER] || tier[TIER_CRUMB])
		new->ending = ending_of(&r->endings, &w->scan, b->start,
		    b->end, &new->f);
	if (!tier[TIER_TEASER] || new->f.n_words < FINGERPRINT_HEAD)
		return;
	teaser_prefetch(&r->own.teasers, new->c.head);
	new->divided = new->f.n_words <= CRUMB_WORDS
	    && crumb_is_divided(&w->scan, b->start, b->end);
}

static void
drop(struct met *m, enum repeat_tier tier, enum repeat_reason reason,
    double score, struct place match)
{
	m->verdict = (struct verdict) { reason, tier, score, match };
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
	    && headline->n_words <= HEADLINE_WORDS)
		drop(headline, TIER_TEASER, REPEAT_HEADLINE,
		    teaser->verdict.score, teaser->verdict.match);
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
	    && recall_whole(r, new, k, &match)) {
		drop(m, TIER_TEASER, REPEAT_BEGINNING,
		    (double)(n - new->ending.n_phrase) / (double)n, match);
		drop_headline(r, i, m);
	}
	recall_learn(r, new, here);
}

/* Looks a block up, and learns it. */
static void
judge(struct repeats *r, size_t i, const struct newcomer *new,
    struct place here)
{
	const struct repeat_options *o = r->options;
	struct met *m = met_at(r, i);
	const struct known *k = recall_drops(r, here.start,
	    met_at(r, r->n_decided)->start);

	if (recall_same(r, m->all, k, here, &m->first) && o->tier[TIER_EXACT]
	    && m->verdict.reason == REPEAT_NEW)
		drop(m, TIER_EXACT, REPEAT_SAME, 1, m->first);
	if (o->tier[TIER_TEASER] && m->n_words >= FINGERPRINT_HEAD)
		meet_teaser(r, i, new, k, here);
}

/* The first step of a block's way. */
static void
meet(struct repeats *r, struct window *w, size_t i,
    const struct newcomer *new)
{
	struct met *m = met_at(r, i);
	struct place here = recall_here(r, w, &w->blocks.block[i]);

	*m = (struct met) { .all = new->f.all, .last = new->f.last,
		.n_words = new->f.n_words, .ending = new->ending.kind,
		.start = here.start,
		.verdict = { .reason = REPEAT_WORDLESS } };
	if (m->n_words == 0)
		return;
	if (m->n_words >= r->options->min_words)
		m->verdict.reason = REPEAT_NEW;
	if (r->emit != NULL)
		emit_block(r->emit, new, m->start);
	else
		judge(r, i, new, here);
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
		if (!recall_title(r, m, &part, at, &match))
			continue;
		for (near = from; near < to; near++)
			if (near->all == part.fingerprint && is_lost(near))
				return;
		drop(m, TIER_CRUMB, REPEAT_TRAIL,
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
		drop(m, TIER_CRUMB, REPEAT_TRAIL,
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

/* The second step of a block's way: is it a crumb? */
static void
look_around(struct repeats *r, const struct window *w, size_t i)
{
	const struct block *b = &w->blocks.block[i];
	struct met *m = met_at(r, i);
	const struct met *from = m - (r->n_before + i < REPEAT_AROUND
	    ? r->n_before + i : REPEAT_AROUND);
	const struct met *to = m + (r->n_met - i <= REPEAT_AROUND
	    ? r->n_met - i : REPEAT_AROUND + 1);
	struct crumb c;
	bool near;

	if (m->verdict.reason != REPEAT_NEW || m->n_words <= CRUMB_TITLE
	    || m->n_words > CRUMB_WORDS || m->ending != ENDING_OPEN)
		return;
	near = ends_alike(m, from, to);
	if ((!near && is_plain(&w->scan, b, m->n_words))
	    || !crumb_read(&c, &w->scan, b->start, b->end, near))
		return;
	if (r->emit != NULL) {
		emit_parts(r, m, &w->scan, &c, to - 1);
		return;
	}
	drop_around_known(r, m, &w->scan, &c, from, to);
	if (near && m->verdict.reason == REPEAT_NEW)
		drop_around_near(m, &w->scan, &c, from, to);
}

/* Takes the second step with all blocks that are ready for it. */
static void
decide(struct repeats *r, const struct window *w)
{
	bool tier = r->options->tier[TIER_CRUMB];

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
	if (r->options->tier[TIER_CRUMB])
		look_around(r, w, 0);
	r->n_decided = 1;
}

size_t
repeats_judge(struct repeats *r, struct window *w)
{
	size_t n, i;

	r->met = alloc_grow(r->met, &r->cap, r->n_before + w->blocks.n,
	    sizeof *r->met);
	while (r->n_met < w->blocks.n) {
		n = w->blocks.n - r->n_met;
		if (n > REPEAT_BATCH)
			n = REPEAT_BATCH;
		for (i = 0; i < n; i++)
			prepare(r, w, r->n_met + i, &r->batch[i]);
		for (i = 0; i < n; i++) {
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
