/* SPDX-License-Identifier: ISC */
/*
 * name - the personal names of a document, and whom a mention means
 *
 * A name is two capitalised words or more in a row, titles and ranks left
 * off. The latest NAME_COUNT different ones are kept, found again by surname
 * or given name. A table serves all documents of a run, one after another.
 */
#ifndef NAME_H
#define NAME_H

#include "cue.h"

#define NAME_COUNT 4096 /* a power of two */
#define NAME_BYTES 64

struct name {
	uint64_t given, surname;    /* hashes of the first and last word */
	size_t older_given, older_surname; /* numbers of names before it */
	size_t count;               /* how often it was met */
	uint8_t n_words, n;
	char text[NAME_BYTES];
};

/* Owns its table. */
struct names {
	struct name *name;          /* a ring: number % NAME_COUNT */
	size_t *by_given, *by_surname; /* the latest number for a hash */
	size_t next;                /* the number of the next name */
	size_t first;               /* .. and of this document's first */
	const struct cues *cues;    /* borrowed */
};

void name_begin(struct names *, const struct cues *);
void name_end(struct names *);

/* Forgets all names: a new document begins. */
void name_forget(struct names *);

/* Takes in the names of a text. */
void name_learn(struct names *, size_t lang, const struct scan *, size_t from,
    size_t to);

/*
 * The fullest name of the person that the noun phrase from..to names, or
 * nothing where it names none ("the committee"). It is borrowed from the text
 * or the table, until the next name_learn or name_forget.
 */
struct span name_of(const struct names *, size_t lang, const struct scan *,
    size_t from, size_t to);

#endif
