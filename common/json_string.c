/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <string.h>

#include "byte_mask.h"
#include "escape.h"
#include "json_string.h"
#include "scan.h"
#include "utf8.h"

enum { STEP = 64 /* bytes that are decoded at once */ };

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

/* Whether the escape at a backslash before `end` is one. */
static bool
is_escape(const char *p, const char *end)
{
	if (end - p < 2)
		return false;
	if (p[1] == 'u')
		return hex_four(p + 2, end) >= 0;
	return p[1] == 'n' || memchr("\"\\/bfrt", p[1], 7) != NULL;
}

/*
 * Quotes and backslashes are found for STEP bytes at once, while there are so
 * many, whatever they belong to.
 */
const char *
json_string_skip(const char *p, const char *end)
{
	uint64_t marks = 0;
	size_t n;

	while (end - p >= STEP) {
		if (marks == 0)
			marks = byte_mask(p, '"') | byte_mask(p, '\\');
		n = marks == 0 ? STEP : scan_lowest(marks);
		p += n;
		if (marks == 0)
			continue;
		if (*p == '"')
			return p + 1;
		if (!is_escape(p, end))
			return NULL;
		p += 2;
		marks = n + 2 < STEP ? marks >> (n + 2) : 0;
	}
	for (; p < end && *p != '"'; p++)
		if (*p == '\\' && !is_escape(p++, end))
			return NULL;
	return p < end ? p + 1 : NULL;
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

/* What escapes of one letter stand for, if not for itself. */
static const char meaning[128] = {
	['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'
};

/*
 * Writes the character of an escape at *p, which is moved behind it, to `to`;
 * returns its bytes: no more than the escape has.
 */
static size_t
decode_escape(const char **at, const char *end, char *to)
{
	const char *p = *at;
	long u, low;

	*at += 2;
	if (p[1] != 'u') {
		*to = meaning[(unsigned char)p[1]];
		if (*to == 0)
			*to = p[1];
		return 1;
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
	*at = p;
	return utf8_write(to, (uint32_t)u);
}

/*
 * Decodes p..end, valid UTF-8, to *to, which is moved behind it and has room
 * for as many bytes; at least STEP at a time, and returns where less are left.
 * Where the escapes are is found for STEP bytes at once, and so many are copied
 * whatever they are: a fixed number costs less than just those needed.
 */
static const char *
decode_steps(const char *p, const char *end, char **to)
{
	char *out = *to;
	uint64_t escapes = 0;
	const char *at;
	size_t n;

	while (end - p >= STEP) {
		if (escapes == 0)
			escapes = byte_mask(p, '\\');
		memcpy(out, p, STEP);
		n = escapes == 0 ? STEP : scan_lowest(escapes);
		at = p;
		p += n;
		out += n;
		if (escapes == 0)
			continue;
		out += decode_escape(&p, end, out);
		n = (size_t)(p - at);
		escapes = n < STEP ? escapes >> n : 0;
	}
	*to = out;
	return p;
}

/* Adds the text of p..end, valid UTF-8. */
static void
decode_valid(const char *p, const char *end, struct buffer *to)
{
	const char *slash;
	char *out;
	size_t n;

	if (p == end)
		return;
	buffer_reserve(to, (size_t)(end - p));
	out = to->p + to->n;
	p = decode_steps(p, end, &out);
	while (p < end) {
		slash = memchr(p, '\\', (size_t)(end - p));
		n = (size_t)((slash == NULL ? end : slash) - p);
		memcpy(out, p, n);
		out += n;
		p += n;
		if (p < end)
			out += decode_escape(&p, end, out);
	}
	to->n = (size_t)(out - to->p);
}

struct span
json_string_decode(struct span value, struct buffer *to)
{
	struct span raw = { value.p + 1, value.n - 2 };
	size_t good = utf8_valid(raw.p, raw.n);
	uint32_t code;

	if (good == raw.n && memchr(raw.p, '\\', raw.n) == NULL)
		return raw;
	to->n = 0;
	for (;;) {
		decode_valid(raw.p, raw.p + good, to);
		if (good == raw.n)
			break;
		buffer_string(to, "\xEF\xBF\xBD");
		good += utf8_read(raw.p + good, raw.n - good, &code, NULL);
		raw = (struct span) { raw.p + good, raw.n - good };
		good = utf8_valid(raw.p, raw.n);
	}
	return buffer_bytes(to);
}

/* The letters of characters that have a short escape, else u. */
static const char letters[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";

enum {
	CONTROLS = sizeof letters - 1, /* characters below */
	ESCAPE = 6                     /* bytes of the longest one */
};

/* There is room. */
static void
encode_char(struct buffer *b, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	const char escape[ESCAPE] = { '\\',
		c < CONTROLS ? letters[c] : (char)c, '0', '0', hex[c >> 4],
		hex[c & 15] };

	memcpy(b->p + b->n, escape, ESCAPE);
	b->n += escape[1] == 'u' ? ESCAPE : 2;
}

/* The bytes to be escaped, of STEP. */
static inline uint64_t
escaped_of(const char *p)
{
	return byte_mask_below(p, CONTROLS) | byte_mask(p, '"')
	    | byte_mask(p, '\\');
}

/*
 * Adds p..end, valid UTF-8, as far as at least STEP bytes are left; returns
 * where less are. Goes on as decode_steps.
 */
static const char *
encode_steps(struct buffer *b, const char *p, const char *end)
{
	uint64_t escapes = 0;
	size_t n;

	while (end - p >= STEP) {
		buffer_reserve(b, STEP + ESCAPE);
		if (escapes == 0)
			escapes = escaped_of(p);
		memcpy(b->p + b->n, p, STEP);
		n = escapes == 0 ? STEP : scan_lowest(escapes);
		b->n += n;
		p += n;
		if (escapes == 0)
			continue;
		encode_char(b, (unsigned char)*p++);
		escapes = n + 1 < STEP ? escapes >> (n + 1) : 0;
	}
	return p;
}

static void
encode_valid(struct buffer *b, struct span s)
{
	const char *end = s.p + s.n, *p = encode_steps(b, s.p, end);
	size_t plain;

	while (p < end) {
		plain = escape_prefix(p, (size_t)(end - p), CONTROLS, '"',
		    '\\');
		buffer_add(b, p, plain);
		p += plain;
		if (p == end)
			break;
		buffer_reserve(b, ESCAPE);
		encode_char(b, (unsigned char)*p++);
	}
}

/* Adds a string of which no byte is written otherwise. */
static void
put_plain(struct buffer *b, struct span s)
{
	char *to;

	buffer_reserve(b, s.n + 2);
	to = b->p + b->n;
	*to++ = '"';
	if (s.n > 0)
		memcpy(to, s.p, s.n);
	to[s.n] = '"';
	b->n += s.n + 2;
}

void
json_string_encode(struct buffer *b, struct span s)
{
	size_t good = utf8_valid(s.p, s.n);
	uint32_t code;

	if (good == s.n
	    && escape_prefix(s.p, s.n, CONTROLS, '"', '\\') == s.n) {
		put_plain(b, s);
		return;
	}
	buffer_add(b, "\"", 1);
	for (;; good = utf8_valid(s.p, s.n)) {
		encode_valid(b, (struct span) { s.p, good });
		if (good == s.n)
			break;
		buffer_string(b, "\xEF\xBF\xBD");
		good += utf8_read(s.p + good, s.n - good, &code, NULL);
		s = (struct span) { s.p + good, s.n - good };
	}
	buffer_add(b, "\"", 1);
}
