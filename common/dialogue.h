/* SPDX-License-Identifier: ISC */
/*
 * dialogue - who speaks, by name: in news one quotation after another, in
 * fiction by the turns of each dialogue
 *
 * A turn is a paragraph's speech. That a document has dialogue is voted by
 * neighbouring turns that tell: in news, one paragraph of quotation mostly
 * goes on with the speaker of the last. A dialogue is a run of turns with
 * little between them; its speakers are those for whom it costs least that
 * somebody speaks twice, that a third one does, that "she" is somebody who
 * was not spoken of just now, that one is addressed by his own name.
 */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "cast.h"

#define DIALOGUE_CHOICES 6

struct turn {
	size_t first, end;      /* quotations */
	size_t told;            /* the one that tells the speaker .. */
	bool is_told;           /* .. if one does */
	uint8_t pronoun;        /* CUE_HE, CUE_SHE: that tells no more */
	bool led;               /* words before it are about somebody */
	bool next;              /* it follows the turn before directly */
	bool begins;            /* .. or after what ends a dialogue */
	struct actor acts;      /* whom the paragraph's own words are about */
	uint8_t acts_pronoun;   /* .. or what "he" or "she" */
	size_t addressed;       /* a person, or 0 */
	struct actor choice[DIALOGUE_CHOICES];
	unsigned cost[DIALOGUE_CHOICES];
	size_t n;
	uint8_t from[DIALOGUE_CHOICES][DIALOGUE_CHOICES]; /* the best way */
};

/* Owns its arrays. An empty one is all zero. */
struct dialogue {
	/* private */
	struct turn *turn;
	size_t n, cap;
	size_t n_turns, n_runs; /* votes: another speaker, the same */
	struct cast cast;
	struct mentions mentions;
};

/* Forgets the votes and the cast: a new document begins. */
void dialogue_begin(struct dialogue *);

/*
 * Finds the persons who speak the quotations, and gives turns that only
 * borrowed a speaker the one whose turn it is.
 */
void dialogue_find(struct dialogue *, struct attribution *,
    const struct quotes *, struct people *, const struct name_text *,
    const struct block *);

void dialogue_end(struct dialogue *);

#endif
