/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "block.h"
#include "fullname.h"

bool
fullname_is_shouted(struct span text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] >= 'a' && text.p[i] <= 'z')
			return false;
	return true;
}

/* Whether a text has a byte that a nickname's mark or a line break may be. */
static bool
is_marked_up(struct span text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if ((unsigned char)(text.p[i] - ')') > 'z' - ')'
		    && text.p[i] != ' ')
			return true;
	return false;
}

/* Whether a word of a name stands in marks or brackets: a nickname. */
static bool
is_marked(const char *p, const char *end)
{
	if (*p == '"' || *p == '\'' || *p == '(')
		return true;
	return end - p > 2 && (memcmp(p, "\xE2\x80", 2) == 0
	    || memcmp(p, "\xC2\xAB", 2) == 0);
}

size_t
fullname_copy(char *to, struct span text)
{
	const char *from = text.p, *end = text.p + text.n;
	size_t n = 0;

	if (!is_marked_up(text)) {
		memcpy(to, text.p, text.n);
		return text.n;
	}
	while (from < end) {
		if (n > 0 && to[n - 1] == ' ' && is_marked(from, end)) {
			while (from < end && !block_is_space(*from))
				from++;
			from += from < end;
			continue;
		}
		if (!block_is_space(*from))
			to[n++] = *from;
		else if (n > 0 && to[n - 1] != ' ')
			to[n++] = ' ';
		from++;
	}
	return n;
}
