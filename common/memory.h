/* SPDX-License-Identifier: ISC */
/*
 * memory - what dedupe-related knows of the blocks it has seen, and the state
 * file that keeps it: all fingerprints, and the rings of the latest records
 *
 * Each of its parts is a section of the state. A record there may have its
 * place behind it, and is PLACE_BYTES longer then.
 *
 * Owns its parts; out of memory ends the program.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "naming.h"
#include "near.h"
#include "seen.h"
#include "teaser.h"

struct memory {
	struct seen seen;
	struct teaser_ring teasers;
	struct near_ring near;
};

/*
 * A memory of all fingerprints and at most `teasers` and `near` of the other
 * records.
 */
void memory_begin(struct memory *, size_t teasers, size_t near, bool places);
void memory_end(struct memory *);

/*
 * Adds what a state holds. Where places are kept, the documents that it names
 * are added to the sources; what has no place in the state gets the one that
 * is given. Returns null, or why the file can't be used; the memory is then
 * of no use either. A file that is not there is an error, *absent where it is
 * not null tells it.
 */
const char *memory_load(struct memory *, const char *path, struct sources *,
    struct place, bool *absent);

/* The same, but of the fingerprints nothing is added. */
const char *memory_load_rings(struct memory *, const char *path,
    struct sources *, struct place);

/*
 * Saves it all, where the sources are not null with the places, which must be
 * kept. 0, or an errno value, and then the old file is whole.
 */
int memory_save(const struct memory *, const char *path,
    const struct sources *);

/* How many sections memory_save makes. */
uint32_t memory_sections(bool places);

/* Begins the section of n fingerprints. */
void memory_begin_exact(struct state_writer *, uint64_t n, bool places);

/* Saves all sections but the fingerprints; places if naming is not null. */
void memory_save_rings(const struct memory *, struct state_writer *,
    struct naming *);

/* Reads fingerprints, whose section was begun, one after the other. */
struct memory_exact {
	bool placed;             /* the section has places .. */
	struct naming_reader *names; /* .. which are read if not null */
	uint64_t last;
	struct place place;
};

/* False if the section can't be one of fingerprints. */
bool memory_exact_begin(struct memory_exact *, struct state_reader *,
    const struct state_section *, struct naming_reader *);

/* Sets .last and .place to the next; false, too, behind the last one. */
bool memory_exact_next(struct memory_exact *, struct state_reader *);

#endif
