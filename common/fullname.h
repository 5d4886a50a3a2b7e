/* SPDX-License-Identifier: ISC */
/*
 * fullname - a name as it is shown: on one line, without a nickname in marks
 */
#ifndef FULLNAME_H
#define FULLNAME_H

#include "span.h"

/*
 * Copies a name, which has no space behind another, to a place that has room
 * for all of it; the bytes there. The plain way does the same byte by byte.
 */
size_t fullname_copy(char *to, struct span text);
size_t fullname_copy_plain(char *to, struct span text);

/* Whether a text has no small letter. */
bool fullname_is_shouted(struct span text);

#endif
