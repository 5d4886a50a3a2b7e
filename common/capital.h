/* SPDX-License-Identifier: ISC */
/*
 * capital - words that begin with a capital: where names are looked for
 */
#ifndef CAPITAL_H
#define CAPITAL_H

#include "scan.h"
#include "utf8.h"

/* Whether the word that starts at a byte begins with a capital. */
static inline bool
capital_is(const struct scan *s, size_t at)
{
	return scan_is(s, SCAN_UPPER, at) || (scan_is(s, SCAN_HIGH, at)
	    && utf8_is_upper_high(s->text + at, s->len - at));
}

/* Whether a small word may be a particle of a name by its first letter. */
static inline bool
capital_may_be_particle(char first)
{
	static const char letters[] = "abdeiltvz";
	uint32_t bits = 0;
	unsigned letter = (unsigned char)first - 'a';
	size_t i;

	for (i = 0; i < sizeof letters - 1; i++)
		bits |= (uint32_t)1 << (letters[i] - 'a');
	return letter < 32 && (bits >> letter & 1) != 0;
}

/* The next word from `at` on that begins with a capital, or `to`. */
size_t capital_next(const struct scan *, size_t at, size_t to);

/*
 * The next capitalised word in from..to behind which another one stands, or
 * what may be a particle of a name; or `to`.
 */
size_t capital_next_pair(const struct scan *, size_t from, size_t to);

#endif
