/* SPDX-License-Identifier: ISC */
/*
 * contraction - the word before an apostrophe: "she" of "she's"
 */
#ifndef CONTRACTION_H
#define CONTRACTION_H

#include <string.h>

#include "scan.h"
#include "word.h"

/* The bytes of a word before its first apostrophe, straight or not, or all. */
static inline size_t
contraction_plain(struct span w)
{
	size_t n = 0;

	while (n < w.n && w.p[n] != '\'' && (n + 1 >= w.n
	    || memcmp(w.p + n, "\xE2\x80", 2) != 0))
		n++;
	return n;
}

/*
 * The same, for a word of a text that ends at `end`; a short one of ASCII is
 * looked at as a number, in which the lowest byte that an exclusive or makes
 * zero is found without a loop.
 */
static inline size_t
contraction_stem(struct span w, const char *end)
{
	const uint64_t ones = 0x0101010101010101u, high = WORD_HIGH_BITS;
	uint64_t eight, found;

	if (w.n - 1 >= 7 || end - w.p < 8)
		return contraction_plain(w);
	eight = word_eight(w.p);
	if ((eight << 8 * (8 - w.n) & high) != 0)
		return contraction_plain(w);
	eight ^= '\'' * ones;
	found = ((eight - ones) & ~eight & high) | (uint64_t)0x80 << 8 * w.n;
	return scan_lowest(found) / 8;
}

#endif
