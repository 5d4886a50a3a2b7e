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

/* The second letters of the particles of names, by the first one: "van". */
extern const uint32_t capital_particles[32]; /* bits; by a letter & 31 */

/* Whether a word may be a particle by its first two bytes. */
static inline bool
capital_may_be_particle(const char *p)
{
	unsigned char first = (unsigned char)p[0], second = (unsigned char)p[1];

	return (first >> 5 == 3) & (second >> 5 == 3)
	    & (capital_particles[first & 31] >> (second & 31));
}

/* Whether a word is a particle of a name. */
bool capital_is_particle(struct span);

/* The next word from `at` on that begins with a capital, or `to`. */
size_t capital_next(const struct scan *, size_t at, size_t to);

/*
 * The next capitalised word in from..to behind which another one stands, or
 * what may be a particle of a name; or `to`.
 */
size_t capital_next_pair(const struct scan *, size_t from, size_t to);

#endif
