/* SPDX-License-Identifier: ISC */
/*
 * fault - what goes wrong in a filter: said on stderr, and kept as its status
 *
 * A rehearsal (filter.h) is silent: what is wrong is met again.
 */
#ifndef FAULT_H
#define FAULT_H

#include "filter.h"

#define FAULT_STDOUT "standard output"

/* The filter will end with this status, or a higher one. */
void fault_note(struct filter *, int status);

void fault_complain(struct filter *, const char *what, size_t record,
    const char *reason);

/* Nothing more can be done: says why and lets all loops run out. */
void fault_stop(struct filter *, const char *what, const char *reason);

/* Whether all that was written so far could be; else it stops. */
bool fault_check(struct filter *);

#endif
