/* SPDX-License-Identifier: ISC */
/*
 * term_reader - what terms the words of a block are, one word after the other
 *
 * Words that are plain (small letters of ASCII alone) with nothing but a space
 * before them, behind another word, need not be given to it: who reads many at
 * a time puts their terms behind the others, and moves .word on. All but a
 * block's first word, and single letters with no space behind them.
 */
#ifndef TERM_READER_H
#define TERM_READER_H

#include "terms.h"

#define TERM_INITIALS 8 /* of an abbreviation, at most */

struct term_reader {
	struct terms *out;
	const uint32_t *word; /* the next word's hash, as a plain term */

	/* private */
	const struct scan *scan;
	size_t from;           /* where the block begins */
	const uint32_t *first; /* the first word's hash .. */
	const uint32_t *read;  /* .. and the one behind the last word read */
	size_t before; /* where the word before ended; SCAN_NONE: there is none */
	char initial[TERM_INITIALS]; /* it was these letters, of "a.m." */
	size_t n_initials;
	struct term_number number; /* that it was */
	size_t whole; /* the first term of the words that hang together */
	bool joined;  /* a mark that joins is between two of these */
};

/* Empties the terms. The hashes are those of terms_add_words. */
void term_reader_begin(struct term_reader *, struct terms *out,
    const struct scan *, size_t from, const uint32_t *word);

/* Reads the word start..end. There must be room for two more terms. */
void term_reader_word(struct term_reader *, size_t start, size_t end);

#endif
