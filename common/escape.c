/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <string.h>

#include "escape.h"

#define ONES 0x0101010101010101u /* a byte times this stands eight times */
#define TOPS 0x8080808080808080u

/*
 * Eight bytes at a time: x - ONES * low borrows into the top bit of a byte that
 * is below low, and so for a ^ x, which is 0 where x is a. Only what stands
 * above such a byte may be taken for one, too.
 */
size_t
escape_prefix(const char *p, size_t n, unsigned char low, char a, char b)
{
	const uint64_t as = ONES * (unsigned char)a;
	const uint64_t bs = ONES * (unsigned char)b;
	uint64_t x, hits;
	size_t i = 0;

	for (; n - i >= sizeof x; i += sizeof x) {
		memcpy(&x, p + i, sizeof x);
		hits = (x - ONES * low) | ((x ^ as) - ONES)
		    | ((x ^ bs) - ONES);
		if ((hits & ~x & TOPS) != 0)
			break;
	}
	while (i < n && (unsigned char)p[i] >= low && p[i] != a && p[i] != b)
		i++;
	return i;
}
