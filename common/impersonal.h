/* SPDX-License-Identifier: ISC */
/*
 * impersonal - what speaks where "it" does: "im Bericht heißt es, .."
 */
#ifndef IMPERSONAL_H
#define IMPERSONAL_H

#include "passage.h"

/*
 * The noun of the place that verb v names for the pronoun in chunk `noun`, its
 * subject; that pronoun itself where none is named.
 */
size_t impersonal_source(const struct passage *, size_t noun, size_t v);

#endif
