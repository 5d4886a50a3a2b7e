/* SPDX-License-Identifier: ISC */
/*
 * naming - the documents that the places in a state are in
 *
 * In memory a place has the number of one of the run's sources. A state has
 * the names of those documents alone that a place in it is in, numbered from 0
 * in the order in which they first come there:
 *
 *	place    8  number of the document; all bits: not known
 *	         8  start
 *	document 8  bytes of its name
 *	            the name, and NULs up to a multiple of 8
 *
 * Out of memory ends the program.
 */
#ifndef NAMING_H
#define NAMING_H

#include "seen.h"
#include "sources.h"
#include "state.h"

#define PLACE_EIGHTS 2
#define PLACE_BYTES (8 * PLACE_EIGHTS)

/* The documents of a state that is being written. */
struct naming {
	const struct sources *sources;

	/* private */
	uint64_t *number; /* from 1, of each source that is named; else 0 */
	size_t *named, n; /* sources, in the order of their numbers */
};

/* Borrows the sources. All the memory that is needed is taken here. */
void naming_begin(struct naming *, const struct sources *);
void naming_end(struct naming *);

/* Sets the numbers that stand for a place, of no document for a wrong one. */
void naming_place(struct naming *, struct place, uint64_t *x);

/* Writes the section of all documents that were named. */
void naming_save(const struct naming *, struct state_writer *);

/* The documents of a state that is being read, added to the sources. */
struct naming_reader {
	struct sources *sources;
	struct place unknown; /* what stands for a place that is not known */

	/* private */
	size_t first;         /* the source that is document 0 */
	uint64_t need;        /* documents that the places speak of */
};

/* The sources may be null where no places are read. */
void naming_reader_begin(struct naming_reader *, struct sources *,
    struct place unknown);

/* The place that the numbers stand for. */
struct place naming_read_place(struct naming_reader *, const uint64_t *x);

/* Adds the documents of a section that was just begun. */
void naming_load(struct naming_reader *, struct state_reader *);

/*
 * Passes over such a section; how many documents it has. False as the calls
 * of state.h.
 */
bool naming_count(struct state_reader *, uint64_t *n);

/* Whether all documents that the places spoke of were there. */
bool naming_complete(const struct naming_reader *);

#endif
