/* SPDX-License-Identifier: ISC */
/*
 * dialogue - who speaks, by name: in news one quotation after another, in
 * fiction by the turns of each dialogue
 *
 * A dialogue is a run of turns with little between them; its speakers are
 * those for whom it costs least that somebody speaks twice, that a third one
 * does, that "she" is somebody who was not spoken of just now, that one is
 * addressed by his own name.
 */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "choice.h"

/* Owns its arrays. An empty one is all zero. */
struct dialogue {
	/* private */
	struct turns turns;
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
