/* SPDX-License-Identifier: ISC */
/*
 * phrase - where the noun phrase of a speaker begins and ends
 *
 * Phrases are ranges of tokens. There is no grammar behind this: a phrase
 * runs as far as no word and no mark stands that can't be inside one.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "sentence.h"

/* Tokens first..end; none where these are equal. */
struct phrase {
	size_t first, end;
};

static inline bool
phrase_is_empty(struct phrase p)
{
	return p.first == p.end;
}

/* Whether a token is a verb of the lists here, not a noun of that form. */
bool phrase_is_cue(const struct token *, size_t at, size_t low);

/* The subject of the verb at `verb`, which begins no further left than low. */
struct phrase phrase_before(const struct token *, size_t low, size_t verb);

/* The phrase from `first` on: the subject of a verb that stands before. */
struct phrase phrase_after(const struct token *, size_t first, size_t high);

/*
 * Whether what stands before the verb in its part of the clause only leads in
 * ("On Monday", "In a speech at the port"), so that its subject may follow.
 */
bool phrase_leads_in(const struct token *, size_t low, size_t verb);

/* The first phrase of the sentence low..high that may be its subject. */
struct phrase phrase_first(const struct token *, size_t low, size_t high);

#endif
