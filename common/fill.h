/* SPDX-License-Identifier: ISC */
/*
 * fill - a text in lines of so many columns, for a terminal
 *
 * Lines end at white space or between characters of scripts without it, else
 * where no more fits. A line break of the text is a space, so that a
 * hard-wrapped text is filled anew; other white space stays. What would steer
 * the terminal takes the columns of its \xHH (terminal.h).
 */
#ifndef FILL_H
#define FILL_H

#include "output.h"

struct fill_line {
	size_t start, end; /* bytes of the text */
};

/* An empty one is all zero. */
struct fill {
	struct fill_line *line; /* owned */
	size_t n;

	/* private */
	size_t cap;
};

/*
 * Makes lines of the text, in linear time; none where it is blank. `columns`
 * is at least FILL_LEAST.
 */
enum { FILL_LEAST = 8 };
void fill_text(struct fill *, struct span text, size_t columns);

/* Writes a part of a line as it is shown; returns its columns. */
size_t fill_put(struct output *, struct span part);

void fill_end(struct fill *);

#endif
