/* SPDX-License-Identifier: ISC */
/*
 * progress - a line on a terminal: bytes, documents, rate, time left
 *
 * Written to stderr, twice a second at most, and only where that is a
 * terminal. The clock is read for this alone.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct progress {
	bool on;
	size_t total; /* bytes of all operands, 0 where that is not known */

	/* private */
	struct timespec begun, shown;
	unsigned calls;
};

/* operands: a null pointer last; an empty list is standard input. */
void progress_begin(struct progress *, bool wanted, char **operands);
void progress_update(struct progress *, size_t bytes, size_t documents);

/* Clears the line. */
void progress_end(struct progress *);

#endif
