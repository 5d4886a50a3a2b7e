/* SPDX-License-Identifier: ISC */
/*
 * grammar - the words that hold sentences together, in many languages
 *
 * Function words (articles, pronouns, prepositions, conjunctions, auxiliary
 * verbs: data/functions.*.txt) are a large share of the words of sentences and
 * a small one of menus, whatever the language. Those of the first and second
 * person are known as such. A set of bits by two parts of the word's hash
 * (Bloom, CACM 1970): about one word in 60 passes for one of them and is
 * none. Words of phrases may be entered, too, as both are asked for at once.
 */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "list.h"

#define GRAMMAR_PLACES 65536
#define GRAMMAR_PERSON_PLACES 1024 /* of the first person, of the second */
#define GRAMMAR_LETTERS 4 /* of a word in a script without spaces, at most */

/* What a word may be, as bits. */
enum grammar_kind {
	GRAMMAR_FUNCTION = 1,
	GRAMMAR_FIRST = 2, /* the sets of persons stand there many times */
	GRAMMAR_SECOND = 4,
	GRAMMAR_PHRASE = 8,  /* a phrase by itself: see grammar_add_phrases */
	GRAMMAR_BEGINS = 16, /* the first word of longer phrases .. */
	GRAMMAR_FOLLOWS = 32 /* .. and the second */
};

struct grammar {
	uint8_t kinds[GRAMMAR_PLACES]; /* the sets that have a place, as bits */
	uint64_t functions[GRAMMAR_PLACES / 64]; /* places of GRAMMAR_FUNCTION */
};

/* What a word is, as bits. */
static inline unsigned
grammar_kinds(const struct grammar *g, uint64_t hash)
{
	return g->kinds[hash >> 48]
	    & g->kinds[hash >> 32 & (GRAMMAR_PLACES - 1)];
}

/* Whether a word is a function word, by the upper half of its hash. */
static inline bool
grammar_is_function_half(const struct grammar *g, uint32_t half)
{
	uint32_t a = half >> 16, b = half & (GRAMMAR_PLACES - 1);

	return (g->functions[a / 64] >> a % 64 & g->functions[b / 64] >> b % 64
	    & 1) != 0;
}

static inline bool
grammar_is_function(const struct grammar *g, uint64_t hash)
{
	return grammar_is_function_half(g, (uint32_t)(hash >> 32));
}

/*
 * Enters the rows of a list, whose kinds are "function", "first" or "second"
 * (the last two are function words, too). False at the first row that is of
 * another kind, or has no word or more than GRAMMAR_LETTERS, with *bad set to
 * its entry.
 */
bool grammar_begin(struct grammar *, struct list, struct span *bad);

/*
 * Enters the words of a list of phrases, the first two of each, so that one
 * look at a word tells all: whether it is a function word, and where in a
 * phrase it may stand.
 */
void grammar_add_phrases(struct grammar *, struct list);

/*
 * How many of the n words from word[0] on are one function word: 0 if none is,
 * 1, or the letters of the longest one in a script that has no spaces.
 */
size_t grammar_letters(const struct grammar *, const uint64_t *word, size_t n);

#endif
