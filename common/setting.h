/* SPDX-License-Identifier: ISC */
/*
 * setting - what the words around a quotation tell about it
 */
#ifndef SETTING_H
#define SETTING_H

#include "attribution.h"
#include "fact.h"
#include "passage.h"

/* Counts which marks are usual in a window. */
void setting_vote(struct attributions *, const struct quotes *);

/*
 * The facts around chunk k, a quotation of the passage's sentence that is
 * attributed. Those before it are judged already.
 */
uint64_t setting_read(const struct attributions *, const struct passage *,
    size_t k, const struct block *);

#endif
