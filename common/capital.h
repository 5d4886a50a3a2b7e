/* SPDX-License-Identifier: ISC */
/*
 * capital - where capitalised words stand, and where two in a row
 *
 * Borrows all; nothing here fails.
 */
#ifndef CAPITAL_H
#define CAPITAL_H

#include "scan.h"
#include "utf8.h"

/* Whether the word that starts at `at` begins with a capital. */
static inline bool
capital_is_at(const struct scan *s, size_t at)
{
	return utf8_is_upper(s->text + at, s->len - at);
}

/* The next word from `at` on that begins with a capital, or `to`. */
size_t capital_next(const struct scan *, size_t at, size_t to);

/*
 * Where the run's next word would start, behind a word that ends at `end`: a
 * space or line break may stand between, and a dot before it if the word may
 * be cut short ("J. Smith", "Dr. Smith").
 */
static inline size_t
capital_follower(const struct scan *s, size_t end, size_t to, bool short_word)
{
	if (end < to && short_word && s->text[end] == '.')
		end++;
	if (end < to && (s->text[end] == ' ' || s->text[end] == '\n'))
		end++;
	return end;
}

/*
 * The next word from `at` on that begins with a capital and that another such
 * word follows, or `to`. Words that hyphens join are one, but it may be the
 * second of these that is found.
 */
size_t capital_pair(const struct scan *, size_t at, size_t to);

/* The same, a word at a time, for tests. */
size_t capital_pair_plain(const struct scan *, size_t at, size_t to);

#endif
