/* SPDX-License-Identifier: ISC */
/*
 * position - where a block stands in an input that is in parts
 *
 *	000017.000000123.0000004567
 *	part   document  start
 *
 * Zero-padded, so that texts of positions are in the order of the input when
 * they are sorted by their bytes. Nothing here allocates.
 */
#ifndef POSITION_H
#define POSITION_H

#include <stdint.h>

#include "span.h"

struct position {
	uint32_t part;
	uint32_t doc;   /* its number in the part, from 1 */
	uint64_t start; /* in the document */
};

enum {
	POSITION_PART = 6, /* digits */
	POSITION_DOC = 9,
	POSITION_START = 10,
	POSITION_BYTES = POSITION_PART + POSITION_DOC + POSITION_START + 2
};

#define POSITION_PART_MOST 999999u
#define POSITION_DOC_MOST 999999999u
#define POSITION_START_MOST 9999999999u

/* Below, at or above 0, as a stands before, at or behind b. */
int position_compare(struct position a, struct position b);

/* Writes POSITION_BYTES bytes; the numbers are no larger than they may be. */
void position_write(char *to, struct position);

/* Reads the text of a position; false if the text is not just that. */
bool position_read(struct span, struct position *);

/* Reads a number of nothing but digits, at most `most`, likewise. */
bool position_number(struct span, uint64_t most, uint64_t *);

#endif
