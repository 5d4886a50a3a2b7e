/* SPDX-License-Identifier: ISC */
/*
 * lines - the lines of a file or of standard input, one after the other
 *
 *	if (lines_open(&l, path))
 *		while (lines_next(&l, &line))
 *			...
 *	... l.reason, l.number ...
 *	lines_end(&l);
 *
 * Owns its buffer. One lines may read several files, one after the other.
 */
#ifndef LINES_H
#define LINES_H

#include "input.h"

#define LINES_MOST ((size_t)64 * 1024) /* bytes; a longer one is refused */

struct lines {
	size_t number;      /* of the line, from 1; 0: of none */
	const char *reason; /* why it can't be read on; null: all is well */

	/* private */
	struct input in;
};

/* An unused one is all zero. False where lines->reason is set. */
bool lines_open(struct lines *, const char *path);

/*
 * The next line without its line feed, borrowed until the next call; false at
 * the end, or where lines->reason is set.
 */
bool lines_next(struct lines *, struct span *line);

void lines_close(struct lines *);
void lines_end(struct lines *);

#endif
