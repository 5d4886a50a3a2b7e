/* SPDX-License-Identifier: ISC */
/*
 * credit - whom a picture is from, at the end of a text or all of it
 *
 * "Boats at low tide. Photo: A. Person/Agency", "(Picture: Agency)", "© A.
 * Person", "A. Person/Agency". The words for pictures and the agencies are the
 * lexicon's; the marks between them are found here. Nothing allocates or fails.
 */
#ifndef CREDIT_H
#define CREDIT_H

#include "lexicon.h"

enum credit_form {
	CREDIT_LABEL = 1, /* a colon, or slash, behind a word for pictures */
	CREDIT_SLASH = 2, /* a slash between two names */
	CREDIT_SIGN = 4,  /* a copyright sign */
	CREDIT_PAREN = 8  /* such a word inside of parentheses at the end */
};

#define CREDIT_BYTES 96 /* at the end of a text that are looked at */

/*
 * The forms at the end of the text start..end, as bits; `kinds` are the
 * lexicon's kinds of words for pictures, as bits.
 */
unsigned credit_forms(const struct scan *, size_t start, size_t end,
    const struct lexicon *, uint32_t kinds);

#endif
