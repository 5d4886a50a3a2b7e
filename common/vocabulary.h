/* SPDX-License-Identifier: ISC */
/*
 * vocabulary - which words the sentences of a page have, once and again
 *
 * Two sets of bits, a word's hash the place of its bit (a Bloom filter with
 * one hash function: Bloom, CACM 1970), so that they never grow: one of the
 * words met in a block, one of those met in two. A word that was never met
 * may pass for one that was, about once in 64 times on a page of 1,000
 * different words. An empty one is all zero.
 */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VOCABULARY_CELLS 1024 /* of 64 bits each */

struct vocabulary {
	uint64_t once[VOCABULARY_CELLS], twice[VOCABULARY_CELLS];
};

/* The place of a word, by its hash. */
static inline uint16_t
vocabulary_place(uint64_t hash)
{
	return (uint16_t)(hash >> 48);
}

/* Whether a place is in one of the sets. */
static inline bool
vocabulary_has(const uint64_t *set, uint16_t place)
{
	return (set[place / 64] >> place % 64 & 1) != 0;
}

/* Enters the words of a block, given by their places. */
static inline void
vocabulary_add(struct vocabulary *v, const uint16_t *place, size_t n)
{
	uint64_t bit;
	size_t i;

	for (i = 0; i < n; i++) {
		bit = (uint64_t)1 << place[i] % 64;
		v->twice[place[i] / 64] |= v->once[place[i] / 64] & bit;
	}
	for (i = 0; i < n; i++)
		v->once[place[i] / 64] |= (uint64_t)1 << place[i] % 64;
}

#endif
