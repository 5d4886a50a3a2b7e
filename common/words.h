/* SPDX-License-Identifier: ISC */
/*
 * words - the words of a text in their order, found and hashed ahead
 *
 *	words_begin(&w, &scan, from);
 *	do
 *		for (i = 0; i < w.n; i++)
 *			... w.start[i], w.end[i], w.hash[i] ...
 *	while (words_next(&w));
 *
 * A stretch of WORDS_CELLS cells at a time: many words one after the other,
 * without a branch that depends on what they are, cost far less than each one
 * by itself. A word is of the stretch in which it starts.
 *
 * Borrows the scan. Nothing here allocates or fails.
 */
#ifndef WORDS_H
#define WORDS_H

#include "scan.h"
#include "word.h"

enum {
	WORDS_CELLS = 8, /* of a stretch */
	WORDS_MOST = 64 * WORDS_CELLS,
	WORDS_SPARE = 16 /* written behind the last */
};

struct words {
	const struct scan *scan;
	size_t from, to; /* the stretch, as cells */
	size_t n;        /* words that start in it */
	size_t start[WORDS_MOST + WORDS_SPARE];
	size_t *end;     /* behind each one's last byte */
	uint64_t hash[WORDS_MOST + WORDS_SPARE];    /* word_hash */
	uint16_t letters[WORDS_MOST + WORDS_SPARE]; /* word_letters */

	/* private */
	size_t ends[1 + WORDS_MOST + WORDS_SPARE];
};

/* Goes to the stretch whose first cell has the byte `from`. */
void words_begin(struct words *, const struct scan *, size_t from);

/* Goes to the next stretch; false if there is none. */
bool words_next(struct words *);

/* How it is done, the slowest way first: all give the same. */
enum words_way { WORDS_PLAIN, WORDS_QUICK, WORDS_WIDE };

/* Fills the stretch again, a certain way; false if the processor has it not. */
bool words_fill_by(struct words *, enum words_way);

#endif
