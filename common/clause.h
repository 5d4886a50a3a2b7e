/* SPDX-License-Identifier: ISC */
/*
 * clause - who does what in a sentence: the subjects of all its verbs
 *
 * A verb without a subject of its own has that of the verb it goes on with
 * ("and added", ", saying"), or one behind it (", said Bell").
 */
#ifndef CLAUSE_H
#define CLAUSE_H

#include "chunk.h"

enum {
	CLAUSE_REACH = 60 /* chunks that are looked at, each way */
};

/*
 * Finds the subjects of all verbs, in order; `second` tells that a verb
 * stands second in the language's sentences ("On Monday said Bell ..").
 */
void clause_find_subjects(struct chunks *, bool second);

/* The noun at or behind index i that a verb before it has for a subject. */
size_t clause_inverted(const struct chunk *, size_t i, size_t high);

/*
 * The subject of the nearest verb before i that has one, best of a clause that
 * is told in no other; or CHUNK_NONE.
 */
size_t clause_main(const struct chunk *, size_t low, size_t i);

/*
 * Where the sentence around a chunk begins, and where it ends, as far as
 * CLAUSE_REACH.
 */
size_t clause_low(const struct chunk *, size_t i);
size_t clause_high(const struct chunk *, size_t i, size_t n);

#endif
