/* SPDX-License-Identifier: ISC */
/*
 * prodrop - a cue whose subject is left out, as in Spanish: "..", afirma.
 */
#ifndef PRODROP_H
#define PRODROP_H

#include "passage.h"

/* The cue directly beside quotation k, if its language leaves subjects out. */
struct phrase prodrop_cue(const struct passage *, size_t k);

#endif
