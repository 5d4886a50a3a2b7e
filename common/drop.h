/* SPDX-License-Identifier: ISC */
/*
 * drop - what one block repeats, as --reduce tells it to --apply
 *
 *	POSITION TAB e TAB MATCH              the same words as the match
 *	POSITION TAB t TAB MATCH              a beginning of it
 *	POSITION TAB c TAB MATCH TAB NUMBER   the crumb's part of this number is it
 *	POSITION TAB n TAB MATCH TAB SHARE    this share of its words is there, in
 *	                                      ten thousandths
 *	POSITION TAB v TAB MATCH TAB SHARE    likewise, but it says another thing
 *
 * Both are positions; the match is that of the first such block. One line
 * each, so that sorted lines are in the order of the input. The last two may
 * be there more than once, and with other matches: the largest share counts, of
 * equal ones that of v.
 */
#ifndef DROP_H
#define DROP_H

#include "output.h"
#include "position.h"

#define DROP_EXACT 'e'
#define DROP_TEASER 't'
#define DROP_CRUMB 'c'
#define DROP_NEAR 'n'
#define DROP_NEVER 'v'
#define DROP_WHOLE 10000u /* the share that is all of it */

struct drop {
	struct position at, match;
	char type;
	uint32_t number; /* of a crumb's part; a share; else 0 */
};

/* Whether there may be several that do not differ. */
static inline bool
drop_is_near(const struct drop *d)
{
	return d->type == DROP_NEAR || d->type == DROP_NEVER;
}

/* By position, type, number and match. */
int drop_compare(const struct drop *, const struct drop *);

void drop_write(struct output *, const struct drop *);

/* Reads a line; null, or why it is none. */
const char *drop_read(struct drop *, struct span line);

#endif
