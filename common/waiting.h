/* SPDX-License-Identifier: ISC */
/*
 * waiting - things of one key that can't be decided before the key's end
 *
 *	waiting_add(&w, &one, sizeof one);  ..
 *	while (waiting_next(&w, &one, sizeof one))
 *		...
 *	waiting_clear(&w);
 *
 * They come back in the order in which they came, byte for byte; who takes
 * them out knows how long each one is. WAITING_BYTES are held in memory, more
 * in a temporary file. An empty one is all zero.
 */
#ifndef WAITING_H
#define WAITING_H

#include <stddef.h>

#include "spill.h"

#define WAITING_BYTES ((size_t)256 * 1024)

struct waiting {
	struct spill spill; /* .error is to be looked at */

	/* private */
	char *bytes;  /* WAITING_BYTES, or null */
	size_t n, at; /* in memory; of these were taken out */
	uint64_t read; /* of the file, likewise */
};

/* Adds n bytes. Nothing may be added between the first next and a clear. */
void waiting_add(struct waiting *, const void *, size_t n);

/* Takes out n bytes; false if there are none left, or on an error. */
bool waiting_next(struct waiting *, void *, size_t n);

/* Makes ready for the next key. */
void waiting_clear(struct waiting *);

void waiting_end(struct waiting *);

#endif
