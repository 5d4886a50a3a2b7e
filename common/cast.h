/* SPDX-License-Identifier: ISC */
/*
 * cast - who was spoken of last, and so who "he", "she" and "the judge" are
 *
 * A short list of actors, the one spoken of last first: persons by their
 * names, others by their descriptions ("the old man").
 */
#ifndef CAST_H
#define CAST_H

#include "attribution.h"
#include "mention.h"

#define CAST_COUNT 8
#define CAST_ROLES 16

struct actor {
	uint64_t id;       /* the same for the same one; 0: nobody */
	size_t person;     /* or 0: only described */
	uint8_t sex;       /* CUE_HE, CUE_SHE, CUE_IT, .., or CUE_NONE */
	bool known;        /* a person for sure */
	bool general;      /* "the girl": a person with a name, may be */
	struct place place; /* in the window, where it was named last */
};

/* An office that an apposition gave to a person: "her lawyer, Ann Bell". */
struct role {
	uint64_t word; /* a hash */
	size_t person;
};

/* An empty one is all zero. */
struct cast {
	struct actor actor[CAST_COUNT];
	size_t n;
	struct role role[CAST_ROLES]; /* a ring */
	size_t n_roles;
	unsigned age;     /* cost of each actor spoken of since */
	uint64_t speaker; /* who spoke last in the paragraph, in news */
	size_t next; /* the mention that was not read yet */
};


/* Forgets all: a new document begins. */
void cast_begin(struct cast *);

/* A document's memory goes on with the mentions of a further window. */
void cast_begin_window(struct cast *);

/* Puts an actor first, or, if only somebody is spoken of, second. */
void cast_bring(struct cast *, const struct actor *, bool subject);

/* Reads the mentions before a byte. */
void cast_read(struct cast *, const struct mention_text *,
    const struct mentions *, size_t to);

/*
 * The cost of meaning a further actor by a pronoun (CUE_HE, CUE_SHE), or by
 * nothing (CUE_NONE): 0 for the likeliest.
 */
unsigned cast_cost(const struct actor *, size_t rank, enum cue_kind pronoun);

/* The likeliest actor that a pronoun means, or null. */
const struct actor *cast_choose(const struct cast *, enum cue_kind pronoun);

/* Who a speaker is by his or her own words, not by a pronoun. */
struct actor cast_actor(struct cast *, const struct mention_text *,
    struct place);

/* The kind of the speaker's pronoun, or CUE_NONE. */
enum cue_kind cast_pronoun(const struct mention_text *, struct place);

#endif
