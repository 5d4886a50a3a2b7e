/* SPDX-License-Identifier: ISC */
/*
 * drop - what one block repeats, as --reduce tells it to --apply
 *
 *	POSITION TAB e TAB MATCH              the same words as the match
 *	POSITION TAB t TAB MATCH              a beginning of it
 *	POSITION TAB c TAB MATCH TAB NUMBER   the crumb's part of this number is it
 *
 * Both are positions; the match is that of the first such block. One line
 * each, so that sorted lines are in the order of the input.
 */
#ifndef DROP_H
#define DROP_H

#include "output.h"
#include "position.h"

#define DROP_EXACT 'e'
#define DROP_TEASER 't'
#define DROP_CRUMB 'c'

struct drop {
	struct position at, match;
	char type;
	uint32_t number; /* of a crumb's part, else 0 */
};

/* By position, type and number. */
int drop_compare(const struct drop *, const struct drop *);

void drop_write(struct output *, const struct drop *);

/* Reads a line; null, or why it is none. */
const char *drop_read(struct drop *, struct span line);

#endif
