/* SPDX-License-Identifier: ISC */
/*
 * code_range - sets of characters, as ranges of Unicode's code points
 */
#ifndef CODE_RANGE_H
#define CODE_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct code_range {
	uint32_t first, last;
};

/* Whether a character is in one of n ranges, ascending and apart. */
static inline bool
code_range_has(const struct code_range *table, size_t n, uint32_t code)
{
	size_t low = 0, high = n, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (code > table[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && code >= table[low].first;
}

#endif
