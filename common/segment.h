/* SPDX-License-Identifier: ISC */
/*
 * segment - Chinese and Japanese text as tokens
 *
 * Nothing stands between words there. A token is the longest entry of the
 * language's list that begins where the last one ended, else one character, a
 * word of ASCII or a number; a quotation is one token. Stops, commas, colons
 * and brackets of either width are seen as the same.
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "sentence.h"

/*
 * Appends the tokens of from..to. The quotations start at index *quote, which
 * is moved behind those passed.
 */
void segment_read(struct sentences *, const struct sentence_text *,
    size_t from, size_t to, size_t *quote);

enum segment_script { SCRIPT_OTHER, SCRIPT_HIRAGANA, SCRIPT_KATAKANA };

/* The script of a token's first character. */
enum segment_script segment_script(const struct sentence_text *,
    const struct token *);

/* Whether all of from..to is Han or katakana, as names are. */
bool segment_is_name(const struct sentence_text *, size_t from, size_t to);

#endif
