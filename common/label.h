/* SPDX-License-Identifier: ISC */
/*
 * label - who speaks, where no verb tells: labels before a quotation and
 * signatures behind it
 */
#ifndef LABEL_H
#define LABEL_H

#include "speaker.h"

/* "Smith: .."; "Smith had an answer: .." */
bool label_find(const struct passage *, size_t k, struct speaker *);

/* A headline's: "Smith: Town hall is 'falling down'" */
bool label_of_heading(const struct passage *, size_t k, struct speaker *);

/* "A quiet night - Smith: .." */
bool label_of_credit(const struct passage *, size_t k, struct speaker *);

/*
 * ".." - Smith, where the words behind the dash begin at chunk i and what is
 * behind the quotation at chunk first.
 */
bool label_of_signature(const struct passage *, size_t first, size_t i,
    struct speaker *);

#endif
