/* SPDX-License-Identifier: ISC */
/*
 * sources - texts with numbers, from 0 in their order: the ids of documents
 *
 * Owns copies of all. Out of memory ends the program.
 */
#ifndef SOURCES_H
#define SOURCES_H

#include "buffer.h"

struct sources {
	size_t n;

	/* private */
	struct buffer bytes; /* one behind the other */
	size_t *end, cap;    /* where each ends */
};

/* An empty one is all zero. Returns the number of the new name. */
size_t sources_add(struct sources *, struct span name);

/* Borrowed until the next sources_add. */
struct span sources_get(const struct sources *, size_t number);

void sources_end(struct sources *);

#endif
