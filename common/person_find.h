/* SPDX-License-Identifier: ISC */
/*
 * person_find - whom a name or a noun phrase means
 *
 * A surname means the person of that surname who was met most; a given name
 * alone, or a form of it, the person with that; "Mrs. Bell" no Miss Bell, and
 * "Bell" no "Bell Street" that was met once.
 */
#ifndef PERSON_FIND_H
#define PERSON_FIND_H

#include "person.h"

/* The person whom a name means, by his or her fullest one; or nobody. */
size_t person_find(const struct people *, const struct name *);

/*
 * The person whom the noun phrase from..to names, who is taken in if need be,
 * or nobody ("the committee").
 */
size_t person_in(struct people *, const struct name_text *, size_t from,
    size_t to);

#endif
