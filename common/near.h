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
 * The newest records are kept. All is decided by the order of the blocks. The
 * ring grows until it has room for all the records that it may have. It owns
 * its memory; out of memory ends the program.
 */
#ifndef NEAR_H
#define NEAR_H

#include "likeness.h"
#include "near_index.h"
#include "seen.h"

#define NEAR_RECORDS ((size_t)65536)
#define NEAR_MOST ((size_t)1 << 30) /* records of any ring */
#define NEAR_MEAN 64 /* words a record of a full ring may have in the mean */

struct near_record {
	uint64_t at; /* of its first word, of all that ever came */
	uint32_t n;  /* words */
	bool open;
};

struct near_ring {
	size_t n; /* records */

	/* private: of each record a place in the arrays, `most` at most */
	struct near_record *record;
	struct near_pairs *pairs;
	struct place *place;
	uint32_t *word;         /* by place in all that ever came */
	struct near_index index;
	size_t most;            /* records */
	size_t cap, words;      /* room for */
	uint64_t begun, end;    /* numbers of records: the oldest, next */
	size_t next;            /* the place of record `end` */
	uint64_t words_end;     /* words that ever came .. */
	uint64_t lap;           /* .. and up to the begin of .word */
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

/* A record; the words are borrowed until the next near_learn. */
struct near_item {
	const uint32_t *words;
	size_t n;
	bool open;
	struct place place;
};

/* The i-th of n records, the oldest first. */
struct near_item near_nth(const struct near_ring *, size_t i);

#endif
