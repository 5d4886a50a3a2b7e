/* SPDX-License-Identifier: ISC */
/*
 * utf8 - code points in bytes that may or may not be valid UTF-8
 *
 * A bad part is the longest run of bytes that begins a well-formed character
 * and does not end it, at least one byte (Unicode 15, section 3.9: "maximal
 * subpart"; the same as Python's errors="replace"). Nothing here allocates or
 * fails.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_BAD 0xFFFDu /* what a bad part is read as */
#define UTF8_MAX 4       /* bytes of the longest character */
#define UTF8_BOM_BYTES 3

/* Whether the text begins with a byte order mark. */
static inline bool
utf8_has_bom(const char *p, size_t n)
{
	return n >= UTF8_BOM_BYTES && memcmp(p, "\xEF\xBB\xBF", 3) == 0;
}

/* utf8_read where the first byte is one from 0x80 up. */
size_t utf8_read_high(const char *p, size_t n, uint32_t *code, bool *bad);

/*
 * Reads one character, or one bad part as UTF8_BAD, from n > 0 bytes. Returns
 * its length in bytes; *bad, where it is not null, says which it was.
 */
static inline size_t
utf8_read(const char *p, size_t n, uint32_t *code, bool *bad)
{
	if ((*p & 0x80) != 0)
		return utf8_read_high(p, n, code, bad);
	*code = (unsigned char)*p;
	if (bad != NULL)
		*bad = false;
	return 1;
}

/* Writes a character of up to UTF8_MAX bytes; returns how many. */
size_t utf8_write(char *to, uint32_t code);

/* The number of leading bytes that are well-formed; n if all are. */
size_t utf8_valid(const char *p, size_t n);

/* The number of code points; a bad part counts as one. */
size_t utf8_count(const char *p, size_t n);

/* The lower-case form of a letter of a script that has one, else itself. */
uint32_t utf8_lower(uint32_t code);

/* Whether the character of bytes from 0x80 up is an upper-case letter. */
bool utf8_is_upper_high(const char *p, size_t n);

/* Whether the first character is an upper-case letter. */
static inline bool
utf8_is_upper(const char *p, size_t n)
{
	if (n == 0)
		return false;
	if ((*p & 0x80) == 0)
		return *p >= 'A' && *p <= 'Z';
	return utf8_is_upper_high(p, n);
}

#endif
