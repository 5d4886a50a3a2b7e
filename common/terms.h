/* SPDX-License-Identifier: ISC */
/*
 * terms - the words of a block as terms, with their kinds
 *
 * A name is a word with a capital, but for a function word that may begin a
 * sentence; or any word of a script without capitals, where names can't be
 * told. So are words joined by marks, of paths, addresses and identifiers. The
 * 's of an owner is left off. Letters with stops are a word: "U.S." is "US".
 * "3.5" and "10:30" are one number; what is written close to it is a word of
 * its own: "10am", and %, which is "percent".
 */
#ifndef TERMS_H
#define TERMS_H

#include "scan.h"
#include "term.h"

#define TERMS_SPARE 16 /* terms are copied so many at a time */

/* Owns its array. An empty one is all zero. */
struct terms {
	uint32_t *of;
	size_t n, cap;
	size_t n_program; /* words behind a mark that programs are full of */
};

/* Replaces the terms by those of start..end, in a plain way, word by word. */
void terms_read(struct terms *, const struct scan *, size_t start, size_t end);

/*
 * The same, fast, where all n words were hashed: as terms_add_words has them,
 * and with TERMS_SPARE behind that may be read.
 */
void terms_of_words(struct terms *, const struct scan *, size_t start,
    size_t end, const uint32_t *word, size_t n);

/* How it is done, the slowest way first: all give the same. */
enum terms_way { TERMS_PLAIN, TERMS_QUICK, TERMS_WIDE };

/* The same, a certain way; false if the processor has it not. */
bool terms_of_words_by(enum terms_way, struct terms *, const struct scan *,
    size_t start, size_t end, const uint32_t *word, size_t n);

/* Appends the words of start..end, whatever they are, as term_half's. */
void terms_add_words(struct terms *, const struct scan *, size_t start,
    size_t end);

/* Room for n more, which are to be set, and a spare behind; it may move. */
uint32_t *terms_more(struct terms *, size_t n);
void terms_end(struct terms *);

#endif
