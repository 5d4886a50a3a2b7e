/* SPDX-License-Identifier: ISC */
/*
 * person - the persons of a document by their names, and whom a name means
 *
 * The latest PERSON_COUNT different names are kept, found again by surname or
 * given name. A table serves all documents of a run, one after another.
 * Persons are known by number; 0 is nobody, and a number may be forgotten.
 */
#ifndef PERSON_H
#define PERSON_H

#include "name.h"
#include "nickname.h"

#define PERSON_COUNT 4096 /* a power of two */
#define PERSON_BYTES 64
#define PERSON_SLOTS 8192 /* of a hash table; a power of two */
#define PERSON_TRIES 16   /* names of a chain that are looked at */
#define PERSON_FAMILIAR 19
#define PERSON_UNMARRIED 6

/* Titles that tell two of a surname apart. */
enum title {
	TITLE_NONE, TITLE_MISTER, TITLE_MISTRESS, TITLE_MISS
};

/* What is looked at for each name in a chain: a cache line. */
struct person {
	uint64_t whole;             /* hash of all words and of a Mr. or Mrs. */
	size_t older_given, older_surname; /* numbers of names before it */
	uint32_t given, surname;    /* of hashes; given: of the full form */
	uint32_t form, rank;        /* given name as it is; title, as Dr. */
	uint32_t count;             /* how often it was met */
	uint16_t he, she;           /* votes on the sex */
	uint16_t spoken;            /* how often it was met as a speaker */
	char first;                 /* the given name's first byte */
	uint8_t titles;             /* met with: bits, 1 << enum title */
	uint8_t n_words, n;         /* of the text, bytes */
	uint8_t title_bytes;        /* .. of these: "Mr. " */
	bool initial;               /* the given name is one: "J." */
	bool suffix, organisation;
	bool formal;                /* was met as a surname: "Captain Bell" */
	bool inside;                /* was met inside a sentence */
	bool given_known;           /* in the lists of given names */
	bool shouted;               /* its text has no small letter */
};

/* Owns its tables. */
struct people {
	struct person *name;           /* a ring: number % PERSON_COUNT */
	char (*text)[PERSON_BYTES];    /* of each */
	size_t *by_given, *by_surname; /* the latest number for a hash */
	size_t next;                   /* the number of the next name */
	size_t oldest;                 /* .. of the oldest one that is kept */
	uint64_t familiar[PERSON_FAMILIAR];   /* hashes of titles */
	uint64_t unmarried[PERSON_UNMARRIED];
};

void person_begin(struct people *);
void person_end(struct people *);

/* Forgets all names: a new document begins. */
void person_forget(struct people *);

/* Takes in the names of a text that are more than a word. */
void person_learn(struct people *, const struct name_text *, size_t from,
    size_t to);

/* Takes in a name; the number of its person. */
size_t person_meet(struct people *, const struct name_text *,
    const struct name *);

/*
 * The name of a person: titles left off, but for a "Mrs." that tells her from
 * another of that surname. Nothing for nobody. It is borrowed from the table,
 * until a name is taken in or forgotten.
 */
struct span person_name(const struct people *, size_t number);

/* What is known of a person, or null. */
static inline const struct person *
person_at(const struct people *people, size_t number)
{
	return number < people->oldest ? NULL
	    : &people->name[number % PERSON_COUNT];
}

/* The title of a name, and whether it may stand before a given name. */
enum title person_title(const struct people *, const struct name *);
bool person_is_familiar(const struct people *, const struct name *);

/* CUE_HE, CUE_SHE, CUE_IT (an organisation) or CUE_NONE. */
enum cue_kind person_sex(const struct people *, size_t number);
enum cue_kind person_sex_of(const struct person *);

/* Counts that somebody speaks. */
void person_speaks(struct people *, size_t number);

/* How often somebody was told to speak. */
static inline size_t
person_spoken(const struct people *people, size_t number)
{
	const struct person *p = person_at(people, number);

	return p == NULL ? 0 : p->spoken;
}

/* Whether a name is a person's for sure: by a given name, a title, a speech. */
bool person_is_known(const struct people *, size_t number);

/* Of the hash of a person's rank or office: "captain". Or 0. */
static inline uint32_t
person_rank(const struct people *people, size_t number)
{
	const struct person *p = person_at(people, number);

	return p == NULL ? 0 : p->rank;
}

/* Counts a pronoun that seems to mean a person: CUE_HE or CUE_SHE. */
void person_vote(struct people *, size_t number, enum cue_kind sex);

#endif
