/* SPDX-License-Identifier: ISC */
/*
 * quote - the quotations of a window: marks paired
 *
 * Marks are paired inside a block (and over the lines of a hard-wrapped text).
 * A quotation that is open where its block ends goes on in the next one if
 * that begins with its opening mark again, or if the first mark there closes
 * it; else it was never closed. It ends where words follow that say who spoke,
 * else with its block or before the next opening mark. What a mark may do in a
 * document that uses it in more ways than one (» «) is told by a vote of all
 * such marks so far.
 */
#ifndef QUOTE_H
#define QUOTE_H

#include "pairing.h"
#include "window.h"

struct quote {
	size_t start, end;   /* inside its marks, spaces trimmed */
	size_t open, close;  /* with its marks */
	size_t block, last_block;
	unsigned depth;      /* 0: in no other quotation */
	uint8_t family;      /* enum mark_family */
	bool closed;
};

/* Owns its arrays. An empty one is all zero. */
struct quotes {
	struct quote *quote; /* by their start */
	size_t n, cap;

	/* private */
	struct marks marks;
	struct mark_votes votes;
	struct pairing pairing;
};

/* Forgets the votes: a new document begins. */
void quote_begin(struct quotes *);

/*
 * Finds the quotations of the window's blocks. Returns how many of these can
 * be decided: no quotation there depends on what follows. At least one.
 */
size_t quote_find(struct quotes *, const struct cues *, size_t lang,
    const struct window *);

void quote_end(struct quotes *);

#endif
