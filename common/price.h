/* SPDX-License-Identifier: ISC */
/*
 * price - what it costs to read a mark as opening, closing, or neither
 *
 * Nothing where its shape and its surroundings are for it, the more the less
 * they are. A stray mark is dearer than a quotation never closed, so that no
 * opening one is thrown away; but a single one may be an apostrophe, and one
 * behind a digit inches.
 */
#ifndef PRICE_H
#define PRICE_H

#include "mark.h"

enum {
	PRICE_SURE = 3 /* what is so dear to pass over is surely a mark */
};

struct price {
	int open, close, skip;
};

struct price price_mark(const struct mark *, const struct mark_votes *,
    const struct scan *);

#endif
