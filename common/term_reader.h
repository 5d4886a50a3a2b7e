/* SPDX-License-Identifier: ISC */
/*
 * term_reader - what terms the words of a block are, one word after the other
 *
 * Words of letters of ASCII and apostrophes need not be given to it where they
 * hang together with no other, and no mark leads them: term_cell tells which,
 * and names. Who reads many of them at a time puts their terms behind the
 * others, counts those behind marks of programs, and moves .word on. A letter
 * must be given that may be one of "U.S.", and a word with the 's of an owner.
 */
#ifndef TERM_READER_H
#define TERM_READER_H

#include "terms.h"

#define TERM_INITIALS 8 /* of an abbreviation, at most */

struct term_reader {
	struct terms *out;
	const uint32_t *word; /* the next word's: term_half of its hash */

	/* private */
	const struct scan *scan;
	size_t from, to;       /* the block */
	const uint32_t *first; /* the first word's hash .. */
	const uint32_t *read;  /* .. and the one behind the last word read */
	size_t before; /* where the word before ended; SCAN_NONE: there is none */
	char initial[TERM_INITIALS]; /* it was these letters, of "a.m." */
	size_t n_initials;
	struct term_number number; /* that it was */
	size_t whole; /* the first term of the words that hang together */
	bool joined;  /* a mark that joins is between two of these */
};

/* Empties the terms. The words are those of terms_add_words. */
void term_reader_begin(struct term_reader *, struct terms *out,
    const struct scan *, size_t from, size_t to, const uint32_t *word);

/* Reads the word start..end. There must be room for two more terms. */
void term_reader_word(struct term_reader *, size_t start, size_t end);

#endif
