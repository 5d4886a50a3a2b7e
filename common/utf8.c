/* SPDX-License-Identifier: ISC */
#include <limits.h>
#include <string.h>

#include "scan.h"
#include "utf8.h"
#include "word.h"

#define HIGH_BITS 0x8080808080808080u

/*
 * lead    length  second byte
 * C2..DF  2       80..BF
 * E0      3       A0..BF    ED  3  80..9F    E1..EC, EE, EF  3  80..BF
 * F0      4       90..BF    F4  4  80..8F    F1..F3          4  80..BF
 */
static size_t
length_of(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
}

size_t
utf8_read_high(const char *p, size_t n, uint32_t *code, bool *bad)
{
	const unsigned char *s = (const unsigned char *)p;
	unsigned char low, high;
	size_t len, i;

	if (bad != NULL)
		*bad = false;
	len = length_of(s[0], &low, &high);
	*code = s[0] & (0x7Fu >> len);
	for (i = 1; i < len && i < n; i++) {
		if (s[i] < low || s[i] > high)
			break;
		*code = *code << 6 | (s[i] & 0x3Fu);
		low = 0x80;
		high = 0xBF;
	}
	if (i == len && len > 1)
		return len;
	*code = UTF8_BAD;
	if (bad != NULL)
		*bad = true;
	return i;
}

size_t
utf8_write(char *to, uint32_t code)
{
	if (code < 0x80) {
		to[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		to[0] = (char)(0xC0 | code >> 6);
		to[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		to[0] = (char)(0xE0 | code >> 12);
		to[1] = (char)(0x80 | (code >> 6 & 0x3F));
		to[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | code >> 18);
	to[1] = (char)(0x80 | (code >> 12 & 0x3F));
	to[2] = (char)(0x80 | (code >> 6 & 0x3F));
	to[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

/* Sixteen bytes at once, in halves. */
typedef uint64_t halves __attribute__((vector_size(16)));

/* The number of leading bytes below 0x80. */
static size_t
ascii_prefix(const char *p, size_t n)
{
	halves four[4], all;
	uint64_t high;
	size_t i;

	for (i = 0; n - i >= sizeof four; i += sizeof four) {
		memcpy(four, p + i, sizeof four);
		all = four[0] | four[1] | four[2] | four[3];
		if (((all[0] | all[1]) & HIGH_BITS) != 0)
			break;
	}
	for (; n - i >= sizeof high; i += sizeof high) {
		high = word_eight(p + i) & HIGH_BITS;
		if (high != 0)
			return i + scan_lowest(high) / CHAR_BIT;
	}
	while (i < n && (p[i] & 0x80) == 0)
		i++;
	return i;
}

size_t
utf8_valid(const char *p, size_t n)
{
	size_t i = 0, len;
	uint32_t code;
	bool bad;

	while (i < n) {
		i += ascii_prefix(p + i, n - i);
		if (i == n)
			break;
		len = utf8_read(p + i, n - i, &code, &bad);
		if (bad)
			break;
		i += len;
	}
	return i;
}

size_t
utf8_count(const char *p, size_t n)
{
	size_t i = 0, count = 0, ascii;
	uint32_t code;

	while (i < n) {
		ascii = ascii_prefix(p + i, n - i);
		i += ascii;
		count += ascii;
		if (i == n)
			break;
		i += utf8_read(p + i, n - i, &code, NULL);
		count++;
	}
	return count;
}

uint32_t
utf8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB)
	    || (c >= 0x410 && c <= 0x42F))
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	if (c == 0x138)
		return c;
	if (c == 0x130)
		return 'i';
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return (c & 1) != 0 ? c + 1 : c;
	if ((c >= 0x100 && c <= 0x177) || (c >= 0x1E00 && c <= 0x1E95)
	    || (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x481)
	    || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F))
		return c | 1;
	if (c == 0x386)
		return 0x3AC;
	if (c >= 0x388 && c <= 0x38A)
		return c + 37;
	if (c == 0x38C)
		return 0x3CC;
	if (c == 0x38E || c == 0x38F)
		return c + 63;
	if (c >= 0x531 && c <= 0x556)
		return c + 48;
	if (c >= 0xFF21 && c <= 0xFF3A)
		return c + 32;
	return c;
}

bool
utf8_is_upper_high(const char *p, size_t n)
{
	uint32_t code;

	utf8_read(p, n, &code, NULL);
	return utf8_lower(code) != code;
}
