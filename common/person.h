/* SPDX-License-Identifier: ISC */
/*
 * person - the personal names of a document, and whom a mention means
 *
 * A name is two capitalised words or more in a row, titles and ranks left
 * off. The latest PERSON_COUNT different ones are kept, found again by surname
 * or given name. A table serves all documents of a run, one after another.
 */
#ifndef PERSON_H
#define PERSON_H

#include "cue.h"

#define PERSON_COUNT 4096 /* a power of two */
#define PERSON_BYTES 64

struct person {
	uint64_t given, surname;    /* hashes of the first and last word */
	size_t older_given, older_surname; /* numbers of names before it */
	size_t count;               /* how often it was met */
	uint8_t n_words, n;
	char text[PERSON_BYTES];
};

/* Owns its table. */
struct people {
	struct person *name;           /* a ring: number % PERSON_COUNT */
	size_t *by_given, *by_surname; /* the latest number for a hash */
	size_t next;                   /* the number of the next name */
	size_t first;                  /* .. and of this document's first */
	const struct cues *cues;       /* borrowed */
};

void person_begin(struct people *, const struct cues *);
void person_end(struct people *);

/* Forgets all names: a new document begins. */
void person_forget(struct people *);

/* Takes in the names of a text. */
void person_learn(struct people *, size_t lang, const struct scan *,
    size_t from, size_t to);

/*
 * The fullest name of the person that the noun phrase from..to names, or
 * nothing where it names none ("the committee"). It is borrowed from the text
 * or the table, until the next person_learn or person_forget.
 */
struct span person_name(const struct people *, size_t lang, const struct scan *,
    size_t from, size_t to);

#endif
