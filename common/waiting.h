/* SPDX-License-Identifier: ISC */
/*
 * waiting - blocks of one key that can't be decided before the key's end
 *
 *	waiting_add(&w, &one);  ..
 *	while (waiting_next(&w, &one))
 *		...
 *	waiting_clear(&w);
 *
 * They come back in no order of use. WAITING_MOST are held in memory, more in
 * a temporary file. An empty one is all zero.
 */
#ifndef WAITING_H
#define WAITING_H

#include <stddef.h>

#include "position.h"
#include "spill.h"

#define WAITING_MOST 4096

struct waiting_block {
	struct position at;
	bool crumb;        /* a part of one, which goes up to .. */
	uint32_t number;   /* which part */
	uint64_t last;     /* .. this start */

	/* of a possible teaser: how it ends, its words, the last checks */
	int ending;
	uint32_t n_words;
	uint32_t check[2];
};

struct waiting {
	struct spill spill; /* .error is to be looked at */

	/* private */
	struct waiting_block *block; /* WAITING_MOST, or null */
	size_t n, next;              /* in memory */
	uint64_t at;                 /* of the file, where reading goes on */
};

void waiting_add(struct waiting *, const struct waiting_block *);

/* Takes out one of them; false if there is none left, or on an error. */
bool waiting_next(struct waiting *, struct waiting_block *);

/* Makes ready for the next key. */
void waiting_clear(struct waiting *);

void waiting_end(struct waiting *);

#endif
