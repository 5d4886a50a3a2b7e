/* SPDX-License-Identifier: ISC */
/*
 * sign - the signs that stand between words, as bits
 *
 * What menus, trails, prices and code have more of than sentences. Nothing
 * here fails or allocates.
 */
#ifndef SIGN_H
#define SIGN_H

#include <stddef.h>
#include <stdint.h>

enum sign {
	SIGN_PIPE,      /* | */
	SIGN_ARROW,     /* > / and the like, as in breadcrumbs */
	SIGN_DOT,       /* a middle dot or bullet, inside */
	SIGN_AT,
	SIGN_COPYRIGHT,
	SIGN_URL,
	SIGN_HASH,
	SIGN_MONEY,
	SIGN_COLON,
	SIGN_COMMA,
	SIGN_DASH,      /* between spaces */
	SIGN_CODE,      /* braces, semicolons, equals signs */
	SIGN_PAREN,     /* one that opens */
	SIGNS
};

#define SIGN_BYTES 32 /* of a gap between words that are looked at */

/*
 * The signs of ASCII, by their bytes: bits 0 to 7, and from 8 on. Two of them
 * hang on the next byte: sign_bit knows.
 */
extern const uint8_t sign_low[128], sign_high[128];

/* The sign that a gap of n bytes, not 0, begins with, as a bit; 0 if none. */
uint16_t sign_bit(const char *p, size_t n);

/*
 * A bit for each of the first 64 of n bytes that a sign may begin with: those
 * of ASCII that do, and all from 0x80 up.
 */
uint64_t sign_mask(const char *p, size_t n);

/* The same by plain C alone, for tests and other processors. */
uint64_t sign_mask_plain(const char *p, size_t n);

/* The signs that begin in the first SIGN_BYTES between two words, as bits. */
uint16_t sign_bits(const char *p, size_t n);

#endif
