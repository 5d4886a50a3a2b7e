/* SPDX-License-Identifier: ISC */
/*
 * possessive - whether a word says whose the next one is
 */
#ifndef POSSESSIVE_H
#define POSSESSIVE_H

#include <stdbool.h>
#include <string.h>

#include "scan.h"
#include "span.h"

/* The bytes of the 's that a word, of a byte at least, ends in, or 0: "Bell's". */
static inline size_t
possessive_bytes(struct span w)
{
	if (w.p[w.n - 1] != 's')
		return 0;
	if (w.n > 2 && w.p[w.n - 2] == '\'')
		return 2;
	return w.n > 4 && memcmp(w.p + w.n - 4, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

/*
 * Whether the mark behind a word's s, at `end`, which is no part of the word,
 * stands before a space: "the engineers' report".
 */
static inline bool
possessive_is_plural(const struct scan *s, struct span w, size_t end)
{
	size_t left = s->len - end, n;

	if (w.p[w.n - 1] != 's' || left < 2)
		return false;
	n = s->text[end] == '\'' ? 1
	    : left > 3 && memcmp(s->text + end, "\xE2\x80\x99", 3) == 0 ? 3
	    : 0;
	return n > 0 && s->text[end + n] == ' ';
}

#endif
