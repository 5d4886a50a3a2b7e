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
#include "grammar.h"
#include "lexicon.h"
#include "sign.h"
#include "vocabulary.h"

/* The kinds of phrases in data/phrases.*.txt. */
enum feature_kind {
	KIND_AD,
	KIND_AGENCY,  /* of news and of pictures */
	KIND_BIO,     /* who wrote the article */
	KIND_BYLINE,
	KIND_CAPTION,
	KIND_COMMENTS,
	KIND_DATE,
	KIND_HEADING, /* headings that articles often have */
	KIND_LEGAL,
	KIND_MORE,    /* "read more" */
	KIND_NAME,    /* a given name */
	KIND_NAV,
	KIND_NOTICE,
	KIND_OFFER,   /* what a site would have its readers do */
	KIND_POST,    /* with each post of a forum, each comment */
	KIND_RELATED,
	KIND_SHARE,
	KIND_TAGS,
	KIND_THREAD,  /* over comments for sure; such are comments, too */
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

/* The sign a block ends in. */
enum feature_last {
	LAST_OTHER,
	LAST_QUESTION,
	LAST_EXCLAMATION,
	LAST_PAREN,   /* one that closes */
	LAST_BRACKET,
	LASTS
};

#define FEATURE_QUARTERS 5 /* a share in quarters: 0, up to 1/4, .., 1 */
#define FEATURE_EIGHTHS 9  /* a share in eighths: 0, under 1/8, .. */
#define FEATURE_BUCKETS 10 /* a number by its binary digits, 9 at most */
#define FEATURE_SENTENCE 4 /* words of a sentence, at least */
#define FEATURE_TELLING 12 /* words remembered of a block, at most */

struct feature {
	struct lexicon_hits hits;
	uint64_t hash;       /* of the words looked at .. */
	uint64_t opener;     /* .. and of the first two of them */
	uint32_t n_words;    /* none counted as shorter than 5 bytes */
	uint32_t n_bytes;    /* without white space at the ends */
	uint32_t tail;       /* kinds of phrases in its last words, as bits */
	uint16_t signs;
	uint8_t ending, first, words; /* words: n_words as a bucket */
	uint8_t caps;        /* share of words with a capital, in quarters */
	uint8_t numbers;     /* share of words that begin with a digit */
	uint8_t covered;     /* share of words inside of phrases */
	uint8_t stops;       /* stops of sentences, 3 at most .. */
	uint8_t sentences;   /* .. and as a bucket */
	uint8_t pace;        /* words to a stop, as a bucket; 0: no stop */
	uint8_t last;        /* enum feature_last */
	uint8_t marks;       /* quotation marks, 3 at most */
	uint8_t commas;      /* among the words looked at, as a bucket */
	uint8_t parens;      /* the same, 2 at most */
	uint8_t functions;   /* share of function words, in eighths */
	uint8_t first_person, second_person; /* words of these, 2 at most */
	uint8_t n_seen, n_functions; /* words looked at; function words */
	uint8_t credit, date; /* bits of enum credit_form, date_form */
	uint8_t user;        /* bits of KIND_DROP, KIND_KEEP */
	uint8_t n_telling;   /* the first words that say most: their .. */
	uint16_t telling[FEATURE_TELLING]; /* .. places in a vocabulary */
};

/* What features are taken with. */
struct feature_words {
	const struct lexicon *lexicon; /* the phrases of data/ */
	const struct grammar *grammar;
	struct lexicon user;           /* the user's phrases */
};

/* The feature of a block; the words of a sentence go into the vocabulary. */
void feature_of(struct feature *, const struct scan *, const struct block *,
    const struct feature_words *, struct vocabulary *);

/* What may be unknown of a language, as bits. */
enum feature_unknown {
	UNKNOWN_PHRASES = 1, /* no list has its phrases .. */
	UNKNOWN_GRAMMAR = 2, /* .. or its function words */
	UNKNOWN_STOPS = 4    /* its sentences end without a stop, as in Thai */
};

/* Forgets what is told by what the language does not have. */
void feature_forget(struct feature *, unsigned unknown);

/* The number of binary digits of n, 9 at most. */
static inline unsigned
feature_bucket(size_t n)
{
	return n >> (FEATURE_BUCKETS - 1) != 0 ? FEATURE_BUCKETS - 1
	                                       : scan_highest(2 * n | 1);
}

/* part / whole in quarters, rounded up; 0 where either is 0. */
static inline unsigned
feature_quarters(size_t part, size_t whole)
{
	unsigned quarters = 1u + (4 * part > whole) + (2 * part > whole)
	    + (4 * part > 3 * whole);

	return part != 0 && whole != 0 ? quarters : 0;
}

/* Whether the block is like a sentence: it ends so and has some words. */
static inline bool
feature_is_sentence(const struct feature *f)
{
	return f->ending == ENDING_STOP && f->n_words >= FEATURE_SENTENCE;
}

/* The names of the kinds, by their numbers. */
extern const char *const feature_kinds[KINDS];

#endif
