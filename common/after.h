/* SPDX-License-Identifier: ISC */
/*
 * after - who speaks, by a verb behind the quotation: ".." said Smith
 */
#ifndef AFTER_H
#define AFTER_H

#include "speaker.h"

/*
 * Whether chunks first..high of the passage tell who says what stands before:
 * as far as a sentence goes on over further quotations.
 */
bool after_find(const struct passage *, size_t first, struct speaker *);

#endif
