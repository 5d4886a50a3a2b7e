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

/*
 * The bytes of the 's that a word, of a byte at least, ends in, or 0: "Bell's".
 * Far fewer words have the last byte of an apostrophe before the last one than
 * end in s.
 */
static inline size_t
possessive_bytes(struct span w)
{
	const char *end = w.p + w.n;

	if (w.n < 2 || (end[-2] != '\'' && end[-2] != '\x99')
	    || end[-1] != 's')
		return 0;
	if (end[-2] == '\'')
		return w.n > 2 ? 2 : 0;
	return w.n > 4 && memcmp(end - 4, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

/*
 * Whether the mark behind a word's s, at `end`, which is no part of the word,
 * stands before a space: "the engineers' report".
 */
static inline bool
possessive_is_plural(const struct scan *s, struct span w, size_t end)
{
	const char *p = s->text + end;
	size_t left = s->len - end, n;

	if (left < 2 || (*p != '\'' && *p != '\xE2') || w.p[w.n - 1] != 's')
		return false;
	n = *p == '\'' ? 1
	    : left > 3 && memcmp(p, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
	return n > 0 && p[n] == ' ';
}

#endif
