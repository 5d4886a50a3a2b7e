/* SPDX-License-Identifier: ISC */
/*
 * turn - paragraphs of speech, and whether they are turns of dialogues
 *
 * A turn is the speech of a paragraph, as far as it tells of one speaker. That
 * a document has dialogue is voted by neighbouring turns that tell: in news,
 * one paragraph of quotation mostly goes on with the speaker of the last.
 */
#ifndef TURN_H
#define TURN_H

#include "cast.h"

#define TURN_CHOICES 6

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
	struct actor choice[TURN_CHOICES];
	unsigned cost[TURN_CHOICES];
	size_t n;
	uint8_t from[TURN_CHOICES][TURN_CHOICES]; /* the best way */
};

struct turn_text {
	const struct attribution *of;
	const struct quotes *quotes;
	const struct scan *scan;
	const struct block *block;
};

/* Owns its array. An empty one is all zero. */
struct turns {
	struct turn *turn;
	size_t n, cap;
	/* private */
	size_t n_turns, n_runs; /* votes: another speaker, the same */
	size_t n_next, n_blocks; /* turns next to one; blocks they are in */
};

/* Forgets the votes: a new document begins. */
void turn_begin(struct turns *);

/* Lists the turns of a window, and takes in their votes. */
void turn_find(struct turns *, const struct turn_text *);

/* Whether the document has dialogue, by the votes so far. */
bool turn_is_usual(const struct turns *);

void turn_end(struct turns *);

#endif
