/* SPDX-License-Identifier: ISC */
/*
 * memory - what dedupe-related knows of the blocks it has seen, and the state
 * file that keeps it: all fingerprints, and the ring of possible beginnings
 *
 * Owns its parts; out of memory ends the program.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "near.h"
#include "seen.h"
#include "teaser.h"

struct memory {
	struct seen seen;
	struct teaser_ring teasers;
	struct near_ring near;
};

/*
 * A memory of all fingerprints and at most `teasers` and `near` of the other
 * records.
 */
void memory_begin(struct memory *, size_t teasers, size_t near, bool places);
void memory_end(struct memory *);

/*
 * Adds what a state holds; all of it has the one place. Returns null, or why
 * the file can't be used; the memory is then of no use either. A file that
 * is not there is an error, *absent where it is not null tells it.
 */
const char *memory_load(struct memory *, const char *path, struct place,
    bool *absent);

/* Saves it all; 0, or an errno value, and then the old file is whole. */
int memory_save(const struct memory *, const char *path);

#endif
