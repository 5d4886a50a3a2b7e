/* SPDX-License-Identifier: ISC */
/* possessive: marks within a word and behind it, up to the end of the text. */
#include <assert.h>

#include "possessive.h"

static size_t
bytes(const char *word)
{
	return possessive_bytes((struct span) { word, strlen(word) });
}

/* Of the first n bytes of a text. */
static bool
is_plural(const char *text, size_t n)
{
	const struct scan s = { .text = text, .len = strlen(text) };

	return possessive_is_plural(&s, (struct span) { text, n }, n);
}

int
main(void)
{
	assert(bytes("Bell's") == 2);
	assert(bytes("Bell\xE2\x80\x99s") == 4);
	assert(bytes("Bells") == 0);
	assert(bytes("'s") == 0);
	assert(bytes("s") == 0);
	assert(is_plural("boys' report", 4));
	assert(is_plural("boys\xE2\x80\x99 report", 4));
	assert(!is_plural("boys report", 4));
	assert(!is_plural("men' report", 3));
	assert(!is_plural("boys'", 4));
	assert(!is_plural("boys\xE2\x80\x99", 4));
	assert(!is_plural("boys\xE2\x80", 4));
	assert(!is_plural("boys', he", 4));
	return 0;
}
