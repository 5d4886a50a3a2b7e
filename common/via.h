/* SPDX-License-Identifier: ISC */
/*
 * via - the outer source of a report in a report: "Orr said Bell had told
 * them "..""; "..", Bell said, according to Orr
 */
#ifndef VIA_H
#define VIA_H

#include "speaker.h"

/* Sets the via of a speaker that was found. */
void via_find(const struct passage *, struct speaker *);

/*
 * Whether what is left of chunk i is another clause than one in which what is
 * right of it is told.
 */
bool via_ends_clause(const struct passage *, size_t i);

#endif
