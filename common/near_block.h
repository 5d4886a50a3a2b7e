/* SPDX-License-Identifier: ISC */
/*
 * near_block - what the near tier compares a block by: its words, the keys that
 * find blocks alike, and a set of its pairs of words that rules out most others
 *
 * Nothing here fails; out of memory ends the program.
 */
#ifndef NEAR_BLOCK_H
#define NEAR_BLOCK_H

#include "align.h"
#include "terms.h"

#define NEAR_GRAM 4   /* words of an indexed sequence */
#define NEAR_CLASS_BITS 3 /* the highest of a sequence's hash: its class */
#define NEAR_KEYS (1 << NEAR_CLASS_BITS) /* of a record, at most */
#define NEAR_LEAST 10 /* words of a block that is looked at */
#define NEAR_SET 512  /* bits of a set of pairs of words */

/* A set of a text's pairs of words, a bit for all pairs of a hash. */
struct near_pairs {
	uint64_t bits[NEAR_SET / 64]; /* none: it was not made as yet */
};

/* A block as the ring knows it. Owns its terms; an empty one is all zero. */
struct near_block {
	struct terms terms;
	uint64_t key[NEAR_KEYS]; /* 0 where a class has no sequence */
	struct near_pairs pairs;
	bool open; /* it doesn't end as a sentence: another may go on from it */
};

/*
 * Reads start..end, which is not marked as cut off. A program has no terms: it
 * does another thing whichever word of it was changed.
 */
void near_read(struct near_block *, const struct scan *, size_t start,
    size_t end, bool open);

/* The same where all n words were hashed: see terms_of_words. */
void near_read_words(struct near_block *, const struct scan *, size_t start,
    size_t end, const uint32_t *word, size_t n, bool open);

/* Sets the keys anew, of terms that are there. */
void near_reread(struct near_block *);

/* How keys and pairs are made, the slower way first: both make the same. */
enum near_way { NEAR_PLAIN, NEAR_WIDE };

/*
 * Makes the keys of at least NEAR_GRAM words a certain way; false if the
 * processor has it not.
 */
bool near_keys_by(enum near_way, uint64_t key[NEAR_KEYS],
    const uint32_t *words, size_t n);

/* The same for the pairs of at least one word. */
bool near_pairs_by(enum near_way, struct near_pairs *, const uint32_t *words,
    size_t n);

/*
 * Makes the pairs of n words, 2 at least, unless they are: few blocks are
 * compared.
 */
void near_pair(struct near_pairs *, const uint32_t *words, size_t n);

/* How many bits the first has, and how many of these the second has not. */
struct near_lack {
	size_t n, missing;
};

struct near_lack near_lack(const struct near_pairs *,
    const struct near_pairs *);

/* Whether it is neither too short nor too long. */
static inline bool
near_has_size(const struct near_block *b)
{
	return b->terms.n >= NEAR_LEAST && b->terms.n <= ALIGN_WORDS;
}

#endif
