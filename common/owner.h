/* SPDX-License-Identifier: ISC */
/*
 * owner - whose words they are, by a noun of saying: "her remark that ..",
 * "Bell's call for ..", Bell's ".." promise
 */
#ifndef OWNER_H
#define OWNER_H

#include "speaker.h"

/* Whether a chunk is of saying, or a verb of that form: "a promise". */
static inline bool
owner_is_utterance(const struct chunk *c)
{
	return cue_is_of(c->kind, CUE_SET(CUE_UTTERANCE) | CUE_SET(CUE_WEAK)
	    | CUE_SET(CUE_STRONG) | CUE_SET(CUE_TELL));
}

/* Whether the noun in chunk i, before quotation k, has an owner who speaks. */
bool owner_before(const struct passage *, size_t i, size_t k,
    struct speaker *);

/* The same by what stands on both sides of quotation k. */
bool owner_around(const struct passage *, size_t k, struct speaker *);

#endif
