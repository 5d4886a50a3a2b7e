/* SPDX-License-Identifier: ISC */
/*
 * capital - words that begin with a capital: where names are looked for
 */
#ifndef CAPITAL_H
#define CAPITAL_H

#include "scan.h"

/* Whether the word that starts at a byte begins with a capital. */
bool capital_is(const struct scan *, size_t at);

/* The next word from `at` on that begins with a capital, or `to`. */
size_t capital_next(const struct scan *, size_t at, size_t to);

/*
 * The next capitalised word in from..to behind which another one stands, or
 * what may be a particle of a name; or `to`.
 */
size_t capital_next_pair(const struct scan *, size_t from, size_t to);

#endif
