/* SPDX-License-Identifier: ISC */
/*
 * stop - whether a full stop ends its sentence or belongs to its word: "Mr."
 */
#ifndef STOP_H
#define STOP_H

#include "sentence.h"

/*
 * Whether the stop at a byte before `to` ends its sentence; `last` is the token
 * that was read before it, or null.
 */
bool stop_ends_sentence(const struct sentence_text *,
    const struct token *last, size_t at, size_t to);

#endif
