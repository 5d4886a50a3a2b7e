/* SPDX-License-Identifier: ISC */
/*
 * names - texts with numbers, from 0 in their order: the ids of documents
 *
 * Owns copies of all. Out of memory ends the program.
 */
#ifndef NAMES_H
#define NAMES_H

#include "buffer.h"

struct names {
	size_t n;

	/* private */
	struct buffer bytes; /* one behind the other */
	size_t *end, cap;    /* where each ends */
};

/* An empty one is all zero. Returns the number of the new name. */
size_t names_add(struct names *, struct span name);

/* Borrowed until the next names_add. */
struct span names_get(const struct names *, size_t number);

void names_end(struct names *);

#endif
