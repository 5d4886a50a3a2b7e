/* SPDX-License-Identifier: ISC */
#include "crumb.h"
#include "repeat_prepare.h"

enum {
	TERM_WORDS = 8, /* that become one term, as an abbreviation's letters */
	NEAR_WORDS = TERM_WORDS * ALIGN_WORDS, /* more are too many to read */
	KEPT_TERMS = 2 * ALIGN_WORDS /* more are freed behind their block */
};

/* Hashes a block and has the memory fetched that it will be looked up in. */
static void
prepare(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new)
{
	const struct block *b = &w->blocks.block[i];
	const bool *tier = r->options->tier;
	struct checkpoints *c = tier[TIER_TEASER] ? &new->c : NULL;

	new->first_word = r->words.n;
	fingerprint_next(&r->fingerprints, b->start, b->end, &new->f, c);
	new->ending = (struct ending) { ENDING_OPEN, 0 };
	new->divided = false;
	if (new->f.n_words > NEAR_WORDS)
		r->words.n = new->first_word;
	if (new->f.n_words == 0)
		return;
	seen_prefetch(&r->own.seen, new->f.all);
	if (tier[TIER_TEASER] || tier[TIER_CRUMB] || tier[TIER_NEAR])
		new->ending = ending_of(&r->endings, &w->scan, b->start,
		    b->end, &new->f);
	if (!tier[TIER_TEASER] || new->f.n_words < FINGERPRINT_HEAD)
		return;
	teaser_prefetch(&r->own.teasers, new->c.head);
	new->divided = new->ending.kind == ENDING_STOP
	    && new->f.n_words <= CRUMB_WORDS
	    && crumb_is_divided(&w->scan, b->start, b->end, false);
}

/* The same for what is found through memory that was fetched. */
static void
prepare_link(const struct repeats *r, const struct newcomer *new)
{
	if (r->options->tier[TIER_TEASER]
	    && new->f.n_words >= FINGERPRINT_HEAD)
		teaser_prefetch_link(&r->own.teasers, new->c.head);
}

bool
repeat_is_for_near(const struct repeats *r, const struct newcomer *new)
{
	return r->options->tier[TIER_NEAR] && new->f.n_words >= NEAR_LEAST
	    && new->f.n_words <= NEAR_WORDS
	    && (new->ending.kind == ENDING_STOP
	        || new->f.n_words > HEADLINE_WORDS);
}

void
repeat_read_near(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new)
{
	const struct block *b = &w->blocks.block[i];

	if (new->near_is_read)
		return;
	near_read_words(&new->near, &w->scan, b->start, b->end,
	    r->words.of + new->first_word, new->f.n_words,
	    new->ending.kind != ENDING_STOP);
	new->near_is_read = true;
}

/* Reads ahead what is no repeat as yet, so that its keys can be fetched. */
static void
prepare_near(struct repeats *r, const struct window *w, size_t i,
    struct newcomer *new)
{
	new->near_is_read = false;
	if (new->near.terms.cap > KEPT_TERMS)
		terms_end(&new->near.terms);
	if (r->learning || !repeat_is_for_near(r, new)
	    || seen_has(&r->own.seen, new->f.all, NULL))
		return;
	repeat_read_near(r, w, i, new);
	near_prefetch(&r->own.near, &new->near);
}

void
repeat_prepare(struct repeats *r, const struct window *w, size_t from,
    size_t n)
{
	size_t i;

	r->words.n = 0;
	for (i = 0; i < n; i++)
		prepare(r, w, from + i, &r->batch[i]);
	for (i = 0; i < n; i++) {
		prepare_link(r, &r->batch[i]);
		prepare_near(r, w, from + i, &r->batch[i]);
	}
}
