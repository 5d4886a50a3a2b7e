/* SPDX-License-Identifier: ISC */
/*
 * progress - a line on a terminal, as pv(1) has it
 *
 *	52.3 MB  120 documents  0:00:05  9.8 MB/s  [===>   ]  45%  ETA 0:00:06
 *
 * Bytes, documents, time gone, rate; where the size is known, how much is done
 * and the time left. Written to stderr, twice a second at most, and only where
 * that is a terminal or it is asked for. The clock is read for this alone.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "option.h"

struct progress {
	bool on;
	size_t total; /* bytes of all operands, 0 where that is not known */

	/* private */
	struct timespec begun, looked;
	size_t columns;
	bool shown; /* the line is there */
};

/*
 * operands: a null pointer last; an empty list is standard input. Null where
 * they are not known.
 */
void progress_begin(struct progress *, enum when, char **operands);
void progress_update(struct progress *, size_t bytes, size_t documents);

/* Removes the line, until the next one: before messages, and at the end. */
void progress_clear(struct progress *);

#endif
