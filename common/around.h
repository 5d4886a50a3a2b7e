/* SPDX-License-Identifier: ISC */
/*
 * around - who says a quotation, by the sentences around its own
 *
 * The one before is looked at, and the one behind where no words stand before.
 * Where vicinity left them out they are read here: few quotations ask for them.
 */
#ifndef AROUND_H
#define AROUND_H

#include "speaker.h"

/* The tokens of a sentence that was left out. */
struct beside {
	struct sentences sentences;
	struct chunks chunks;
	size_t from, to; /* the text; none where these are equal */
};

/* Owns its arrays. An empty one is all zero. */
struct around {
	struct beside before, behind;
};

/* Forgets what was read: a new window begins. */
void around_begin(struct around *);

/*
 * Who says chunk k, a quotation whose own sentence, which the passage is at,
 * does not tell. Within a paragraph the last speaker goes on, but behind a
 * sentence without quotation that tells who speaks: "She added a word of
 * thanks. ".."".
 */
bool around_find(struct around *, const struct passage *, size_t k,
    bool goes_on, struct speaker *);

void around_end(struct around *);

#endif
