/* SPDX-License-Identifier: ISC */
/*
 * hint - words in and beside quotation marks that tell what stands in these:
 * data/hints.LANG.txt as a table
 *
 * An entry is a word or two ("known as"), or a hyphen and what words end in
 * ("-sendung"), for languages that write compounds as one word.
 *
 * The table, hints_table (tables.h), is made when copydesk is built.
 */
#ifndef HINT_H
#define HINT_H

#include "cue.h"
#include "list.h"

enum {
	HINT_SUFFIXES = 128, /* of all languages */
	HINT_SUFFIX_BYTES = 21,
	HINT_ENTRIES = 2048,
	HINT_KEY_BITS = 11,
	HINT_ROWS = 256,     /* that differ in what they say */
	HINT_BITS = 32768    /* of the first test of a hash */
};

/* The kinds, as they are named in the lists. */
enum hint_kind {
	HINT_NONE,
	HINT_WORK,     /* what has a title or a name: "film", "newspaper" */
	HINT_NAMING,   /* leads to a name: "titled", "known as" */
	HINT_TERM,     /* leads to words as words: "phrase", "slogan" */
	HINT_SPOKEN,   /* who speaks says it: "I", "you", "don't" */
	HINT_REPORTED, /* a verb's form in reported speech: "sei" */
	HINT_SAYING,   /* of saying, but no cue: "claims", "criticism" */
	HINT_VIEW,     /* leads to what somebody calls it: "as" */
	HINT_AUTHOR    /* leads from a title to a name: "by" */
};

_Static_assert(HINT_ROWS <= 1 << HINT_KEY_BITS, "a number for each row");

struct hint_suffix {
	uint8_t bytes[HINT_SUFFIX_BYTES];
	uint8_t n, lang, kind;
};

/* Constants without a pointer. */
struct hints {
	uint64_t may_be[HINT_BITS / 64]; /* a bit for each entry's hash */
	uint16_t first[KEYS_FIRST(HINT_KEY_BITS)];
	uint64_t entry[HINT_ENTRIES];       /* as keys.h has them */
	uint8_t kind[HINT_ROWS][CUE_LANGS]; /* enum hint_kind; row 0: none */
	struct hint_suffix suffix[HINT_SUFFIXES];
	uint8_t n_suffixes;
	bool ends[CUE_LANGS]; /* whether there are suffixes of a language */
};

/*
 * Makes the table; languages are numbered as the cues number them. False at
 * the first row that is of no known kind or language, has more than two words
 * or finds no room, with *bad set to its entry. Out of memory ends the
 * program.
 */
bool hint_begin(struct hints *, const struct cues *, struct list,
    struct span *bad);

/* The kind of a hash that may have one. */
enum hint_kind hint_search(const struct hints *, size_t lang, uint64_t hash);

/*
 * The kind of the word with that word_hash, if it is an entry itself. Most
 * words are none and cost a look at one bit.
 */
static inline enum hint_kind
hint_find(const struct hints *h, size_t lang, uint64_t hash)
{
	size_t bit = (size_t)(hash >> 32) % HINT_BITS;

	if ((h->may_be[bit / 64] >> bit % 64 & 1) == 0)
		return HINT_NONE;
	return hint_search(h, lang, hash);
}

/* The kind by what a word ends in. */
enum hint_kind hint_by_suffix(const struct hints *, size_t lang,
    struct span word);

/* The kind of a word with that word_hash, behind one with another (0: none). */
static inline enum hint_kind
hint_of(const struct hints *h, size_t lang, uint64_t before, uint64_t hash,
    struct span word)
{
	enum hint_kind kind = HINT_NONE;

	if (before != 0)
		kind = hint_find(h, lang, word_chain(before, hash));
	if (kind == HINT_NONE)
		kind = hint_find(h, lang, hash);
	return kind != HINT_NONE || !h->ends[lang] ? kind
	    : hint_by_suffix(h, lang, word);
}

#endif
