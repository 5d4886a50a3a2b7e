/* SPDX-License-Identifier: ISC */
/*
 * repeat_prepare - repeat's blocks, hashed a batch ahead of being looked up
 *
 * The memory that will be needed is fetched meanwhile. All is of a struct
 * repeats, which must be begun, and changes no more than its batch.
 */
#ifndef REPEAT_PREPARE_H
#define REPEAT_PREPARE_H

#include "repeat.h"

enum { HEADLINE_WORDS = 25 }; /* a longer block is no headline */

/* Sets r->batch to the n blocks of the window from `from` on. */
void repeat_prepare(struct repeats *, const struct window *, size_t from,
    size_t n);

/*
 * Whether the near tier looks at a block. Headlines and entries of lists are
 * left out: these are told apart by single words.
 */
bool repeat_is_for_near(const struct repeats *, const struct newcomer *);

/* Sets new->near to the i-th block of the window, if that is not yet done. */
void repeat_read_near(struct repeats *, const struct window *, size_t i,
    struct newcomer *new);

#endif
