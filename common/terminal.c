/* SPDX-License-Identifier: ISC */
#include <sys/ioctl.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* The number in a variable of the environment; 0 where there is none. */
static size_t
number_of(const char *s)
{
	unsigned long n;
	char *end;

	if (s == NULL || *s < '0' || *s > '9')
		return 0;
	n = strtoul(s, &end, 10);
	return *end == '\0' && n <= TERMINAL_MOST ? n : 0;
}

size_t
terminal_columns(void)
{
	static const int fds[] = { STDOUT_FILENO, STDERR_FILENO,
		STDIN_FILENO };
	size_t n = number_of(getenv("COLUMNS")), i;
	struct winsize size;

	for (i = 0; n == 0 && i < sizeof fds / sizeof fds[0]; i++)
		if (ioctl(fds[i], TIOCGWINSZ, &size) == 0)
			n = size.ws_col;
	return n == 0 ? TERMINAL_USUAL : n;
}

bool
terminal_has_colour(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return (no == NULL || *no == '\0') && term != NULL
	    && strcmp(term, "dumb") != 0;
}
