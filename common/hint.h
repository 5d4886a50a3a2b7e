/* SPDX-License-Identifier: ISC */
/*
 * hint - words in and beside quotation marks that tell what stands in these:
 * data/hints.LANG.txt as a table
 *
 * An entry is a word or two ("known as"), or a hyphen and what words end in
 * ("-sendung"), for languages that write compounds as one word.
 */
#ifndef HINT_H
#define HINT_H

#include "cue.h"

enum {
	HINT_SUFFIXES = 128 /* of all languages */
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

struct hint {
	uint64_t hash;           /* of the word or words; 0: a free slot */
	uint8_t kind[CUE_LANGS]; /* enum hint_kind by language */
};

struct hint_suffix {
	struct span bytes;
	size_t lang;
	enum hint_kind kind;
};

/* Owns its table. */
struct hints {
	struct hint *slot;
	size_t mask;
	struct hint_suffix suffix[HINT_SUFFIXES];
	size_t n_suffixes;
	bool ends[CUE_LANGS]; /* whether there are suffixes of a language */
};

/* Builds the table; languages are numbered as the cues number them. */
void hint_begin(struct hints *, const struct cues *);
void hint_end(struct hints *);

/* The kind of the word with that word_hash, if it is an entry itself. */
enum hint_kind hint_find(const struct hints *, size_t lang, uint64_t hash);

/* The kind of a word with that word_hash, behind one with another (0: none). */
enum hint_kind hint_of(const struct hints *, size_t lang, uint64_t before,
    uint64_t hash, struct span word);

#endif
