/* SPDX-License-Identifier: ISC */
/* escape: eight bytes at a time, and the same byte by byte. */
#include <assert.h>

#include "dice.h"
#include "escape.h"

static size_t
plain(const char *p, size_t n, unsigned char low, char a, char b)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)p[i] < low || p[i] == a || p[i] == b)
			break;
	return i;
}

int
main(void)
{
	char bytes[70];
	size_t i, n;
	int round;

	for (round = 0; round < 100000; round++) {
		n = dice() % sizeof bytes;
		for (i = 0; i < n; i++)
			bytes[i] = (char)(dice() % 64 == 0 ? dice() % 256
			    : dice() % 9 == 0                ? 0xE9
			                                     : 'a' + dice() % 26);
		assert(escape_prefix(bytes, n, 0x20, '"', '\\')
		    == plain(bytes, n, 0x20, '"', '\\'));
		assert(escape_prefix(bytes, n, 14, '\\', '\\')
		    == plain(bytes, n, 14, '\\', '\\'));
	}
	return 0;
}
