/* SPDX-License-Identifier: ISC */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "escape.h"
#include "scan.h"
#include "word.h"

enum { WIDE = 8, VAST = 16 /* bytes looked at once */ };

#define ONES 0x0101010101010101u /* a byte times this stands eight times */
#define TOPS 0x8080808080808080u

/* What is looked for, eight bytes at a time. */
struct sought {
	uint64_t low, a, b; /* a byte in all eight places */
};

/*
 * The top bits of the bytes sought in x. x - low borrows into the top bit of a
 * byte that is below low, and so for a ^ x, which is 0 where x is a. Only what
 * stands above such a byte may be taken for one, too: the lowest is right.
 */
static inline uint64_t
hits_in(uint64_t x, const struct sought *s)
{
	uint64_t hits = (x - s->low) | ((x ^ s->a) - ONES)
	    | ((x ^ s->b) - ONES);

	return hits & ~x & TOPS;
}

/* Sixteen bytes at once, and their halves. */
typedef uint8_t bytes __attribute__((vector_size(VAST)));
typedef uint64_t halves __attribute__((vector_size(VAST)));

/* The number of bytes, of sixteen at a time, that none is sought among. */
static size_t
skip_vast(const char *p, size_t n, unsigned char low, char a, char b)
{
	const bytes lows = (bytes) { 0 } + low;
	const bytes as = (bytes) { 0 } + (uint8_t)a;
	const bytes bs = (bytes) { 0 } + (uint8_t)b;
	halves hits;
	bytes x;
	size_t i;

	for (i = 0; n - i >= VAST; i += VAST) {
		memcpy(&x, p + i, sizeof x);
		hits = (halves)((x < lows) | (x == as) | (x == bs));
		if ((hits[0] | hits[1]) != 0)
			break;
	}
	return i;
}

size_t
escape_prefix(const char *p, size_t n, unsigned char low, char a, char b)
{
	const struct sought s = { ONES * low, ONES * (unsigned char)a,
		ONES * (unsigned char)b };
	uint64_t hits;
	size_t i = skip_vast(p, n, low, a, b);

	for (; n - i >= WIDE; i += WIDE) {
		hits = hits_in(word_eight(p + i), &s);
		if (hits != 0)
			return i + scan_lowest(hits) / CHAR_BIT;
	}
	if (i > 0 && i < n) {
		hits = hits_in(word_eight(p + n - WIDE), &s);
		return hits == 0
		    ? n
		    : n - WIDE + scan_lowest(hits) / CHAR_BIT;
	}
	while (i < n && (unsigned char)p[i] >= low && p[i] != a && p[i] != b)
		i++;
	return i;
}
