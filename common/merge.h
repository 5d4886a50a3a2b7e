/* SPDX-License-Identifier: ISC */
/*
 * merge - several states made into one, fingerprints file to file
 *
 * The result is what one run would save that had read the inputs of all of
 * them one after the other, as long as no ring was full. The rings go through
 * memory, the fingerprints, which are sorted, do not: each state is read three
 * times, to check it, to count and to write.
 */
#ifndef MERGE_H
#define MERGE_H

#include "memory.h"

struct merge {
	const char *const *path; /* of the states */
	size_t n;
	struct memory *memory;   /* an empty one; gets the rings */
	struct sources *sources; /* gets the documents, if places are kept */
	const char *culprit;     /* the path that could not be used */

	/* private */
	struct merge_input *input;
	size_t *heap, n_heap;    /* inputs that have more, the least on top */
	uint64_t n_exact;
};

/*
 * Writes the state `out`, which may be one of the states. Null, or why not,
 * and then the file is as it was.
 */
const char *merge_states(struct merge *, const char *out);

#endif
