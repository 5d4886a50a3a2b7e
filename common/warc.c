/* SPDX-License-Identifier: ISC */
#include <stdint.h>

#include "warc.h"

#define MAGIC "WARC/"
#define MAGIC_BYTES 5

static struct span
trim(struct span s)
{
	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = (struct span) { s.p + 1, s.n - 1 };
	while (s.n > 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'
	    || s.p[s.n - 1] == '\r'))
		s.n--;
	return s;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
is_word(struct span s, const char *word)
{
	size_t i, n = strlen(word);

	if (s.n != n)
		return false;
	for (i = 0; i < n; i++)
		if (lower(s.p[i]) != lower(word[i]))
			return false;
	return true;
}

/* A whole number; false where it is none or does not fit. */
static bool
read_length(struct span s, size_t *length)
{
	size_t i;

	*length = 0;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9'
		    || *length > (SIZE_MAX / 2 - 9) / 10)
			return false;
		*length = *length * 10 + (size_t)(s.p[i] - '0');
	}
	return s.n > 0;
}

static struct span
without_angles(struct span s)
{
	if (s.n >= 2 && s.p[0] == '<' && s.p[s.n - 1] == '>')
		return (struct span) { s.p + 1, s.n - 2 };
	return s;
}

/* Takes in a line of the header; false for a Content-Length that is none. */
static bool
read_line(struct span line, struct warc_header *h, bool *has_length)
{
	const char *colon = memchr(line.p, ':', line.n);
	struct span name, value;

	if (colon == NULL)
		return true;
	name = trim((struct span) { line.p, (size_t)(colon - line.p) });
	value = trim((struct span) { colon + 1,
	    line.n - (size_t)(colon + 1 - line.p) });
	if (is_word(name, "WARC-Type"))
		h->conversion = is_word(value, "conversion");
	else if (is_word(name, "WARC-Record-ID"))
		h->id = without_angles(value);
	else if (is_word(name, "WARC-Target-URI"))
		h->url = without_angles(value);
	else if (is_word(name, "WARC-Date"))
		h->date = value;
	else if (is_word(name, "Content-Length"))
		return *has_length = read_length(value, &h->length);
	return true;
}

static bool
is_magic(const char *p, size_t n)
{
	return memcmp(p, MAGIC, n < MAGIC_BYTES ? n : MAGIC_BYTES) == 0;
}

enum warc_result
warc_read(const char *p, size_t n, struct warc_header *h, const char **reason)
{
	const char *at = p, *newline;
	struct span line;
	bool has_length = false, more = n < WARC_HEADER_MOST;

	*h = (struct warc_header) { 0 };
	*reason = "not a WARC record";
	if (!is_magic(p, n))
		return WARC_BAD;
	if (!more)
		n = WARC_HEADER_MOST;
	for (;; at = newline + 1) {
		newline = memchr(at, '\n', n - (size_t)(at - p));
		if (newline == NULL) {
			*reason = "WARC header without end";
			return more ? WARC_MORE : WARC_BAD;
		}
		line = trim((struct span) { at, (size_t)(newline - at) });
		if (line.n == 0)
			break;
		if (!read_line(line, h, &has_length)) {
			*reason = "Content-Length is no number";
			return WARC_BAD;
		}
	}
	h->bytes = (size_t)(newline + 1 - p);
	*reason = "no Content-Length";
	return has_length ? WARC_HEADER : WARC_BAD;
}

size_t
warc_find(const char *p, size_t n)
{
	const char *newline = p;
	size_t left;

	while ((newline = memchr(newline, '\n', n - (size_t)(newline - p)))
	    != NULL) {
		newline++;
		left = n - (size_t)(newline - p);
		if (is_magic(newline, left))
			return (size_t)(newline - p);
	}
	return n;
}
