/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "block.h"
#include "fullname.h"
#include "word.h"

bool
fullname_is_shouted(struct span text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] >= 'a' && text.p[i] <= 'z')
			return false;
	return true;
}

/*
 * Whether one of eight bytes may be a nickname's mark or a line break: is none
 * of a space and those from ) to z. A sum has a byte's highest bit if the byte
 * is as large as what was left out of 0x80.
 */
static bool
has_other(uint64_t x)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t usual = (x + (0x80 - ')') * ones)
	    & ~(x + (0x80 - ('z' + 1)) * ones);
	uint64_t not_space = (x ^ ' ' * ones) + 0x7F * ones;

	return ((x | (~usual & not_space)) & WORD_HIGH_BITS) != 0;
}

static bool
is_marked_up(struct span text)
{
	const uint64_t spaces = ' ' * (uint64_t)0x0101010101010101u;
	size_t i;

	if (text.n < 8)
		return text.n > 0 && has_other(word_load(text.p, text.n)
		    | spaces << 8 * text.n);
	for (i = 0; i + 8 < text.n; i += 8)
		if (has_other(word_eight(text.p + i)))
			return true;
	return has_other(word_eight(text.p + text.n - 8));
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
fullname_copy_plain(char *to, struct span text)
{
	const char *from = text.p, *end = text.p + text.n;
	size_t n = 0;

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

size_t
fullname_copy(char *to, struct span text)
{
	if (is_marked_up(text))
		return fullname_copy_plain(to, text);
	memcpy(to, text.p, text.n);
	return text.n;
}
