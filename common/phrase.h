/* SPDX-License-Identifier: ISC */
/*
 * phrase - the words that name a speaker, around the noun that is the subject
 *
 * What belongs to it: nouns joined to it by "and", "of the ministry", a name
 * in apposition ("its secretary, Lea Winter"); not titles behind the name, nor
 * relative clauses.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "chunk.h"

/* Tokens first..end; none where these are equal. */
struct phrase {
	size_t first, end;
};

static inline bool
phrase_is_empty(struct phrase p)
{
	return p.first == p.end;
}

/*
 * The phrase of noun chunk i, within chunks low..high; before a verb ("the man
 * at the door said") a preposition's phrase belongs to it, else hardly ("said
 * the man at dinner").
 */
struct phrase phrase_of(const struct chunk *, size_t low, size_t i,
    size_t high, bool before_verb);

#endif
