/* SPDX-License-Identifier: ISC */
/*
 * grammar - the words that hold sentences together, in many languages
 *
 * Function words (articles, pronouns, prepositions, conjunctions, auxiliary
 * verbs: data/functions.*.txt) are a large share of the words of sentences and
 * a small one of menus, whatever the language. Those of the first and second
 * person are known as such. A set of bits by two parts of the word's hash
 * (Bloom, CACM 1970): about one word in 60 passes for one of them and is
 * none.
 */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "list.h"

#define GRAMMAR_CELLS 1024 /* of 64 bits */
#define GRAMMAR_LETTERS 4  /* of a word in a script without spaces, at most */

struct grammar {
	uint64_t function[GRAMMAR_CELLS];
	uint64_t first[GRAMMAR_CELLS / 64], second[GRAMMAR_CELLS / 64];
};

/* Whether a word is in one of the sets; the set's size is in bits. */
static inline bool
grammar_has(const uint64_t *set, size_t bits, uint64_t hash)
{
	size_t a = hash >> 48 & (bits - 1), b = hash >> 32 & (bits - 1);

	return (set[a / 64] >> a % 64 & set[b / 64] >> b % 64 & 1) != 0;
}

/* Whether a word is a function word, of the first, of the second person. */
static inline bool
grammar_is_function(const struct grammar *g, uint64_t hash)
{
	return grammar_has(g->function, GRAMMAR_CELLS * 64, hash);
}

static inline bool
grammar_is_first(const struct grammar *g, uint64_t hash)
{
	return grammar_has(g->first, GRAMMAR_CELLS, hash);
}

static inline bool
grammar_is_second(const struct grammar *g, uint64_t hash)
{
	return grammar_has(g->second, GRAMMAR_CELLS, hash);
}

/*
 * Enters the rows of a list, whose kinds are "function", "first" or "second"
 * (the last two are function words, too). False at the first row that is of
 * another kind, or has no word or more than GRAMMAR_LETTERS, with *bad set to
 * its entry.
 */
bool grammar_begin(struct grammar *, struct list, struct span *bad);

/*
 * How many of the n words from word[0] on are one function word: 0 if none is,
 * 1, or the letters of the longest one in a script that has no spaces.
 */
size_t grammar_letters(const struct grammar *, const uint64_t *word, size_t n);

#endif
