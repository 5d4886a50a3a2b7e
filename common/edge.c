/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "block.h"
#include "edge.h"
#include "utf8.h"

/* The length of the white space at a byte, no-break spaces too, or 0. */
static size_t
space_at(const char *p, size_t n)
{
	if (n > 0 && block_is_space(p[0]))
		return 1;
	if (n > 1 && memcmp(p, "\xC2\xA0", 2) == 0)
		return 2;
	return n > 2 && memcmp(p, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Whether a byte may be of white space: most words' are not. */
static inline bool
may_be_space(char c)
{
	return (unsigned char)c <= ' ' || (c & 0x80) != 0;
}

size_t
edge_skip(const struct scan *s, size_t at, size_t to)
{
	size_t n;

	while (at < to && may_be_space(s->text[at])
	    && (n = space_at(s->text + at, to - at)) > 0)
		at += n;
	return at;
}

size_t
edge_skip_back(const struct scan *s, size_t from, size_t at)
{
	size_t n;

	if (at > from && !may_be_space(s->text[at - 1]))
		return at;
	for (n = 1; n <= 3 && n <= at - from; n++)
		if (space_at(s->text + at - n, n) == n) {
			at -= n;
			n = 0;
		}
	return at;
}

/*
 * Leaves off the marks of emphasis around a quotation: "_Look!_". Those that
 * are only around a part of it stay.
 */
static void
trim_emphasis(const struct scan *s, size_t *start, size_t *end)
{
	const char *p = s->text + *start;
	size_t n = *end - *start;

	if (n < 3 || (p[0] != '_' && p[0] != '*')
	    || memchr(p + 1, p[0], n - 1) != p + n - 1)
		return;
	++*start;
	--*end;
}

void
edge_trim(const struct scan *s, size_t *start, size_t *end)
{
	*start = edge_skip(s, *start, *end);
	*end = edge_skip_back(s, *start, *end);
	trim_emphasis(s, start, end);
}

bool
edge_is_empty(const struct scan *s, size_t at, size_t end)
{
	while (at < end && (block_is_space(s->text[at])
	    || scan_is(s, SCAN_MARK, at)))
		for (at++; at < end && (s->text[at] & 0xC0) == 0x80;)
			at++;
	return at >= end;
}

bool
edge_is_dash(const struct scan *s, size_t at, size_t to)
{
	const char *p = s->text + at;

	return *p == '-' || (to - at > 2 && memcmp(p, "\xE2\x80", 2) == 0
	    && (p[2] == '\x93' || p[2] == '\x94' || p[2] == '\x95'));
}

bool
edge_ends_sentence(const struct scan *s, size_t end, size_t close, size_t to)
{
	size_t at = close;

	if (end == 0 || s->text[end - 1] != '.')
		return false;
	while (at < to && block_is_space(s->text[at]))
		at++;
	if (at >= to || utf8_is_upper(s->text + at, to - at))
		return true;
	return !scan_is(s, SCAN_WORD, at) && s->text[at] != ','
	    && !edge_is_dash(s, at, to);
}
