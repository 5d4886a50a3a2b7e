/* SPDX-License-Identifier: ISC */
/*
 * feature - what can be seen of one block, as a plain struct of small numbers
 *
 * Taken once from the scan's masks and the lexicon; all later judgement works
 * on these. Of a long block only the first and the last words are looked at
 * one by one. Nothing here fails or allocates.
 */
#ifndef FEATURE_H
#define FEATURE_H

#include "block.h"
#include "lexicon.h"

/* The kinds of phrases in data/phrases.*.txt. */
enum feature_kind {
	KIND_AD,
	KIND_BYLINE,
	KIND_CAPTION,
	KIND_COMMENTS,
	KIND_DATE,
	KIND_HEADING, /* headings that articles often have */
	KIND_LEGAL,
	KIND_MORE,    /* "read more" */
	KIND_NAV,
	KIND_NOTICE,
	KIND_RELATED,
	KIND_SHARE,
	KIND_TAGS,
	KINDS
};

enum { KIND_DROP, KIND_KEEP }; /* of the user's own phrases */

/* How a block ends, closing marks and brackets aside. */
enum feature_ending {
	ENDING_NONE,
	ENDING_STOP,
	ENDING_DOTS,  /* an ellipsis */
	ENDING_COLON,
	ENDING_MARK,  /* a closing quotation mark and no stop */
	ENDINGS
};

/* What a block begins with. */
enum feature_first {
	FIRST_OTHER,
	FIRST_LOWER,
	FIRST_UPPER,
	FIRST_DIGIT,
	FIRST_MARK,
	FIRST_BULLET,
	FIRST_HASH,   /* ATX heading */
	FIRSTS
};

/* Signs between words, as bits. */
enum feature_sign {
	SIGN_PIPE,      /* | */
	SIGN_ARROW,     /* > / and the like, as in breadcrumbs */
	SIGN_DOT,       /* a middle dot or bullet, inside */
	SIGN_AT,
	SIGN_COPYRIGHT,
	SIGN_URL,
	SIGN_HASH,
	SIGN_MONEY,
	SIGN_COLON,
	SIGN_COMMA,
	SIGN_DASH,      /* between spaces */
	SIGN_CODE,      /* braces, semicolons, equals signs */
	SIGNS
};

#define FEATURE_QUARTERS 5 /* a share in quarters: 0, up to 1/4, .., 1 */
#define FEATURE_BUCKETS 10 /* a number by its binary digits, 9 at most */

struct feature {
	struct lexicon_hits hits;
	uint64_t hash;       /* of the words looked at */
	uint32_t n_words;    /* none counted as shorter than 5 bytes */
	uint32_t n_bytes;    /* without white space at the ends */
	uint16_t signs;
	uint8_t ending, first, words; /* words: n_words as a bucket */
	uint8_t caps;        /* share of words with a capital, in quarters */
	uint8_t numbers;     /* share of words that begin with a digit */
	uint8_t covered;     /* share of words inside of phrases */
	uint8_t stops;       /* stops of sentences, 3 at most */
	uint8_t user;        /* bits of KIND_DROP, KIND_KEEP */
};

/*
 * The longer words of sentences, as bits of their hashes: those met once, and
 * those met again. A word that was never met may pass for one that was, about
 * once in 16 times on a page of 1,000 different words.
 */
#define FEATURE_VOCABULARY 256 /* of 64 bits each */

struct feature_vocabulary {
	uint64_t once[FEATURE_VOCABULARY], twice[FEATURE_VOCABULARY];
};

/*
 * The feature of a block. `user`, phrases of the user's own, may be null. A
 * sentence's words go into the vocabulary.
 */
void feature_of(struct feature *, const struct scan *, const struct block *,
    const struct lexicon *, const struct lexicon *user,
    struct feature_vocabulary *);

/* How many quarters of a block's longer words are in the vocabulary, those
 * of sentences: twice. */
unsigned feature_echo(const struct feature *, const struct scan *,
    const struct block *, const struct feature_vocabulary *);

/* The number of binary digits of n, 9 at most. */
unsigned feature_bucket(size_t n);

/* part / whole in quarters, rounded up. */
unsigned feature_quarters(size_t part, size_t whole);

/* Whether the block is like a sentence: it ends so and has some words. */
bool feature_is_sentence(const struct feature *);

/* The names of the kinds, by their numbers. */
extern const char *const feature_kinds[KINDS];

#endif
