/* SPDX-License-Identifier: ISC */
/*
 * noun - where a noun phrase ends: "the old mayor", "Ann Bell", "he"
 */
#ifndef NOUN_H
#define NOUN_H

#include "tag.h"

/*
 * The end of the noun phrase that begins at `first`; `first` if none does.
 * `follows` tells that another one ends there, so that a verb is likelier.
 */
size_t noun_end(const struct tag_text *, size_t first, bool follows);

#endif
