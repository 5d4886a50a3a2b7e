/* SPDX-License-Identifier: ISC */
#include "base85.h"

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz"
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

#define NONE 85 /* in values: no digit */

/* What the characters from '!' on stand for. */
static const unsigned char values[] = {
	68, 85, 84, 83, 82, 72, 85, 75, 76, 70, 65, 85, 63, 62, 69, 0, 1, 2, 3,
	4, 5, 6, 7, 8, 9, 64, 85, 73, 66, 74, 71, 81, 36, 37, 38, 39, 40, 41,
	42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
	60, 61, 77, 85, 78, 67, 85, 85, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
	20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 79, 85,
	80,
};

void
base85_write(char *to, const uint32_t *x, size_t n)
{
	uint32_t rest;
	size_t i;
	int j;

	for (i = 0; i < n; i++, to += BASE85_BYTES) {
		rest = x[i];
		for (j = BASE85_BYTES; j-- > 0; rest /= 85)
			to[j] = digits[rest % 85];
	}
}

static unsigned
value_of(char c)
{
	size_t i = (size_t)(unsigned char)c - '!';

	return i < sizeof values ? values[i] : NONE;
}

bool
base85_read(struct span s, uint32_t *x, size_t n)
{
	uint64_t sum;
	unsigned value;
	size_t i, j;

	if (s.n != n * BASE85_BYTES)
		return false;
	for (i = 0; i < n; i++) {
		for (sum = j = 0; j < BASE85_BYTES; j++) {
			value = value_of(s.p[i * BASE85_BYTES + j]);
			if (value == NONE)
				return false;
			sum = sum * 85 + value;
		}
		if (sum > UINT32_MAX)
			return false;
		x[i] = (uint32_t)sum;
	}
	return true;
}
