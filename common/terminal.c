/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "terminal.h"
#include "utf8.h"

static bool
is_harmless(uint32_t code)
{
	return code >= 0x20 && (code < 0x7F || code >= 0xA0)
	    && (code < 0x200B || code > 0x200F)
	    && (code < 0x2028 || code > 0x202E)
	    && (code < 0x2066 || code > 0x2069);
}

size_t
terminal_prefix(const char *p, size_t n, size_t *bad)
{
	size_t i, len;
	uint32_t code;
	bool broken;

	*bad = 0;
	for (i = 0; i < n; i += len) {
		len = utf8_read(p + i, n - i, &code, &broken);
		if (broken || !is_harmless(code)) {
			*bad = len;
			break;
		}
	}
	return i;
}

void
terminal_byte(char *to, char c)
{
	static const char digits[] = "0123456789ABCDEF";

	to[0] = '\\';
	to[1] = 'x';
	to[2] = digits[(unsigned char)c >> 4];
	to[3] = digits[c & 0xF];
}

char *
terminal_copy(const char *s)
{
	size_t n = strlen(s), ok, bad, j = 0;
	char *copy = alloc_array(TERMINAL_BYTE * n + 1, 1);

	while (n > 0) {
		ok = terminal_prefix(s, n, &bad);
		memcpy(copy + j, s, ok);
		j += ok;
		s += ok;
		n -= ok + bad;
		for (; bad > 0; bad--, j += TERMINAL_BYTE)
			terminal_byte(copy + j, *s++);
	}
	copy[j] = '\0';
	return copy;
}
