/* SPDX-License-Identifier: ISC */
/*
 * near_index - which records of near's ring share keys with a block
 *
 * All of a key that the index knows is its tag, so it can grow by itself. Of
 * records it knows the lower half of their numbers, which count from 1, by age;
 * those that the ring lost are passed over, and their places taken.
 *
 * The places are fixed, in buckets, and there are no chains, so that no input
 * makes a search long. Owns its memory; out of memory ends the program.
 */
#ifndef NEAR_INDEX_H
#define NEAR_INDEX_H

#include "near_block.h"

#define NEAR_PLACES 8      /* of a bucket */
#define NEAR_CANDIDATES 32 /* records that share keys, at most */

struct near_entry {
	uint32_t tag;    /* the low half of a key */
	uint32_t record; /* its number; 0: free */
};

struct near_index {
	struct near_entry (*bucket)[NEAR_PLACES]; /* a HUGE_LINE each */
	size_t buckets; /* a power of two */
};

/* The records that the ring has: n, and `end` is the number of the next. */
struct near_alive {
	uint64_t end, n;
};

/* A record that shares keys with a block. */
struct near_candidate {
	uint32_t record;
	uint32_t n_keys;
};

struct near_candidates {
	struct near_candidate of[NEAR_CANDIDATES];
	size_t n;
};

/* Two places for each key of so many records. */
void near_index_begin(struct near_index *, size_t records);
void near_index_end(struct near_index *);

/* The same for more records, before the ring has lost one. */
void near_index_grow(struct near_index *, size_t records);

/* Has the memory fetched that keys need. */
void near_index_prefetch(const struct near_index *,
    const uint64_t key[NEAR_KEYS]);

/* Puts in the keys of record alive->end. */
void near_index_enter(struct near_index *, const struct near_alive *,
    const uint64_t key[NEAR_KEYS]);

/* Sets the candidates to the records that share keys. */
void near_index_find(const struct near_index *, const struct near_alive *,
    const uint64_t key[NEAR_KEYS], struct near_candidates *);

/* The number of a record, of which the lower half is told. */
static inline uint64_t
near_index_number(uint32_t record, uint64_t end)
{
	return end - ((uint32_t)end - record);
}

/*
 * Takes out the candidate with the most keys, of these the oldest: its number.
 * There must be one.
 */
uint64_t near_index_take(const struct near_alive *, struct near_candidates *);

#endif
