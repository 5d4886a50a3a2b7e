/* SPDX-License-Identifier: ISC */
/*
 * near - a ring of the blocks seen, found by some of the word sequences in them
 *
 * A block has an index key for each of NEAR_KEYS classes of its sequences of
 * NEAR_GRAM words: the smallest hash of the class (one-permutation hashing: Li,
 * Owen, Zhang, NIPS 2012). Blocks that share a key are compared word by word:
 * how much of the new one stands in the old, and whether what differs is a
 * number, a name or a "not".
 *
 * The newest records are kept. All is decided by the order of the blocks: the
 * index has fixed places, and no chains, so that no input makes a search long.
 * The ring grows until it has room for all the records that it may have. It
 * owns its memory; out of memory ends the program.
 */
#ifndef NEAR_H
#define NEAR_H

#include "likeness.h"
#include "seen.h"

#define NEAR_RECORDS ((size_t)65536)
#define NEAR_MOST ((size_t)1 << 30) /* records of any ring */
#define NEAR_MEAN 64  /* words a record of a full ring may have in the mean */
#define NEAR_PLACES 8 /* of an index bucket */

struct near_record {
	uint64_t at;        /* of its first word, of all that ever came */
	uint32_t n;         /* words */
	bool open;
	struct near_pairs pairs;
	struct place place;
};

struct near_entry {
	uint32_t tag;    /* the low half of a key */
	uint32_t record; /* its number from 1, by age; 0: free */
};

struct near_ring {
	size_t n;    /* records */

	/* private */
	struct near_record *record; /* by number; `most` of them */
	uint32_t *word;             /* by place in all that ever came */
	char *index;                /* memory of the buckets */
	struct near_entry (*bucket)[NEAR_PLACES];
	size_t most;                 /* records */
	size_t cap, words, buckets;  /* room for; buckets: a power of two */
	uint64_t begun, end;        /* numbers of records: the oldest, next */
	uint64_t words_end;         /* words that ever came */
	struct alignment alignment;
};

struct near_match {
	double score;      /* the share of the new block's words in the old */
	struct place place;
};

void near_begin(struct near_ring *, size_t most);
void near_end(struct near_ring *);

/* Has the memory fetched that near_find and near_learn will need. */
void near_prefetch(const struct near_ring *, const struct near_block *);

/* Whether a block says what a recorded one says. */
bool near_find(struct near_ring *, struct near_block *,
    struct near_match *);

/* Records a block, if it is neither too short nor too long. */
void near_learn(struct near_ring *, const struct near_block *, struct place);

/* The i-th of n records, the oldest first, and its words. */
const struct near_record *near_nth(const struct near_ring *, size_t i,
    const uint32_t **words);

#endif
