/* SPDX-License-Identifier: ISC */
/*
 * term - a word as a small number, for comparing blocks word by word
 *
 * A term is the upper part of its word's hash, and below that what kind it is.
 * Numbers of the same value are the same: 1,000 is 1000. Terms are part of
 * dedupe-related's state format.
 */
#ifndef TERM_H
#define TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

enum term_kind {
	TERM_PLAIN,
	TERM_NAME,  /* see terms.h */
	TERM_NUMBER /* has a digit */
};

#define TERM_KIND ((uint32_t)3)
#define TERM_WORD (~TERM_KIND)

/* The term of a word of a list: a plain one, or a number. */
uint32_t term_of(struct span word);

/* The term of a word's hash. */
static inline uint32_t
term_make(uint64_t hash, enum term_kind kind)
{
	return (uint32_t)(hash >> 32 & TERM_WORD) | (uint32_t)kind;
}

/* The half of a hash that a term is made of. */
static inline uint32_t
term_half(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

uint32_t term_of_number(uint64_t value);

/* A number that the words before may go on with: 12 of "12,500". */
struct term_number {
	uint64_t value;
	size_t digits, end;
};

/*
 * Reads a word as a number; false if it has another letter, or too many
 * digits. One of three digits behind a comma or stop and another number goes
 * on with that.
 */
bool term_read_number(struct term_number *, const char *text, size_t start,
    size_t end);

/* Whether two terms are the same word, of whatever kinds. */
static inline bool
term_same(uint32_t a, uint32_t b)
{
	return ((a ^ b) & TERM_WORD) == 0;
}

static inline enum term_kind
term_kind(uint32_t term)
{
	return (enum term_kind)(term & TERM_KIND);
}

#endif
