/* SPDX-License-Identifier: ISC */
/*
 * wording - what the words of a quotation tell by themselves
 */
#ifndef WORDING_H
#define WORDING_H

#include "fact.h"
#include "hint.h"
#include "sentence.h"

/* The facts of the words; inside: other words of the sentence precede them. */
uint64_t wording_read(const struct sentence_text *, const struct hints *,
    const struct quote *, bool inside);

/* Whether start..end is written as headlines may be: "Film Fans Flock To". */
bool wording_is_headline(const struct sentence_text *, size_t start,
    size_t end);

#endif
