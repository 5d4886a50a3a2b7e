/* SPDX-License-Identifier: ISC */
/*
 * teaser - a ring of the blocks seen, found by the words they begin with
 *
 * The chain of a block's first FINGERPRINT_HEAD words finds its record, the
 * checkpoint of a later word tells whether a text that was cut off there is
 * its beginning. The newest records are kept, and of blocks that begin with
 * the same words the first TEASER_SAME, so that a search is short whatever
 * the input; order alone decides which.
 *
 * A record is TEASER_BYTES long, in memory and in a state. The ring owns its
 * memory; out of memory ends the program.
 */
#ifndef TEASER_H
#define TEASER_H

#include "ending.h"
#include "fingerprint.h"
#include "seen.h"

#define TEASER_RECORDS ((size_t)65536)
#define TEASER_SAME 4
#define TEASER_CHECKS (FINGERPRINT_WORDS - FINGERPRINT_HEAD)
#define TEASER_BYTES 240

/* A state has the fields in this order, little-endian. */
struct teaser_record {
	uint64_t head;      /* the chain of the first words */
	uint32_t n_words;
	uint32_t sentence;  /* 1: ends as a sentence; else 0 */
	uint32_t check[TEASER_CHECKS]; /* of the words behind the head */
};

/* Its place in a chain, and enough of it to pass over most others. */
struct teaser_link {
	uint32_t next; /* from 1; 0: the last one */
	uint32_t tag;  /* the low half of head */
};

struct teaser_ring {
	size_t n;     /* records */
	bool places;

	/* private */
	struct teaser_record *record;
	struct place *place;
	struct teaser_link *link; /* one for each record */
	uint32_t *chain;     /* of a slot: its first record, from 1; 0: none */
	size_t most;         /* records that may be kept */
	size_t slots;        /* a power of two */
	size_t at;           /* the oldest record, where the ring is full */
	size_t cap, cap_link, cap_place;
	uint64_t key[2];
};

void teaser_begin(struct teaser_ring *, size_t most, bool places);
void teaser_end(struct teaser_ring *);

/* Has the memory fetched that a search for the head will need. */
void teaser_prefetch(const struct teaser_ring *, uint64_t head);

/*
 * Whether a text with these words and this ending, which is no stop, is the
 * beginning of a recorded block; *place is set to its place if places are
 * kept. The last word of the text may be cut off.
 */
bool teaser_find(const struct teaser_ring *, const struct checkpoints *,
    size_t n_words, const struct ending *, struct place *place);

/*
 * Whether n words with this ending, which is no stop, are the beginning of the
 * recorded block, the first FINGERPRINT_HEAD of which are the same. Looks only
 * at the checks of the last two words.
 */
bool teaser_matches(const struct teaser_record *, const struct checkpoints *,
    size_t n, enum ending_kind);

/*
 * Records a block, if something can be a beginning of it; `sentence` says that
 * it may be one without a mark, too.
 */
void teaser_learn(struct teaser_ring *, const struct checkpoints *,
    size_t n_words, const struct ending *, bool sentence, struct place);

/* Puts in a record as it was, of a state. */
void teaser_restore(struct teaser_ring *, const struct teaser_record *,
    struct place);

/* The i-th of n records, the oldest first. */
const struct teaser_record *teaser_nth(const struct teaser_ring *, size_t i);

#endif
