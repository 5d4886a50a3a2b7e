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

/* The signs among the first bytes between two words, as bits. */
uint16_t sign_bits(const char *p, size_t n);

#endif
