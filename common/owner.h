/* SPDX-License-Identifier: ISC */
/*
 * owner - whose words they are, by a noun of saying: "her remark that ..",
 * "Bell's call for ..", Bell's ".." promise
 */
#ifndef OWNER_H
#define OWNER_H

#include "speaker.h"

/* Whether the noun in chunk i, before quotation k, has an owner who speaks. */
bool owner_before(const struct passage *, size_t i, size_t k,
    struct speaker *);

/* The same by what stands on both sides of quotation k. */
bool owner_around(const struct passage *, size_t k, struct speaker *);

#endif
