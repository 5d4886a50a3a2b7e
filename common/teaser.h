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

#define TEASER_RECORDS ((size_t)65536) /* in a ring, usually */
#define TEASER_MOST ((size_t)UINT32_MAX - 1) /* that a ring can have */
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

/* How many checks a record of so many words has; in a state others are 0. */
static inline size_t
teaser_checks(size_t n_words)
{
	if (n_words >= FINGERPRINT_WORDS)
		return TEASER_CHECKS;
	return n_words > FINGERPRINT_HEAD ? n_words - FINGERPRINT_HEAD : 0;
}

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

/*
 * Has the memory fetched that a search for the head will need: its slot, and
 * when that is there, the link that the slot names.
 */
void teaser_prefetch(const struct teaser_ring *, uint64_t head);
void teaser_prefetch_link(const struct teaser_ring *, uint64_t head);

/*
 * Whether a text with these words and this ending, which is no stop, is the
 * beginning of a recorded block; *place is set to its place if places are
 * kept. The last word of the text may be cut off.
 */
bool teaser_find(const struct teaser_ring *, const struct checkpoints *,
    size_t n_words, const struct ending *, struct place *place);

/*
 * Records a block, if something can be a beginning of it; `sentence` says that
 * it may be one without a mark, too.
 */
void teaser_learn(struct teaser_ring *, const struct checkpoints *,
    size_t n_words, const struct ending *, bool sentence, struct place);

/* The end of a text that may be a beginning of another. */
struct beginning {
	size_t n_words;        /* without those of a read-more phrase */
	uint32_t last, before; /* the checks of the last word and before it */
	enum ending_kind kind;
};

/* That of a text with these words; false if it can't be a beginning. */
bool teaser_can_begin(const struct checkpoints *, size_t n_words,
    const struct ending *, struct beginning *);

/*
 * Whether it is one of a block of n_words with the same head, whose words
 * behind the head have these checks.
 */
bool teaser_matches(const uint32_t *check, size_t n_words, bool sentence,
    const struct beginning *);

/* Puts in a record as it was, of a state. */
void teaser_restore(struct teaser_ring *, const struct teaser_record *,
    struct place);

/*
 * The i-th of n records, the oldest first, with no checks but its own; *place,
 * where it is not null and places are kept, is set to its place.
 */
const struct teaser_record *teaser_nth(const struct teaser_ring *, size_t i,
    struct place *place);

#endif
