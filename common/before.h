/* SPDX-License-Identifier: ISC */
/*
 * before - who speaks, by a verb before the quotation: Smith said: ".."
 */
#ifndef BEFORE_H
#define BEFORE_H

#include "speaker.h"

/* Whether chunks low..k of the passage tell who says what follows. */
bool before_find(const struct passage *, size_t k, struct speaker *);

#endif
