/* SPDX-License-Identifier: ISC */
/*
 * whole - a document judged as a whole: --documents
 *
 * Holds what was met of a document. Where a share of its words is in blocks
 * that repeat others, all its blocks are dropped, and those that were new do
 * not count as seen. What repeats the document itself is not counted as seen.
 * Owns its memory; out of memory ends the program.
 */
#ifndef WHOLE_H
#define WHOLE_H

#include "repeat.h"

/*
 * What a copy has of its own is a headline, a byline, a line on where it is
 * from; an article with more than a fifth of new words says something new.
 */
#define WHOLE_SHARE 0.8

struct whole {
	struct met *block;
	size_t n, cap;
	size_t next; /* for whole_next */
	size_t doc;  /* the document's number */
};

/* An empty one is all zero; whole_clear makes it so for document `doc`. */
void whole_clear(struct whole *, size_t doc);
void whole_end(struct whole *);

void whole_add(struct whole *, const struct met *);

/* When all blocks were added: drops them all, if the share is reached. */
void whole_decide(struct whole *, struct repeats *, double share);

/* The verdicts, from the first block on; null when there are no more. */
const struct verdict *whole_next(struct whole *);

#endif
