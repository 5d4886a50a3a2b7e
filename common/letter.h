/* SPDX-License-Identifier: ISC */
/*
 * letter - which characters belong to words, and which mark or end sentences
 *
 * Of ASCII, only letter_is knows. Nothing here allocates or fails.
 */
#ifndef LETTER_H
#define LETTER_H

#include <stdbool.h>
#include <stdint.h>

/* Whether code is a letter, digit or mark that belongs to words. */
bool letter_is(uint32_t code);

/*
 * Whether a letter is of a script without spaces: a word of its own; Han from
 * U+4000 to U+9FFF aside.
 */
bool letter_is_word(uint32_t code);

/* Whether it is a quotation mark or apostrophe. */
bool letter_is_mark(uint32_t code);

/* Whether it ends sentences. */
bool letter_is_stop(uint32_t code);

#endif
