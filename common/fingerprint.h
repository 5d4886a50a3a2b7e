/* SPDX-License-Identifier: ISC */
/*
 * fingerprint - a block as numbers that depend on its words alone
 *
 * Case, space, punctuation and the style of marks do not count; digits do.
 * What is computed here is part of dedupe-related's state format: the same on
 * every machine, never to be changed without a new version of the format.
 * Nothing here allocates or fails.
 *
 * The chain of n words is word_chain over their hashes, from 0. The chain of
 * all words is the block's fingerprint; chains of the first words, one behind
 * each word, are the checkpoints that tell a beginning of a block.
 */
#ifndef FINGERPRINT_H
#define FINGERPRINT_H

#include "scan.h"
#include "terms.h"
#include "words.h"

#define FINGERPRINT_HEAD 8  /* words that find a beginning */
#define FINGERPRINT_WORDS 64 /* words that have a checkpoint */

struct fingerprint {
	uint64_t all;      /* the chain of all words; 0 where there are none */
	uint64_t last;     /* the hash of the last word */
	size_t n_words;
	size_t last_start; /* where in the text the last word starts .. */
	size_t last_end;   /* .. and ends */
};

/*
 * Checkpoints of a block's first words. A check is 16 bits of the chain up to
 * and with the word, and below them 8 bits of the word's second letter, and of
 * its first, so that a word that was cut off can be told from another word.
 */
struct checkpoints {
	uint64_t head; /* the chain of the first FINGERPRINT_HEAD words */
	uint32_t check[FINGERPRINT_WORDS];
};

#define CHECK_FIRST 0xFFu
#define CHECK_SECOND 0xFF00u /* 0: the word has but one letter */
#define CHECK_CHAIN 0xFFFF0000u

/* The fingerprint of start..end; the checkpoints may be null. */
struct fingerprint fingerprint_of(const struct scan *, size_t start,
    size_t end, struct checkpoints *);

/* Blocks of a text one after the other. */
struct fingerprints {
	struct words words;
	size_t i; /* of words: the next one's */
	struct terms *terms; /* gets the words of each block; or null */
};

/* From the byte `from` of the text on. */
void fingerprints_begin(struct fingerprints *, const struct scan *,
    size_t from);

/*
 * Sets *f to fingerprint_of a block that begins where the one before ended, or
 * behind. This is the fast way: words are hashed ahead, many at a time.
 */
void fingerprint_next(struct fingerprints *, size_t start, size_t end,
    struct fingerprint *f, struct checkpoints *);

struct word_at {
	uint64_t hash;
	size_t start, end;
};

/*
 * Where the words of start..end start and end, at most `most` of them; their
 * hashes are left to fingerprint_hash. Returns how many there are, most + 1 if
 * there are more.
 */
size_t fingerprint_words(const struct scan *, size_t start, size_t end,
    struct word_at *, size_t most);

/* Sets the hash of each of n words. */
void fingerprint_hash(const struct scan *, struct word_at *, size_t n);

#endif
