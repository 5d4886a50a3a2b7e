/* SPDX-License-Identifier: ISC */
/*
 * pairing - which marks of a paragraph belong together
 *
 * A mark opens a quotation, closes one, or does neither (an apostrophe,
 * inches, a stray). What its shape and surroundings speak against costs
 * something; so does a quotation that is never closed, or closed by a mark of
 * another family. The cheapest reading of the whole paragraph is taken, so
 * that a mark too many or too few does little harm, and none behind the end.
 *
 * The reading goes from mark to mark with the few best states, a state being
 * which marks are open: after Viterbi, "Error bounds for convolutional codes"
 * (1967), with a beam. Time is linear, memory what the marks take.
 */
#ifndef PAIRING_H
#define PAIRING_H

#include "mark.h"

enum {
	PAIRING_DEEPEST = 4, /* quotations in each other */
	PAIRING_STATES = 8   /* that are kept */
};

#define PAIRING_NONE UINT32_MAX
#define PAIRING_CARRIED (UINT32_MAX - 1)
#define PAIRING_CUT ((uint32_t)1 << 31)

struct pairing_state {
	uint32_t open[PAIRING_DEEPEST]; /* marks, outermost first, then 0 */
	unsigned depth;
	int cost;
	uint32_t history; /* the latest event, or PAIRING_NONE */
};

/* That a quotation ended: at a mark, or, with PAIRING_CUT, before one. */
struct pairing_event {
	uint32_t earlier, open, end;
};

/* Owns its arrays, borrows the rest. An empty one is all zero. */
struct pairing {
	/* By mark: which ends the quotation it opens, or PAIRING_NONE. */
	uint32_t *end;
	uint32_t carried_end; /* the same for what was open before */

	/* private */
	size_t cap;
	const struct mark *mark;
	const struct mark_votes *votes;
	const struct scan *scan;
	struct mark carried;
	struct pairing_state state[PAIRING_STATES];
	unsigned n_states;
	int least; /* the cost of the best state */
	struct pairing_event *event;
	size_t n_events, cap_events;
};

/* Sets all ends to PAIRING_NONE: new marks. */
void pairing_begin(struct pairing *, const struct marks *,
    const struct mark_votes *, const struct scan *);

/* Begins a paragraph, with an open quotation, or null. */
void pairing_start(struct pairing *, const struct mark *carried);

/* Goes on through the marks from..to. */
void pairing_take(struct pairing *, size_t from, size_t to);

/* Whether a quotation seems to be open, or may turn out to be. */
bool pairing_is_open(const struct pairing *);
bool pairing_may_be_open(const struct pairing *);

/* Whether it goes on behind a mark at the head of the next paragraph. */
bool pairing_goes_on(const struct pairing *, const struct mark *next);

/*
 * Ends the paragraph, whose marks end before index `to`. `next` is the first
 * mark of the next one, or null, and `heads` whether it stands at its head.
 * Returns the mark whose quotation goes on there (PAIRING_CARRIED for the one
 * that was open from the start), or PAIRING_NONE.
 */
uint32_t pairing_finish(struct pairing *, size_t to, const struct mark *next,
    bool heads);

void pairing_end(struct pairing *);

#endif
