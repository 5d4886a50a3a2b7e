/* SPDX-License-Identifier: ISC */
#include <stdint.h>

#include "escape.h"
#include "json_string.h"
#include "utf8.h"

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four hex digits as a number, or -1. */
static long
hex_four(const char *p, const char *end)
{
	long value = 0;
	int i;

	if (end - p < 4)
		return -1;
	for (i = 0; i < 4; i++) {
		if (hex_value(p[i]) < 0)
			return -1;
		value = value * 16 + hex_value(p[i]);
	}
	return value;
}

bool
json_string_valid(struct span s)
{
	const char *p = s.p + 1, *end = s.p + s.n - 1;

	while ((p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
		if (p[1] == 'u' && hex_four(p + 2, end) < 0)
			return false;
		if (memchr("\"\\/bfnrtu", p[1], 9) == NULL)
			return false;
		p += 2;
	}
	return true;
}

static bool
is_high_surrogate(long u)
{
	return u >= 0xD800 && u < 0xDC00;
}

static bool
is_low_surrogate(long u)
{
	return u >= 0xDC00 && u < 0xE000;
}

/* Adds the character of an escape at p; returns where the text goes on. */
static const char *
decode_escape(const char *p, const char *end, struct buffer *to)
{
	static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
	const char *letter = strchr(letters, p[1]);
	char bytes[UTF8_MAX];
	long u, low;

	if (p[1] != 'u') {
		buffer_add(to, letter == NULL ? p + 1
		                              : &meant[letter - letters], 1);
		return p + 2;
	}
	u = hex_four(p + 2, end);
	p += 6;
	if (is_high_surrogate(u) && end - p >= 6 && p[0] == '\\'
	    && p[1] == 'u' && is_low_surrogate(low = hex_four(p + 2, end))) {
		u = 0x10000 + (u - 0xD800) * 0x400 + (low - 0xDC00);
		p += 6;
	}
	if (u >= 0xD800 && u < 0xE000)
		u = UTF8_BAD;
	buffer_add(to, bytes, utf8_write(bytes, (uint32_t)u));
	return p;
}

struct span
json_string_decode(struct span value, struct buffer *to)
{
	const char *p = value.p + 1, *end = value.p + value.n - 1, *slash;

	slash = memchr(p, '\\', (size_t)(end - p));
	if (slash == NULL && utf8_valid(p, (size_t)(end - p))
	    == (size_t)(end - p))
		return (struct span) { p, (size_t)(end - p) };
	to->n = 0;
	for (;;) {
		slash = memchr(p, '\\', (size_t)(end - p));
		buffer_add_valid(to, (struct span) { p,
		    (size_t)((slash == NULL ? end : slash) - p) });
		if (slash == NULL)
			break;
		p = decode_escape(slash, end, to);
	}
	return buffer_bytes(to);
}

static void
encode_char(struct buffer *b, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	char escape[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
	const char *letters = "\b\f\n\r\t", *letter;

	letter = c == '\0' ? NULL : strchr(letters, c);
	if (letter != NULL)
		escape[1] = "bfnrt"[letter - letters];
	else if (c == '"' || c == '\\')
		escape[1] = (char)c;
	buffer_add(b, escape, escape[1] == 'u' ? 6 : 2);
}

static void
encode_valid(struct buffer *b, struct span s)
{
	size_t i = 0, plain;

	while (i < s.n) {
		plain = escape_prefix(s.p + i, s.n - i, 0x20, '"', '\\');
		buffer_add(b, s.p + i, plain);
		i += plain;
		if (i < s.n)
			encode_char(b, (unsigned char)s.p[i++]);
	}
}

void
json_string_encode(struct buffer *b, struct span s)
{
	size_t good;
	uint32_t code;

	buffer_add(b, "\"", 1);
	for (;;) {
		good = utf8_valid(s.p, s.n);
		encode_valid(b, (struct span) { s.p, good });
		if (good == s.n)
			break;
		buffer_string(b, "\xEF\xBF\xBD");
		good += utf8_read(s.p + good, s.n - good, &code, NULL);
		s = (struct span) { s.p + good, s.n - good };
	}
	buffer_add(b, "\"", 1);
}
