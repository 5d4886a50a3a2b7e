/* SPDX-License-Identifier: ISC */
/*
 * near_state - the records of a near ring as a section of a state
 *
 *	record  8  low half: words of the block; above: NEAR_OPEN, NEAR_PLACED
 *	       16  its place, as naming.h tells; with NEAR_PLACED alone
 *	           its terms, two to a number, the first one low; 0 behind the last
 *
 * What the ring finds them by is made anew. Out of memory ends the program.
 */
#ifndef NEAR_STATE_H
#define NEAR_STATE_H

#include "naming.h"
#include "near.h"

/* Writes the section; with the places if naming is not null. */
void near_save(const struct near_ring *, struct state_writer *,
    struct naming *);

struct near_wanted {
	bool places; /* else all have the unknown one */
	bool unlike; /* only what nothing in the ring is like */
};

/* Adds the records of a section that was just begun. */
void near_load(struct near_ring *, struct state_reader *,
    struct naming_reader *, struct near_wanted);

/* Passes over such a section; how many records it has. */
bool near_count(struct state_reader *, uint64_t *n);

#endif
