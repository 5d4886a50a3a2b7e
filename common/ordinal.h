/* SPDX-License-Identifier: ISC */
/*
 * ordinal - the number that a heading begins with
 *
 *	2.1 Methods       decimal, depth 2      IV. The Storm    roman
 *	A.2. Grammar      decimal, depth 2      B. Tables        letter
 *	Chapter 3: Salt   chapter (or book,     一、背景          decimal
 *	Erstes Kapitel     part, section)       第3章 塩          chapter
 *
 * Borrows the text for the call. Nothing here fails or allocates.
 */
#ifndef ORDINAL_H
#define ORDINAL_H

#include <stdint.h>

#include "span.h"

#define ORDINAL_DEPTH 6 /* levels of a decimal, at most */

enum ordinal_kind {
	ORDINAL_NONE,
	ORDINAL_BOOK, /* these as enum division has them */
	ORDINAL_PART,
	ORDINAL_CHAPTER,
	ORDINAL_SECTION,
	ORDINAL_DECIMAL,
	ORDINAL_ROMAN,
	ORDINAL_LETTER
};

struct ordinal {
	uint8_t kind;    /* enum ordinal_kind */
	uint8_t depth;   /* of a decimal: 2.1 has 2; else 1 */
	bool bare;       /* a decimal of one number, and no sign behind it */
	bool alone;      /* nothing stands behind it */
	uint16_t first;  /* the number, or the first of a decimal's .. */
	uint8_t path[ORDINAL_DEPTH]; /* .. and all of these */
	size_t n;        /* bytes of it, and of the space behind it */
};

/* Whether it is the number of a chapter or the like. */
static inline bool
ordinal_is_division(const struct ordinal *o)
{
	return o->kind != ORDINAL_NONE && o->kind < ORDINAL_DECIMAL;
}

/*
 * The ordinal that a text begins with. What follows it, if anything, does not
 * begin with a small letter, nor, behind a decimal, with a sign or digit: "2.5
 * million" and "4.9 / 5" begin with none.
 */
struct ordinal ordinal_of(struct span text);

#endif
