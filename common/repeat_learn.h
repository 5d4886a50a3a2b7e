/* SPDX-License-Identifier: ISC */
/*
 * repeat_learn - what repeat learns where all is read before it is judged
 *
 * The first pass puts every block into the table, as one that is ahead, and
 * finds which beginnings have their text behind them. The second pass takes a
 * block for the first of its equals when it meets it, unless it goes as a
 * teaser or headline: then the next of its equals is the first. So of blocks
 * with the same words one always stays. A title that is ahead counts for
 * crumbs only where it is firm: no teaser itself, nor a headline over one.
 */
#ifndef REPEAT_LEARN_H
#define REPEAT_LEARN_H

#include "repeat.h"

void repeat_learn_begin(struct repeats *);
void repeat_learn_end(struct repeats *);

/* In the first pass: a document begins. */
void repeat_learn_document(struct repeats *);

/* In the first pass: the i-th block of the window. */
void repeat_learn(struct repeats *, struct window *, size_t i,
    const struct newcomer *);

/* In the second pass: a block is dropped as a teaser. */
void repeat_learn_teaser(struct repeats *, struct met *);

/* How often a block occurs. */
uint32_t repeat_learn_count(const struct repeats *, uint64_t all);

#endif
