/* SPDX-License-Identifier: ISC */
/*
 * dialogue - whose turn it is where paragraphs of speech alternate
 *
 * A turn is a block that begins with a quotation. In a dialogue, who speaks
 * in a turn that does not tell is who spoke two turns before, or after. That
 * a document has dialogue is voted by neighbouring turns that tell: in news,
 * one paragraph of quotation mostly goes on with the speaker of the last.
 */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "quote.h"
#include "speaker.h"

struct place {
	size_t start, end; /* in the window; none where these are equal */
};

struct attribution {
	struct place speaker, cue;
	struct place via; /* the outer source, of a report in a report */
	struct place antecedent; /* of a pronoun: who it may mean */
	uint8_t how;      /* enum speaker_how */
	size_t distance;  /* tokens between the cue and the quotation */
	bool inside;      /* words of its sentence stand before it */
	bool pronoun;     /* the speaker is one: "he" */
	bool borrowed;    /* the speaker is of another paragraph */
	size_t origin;    /* the quotation whose speaker this is */
	struct span name; /* of the speaker; for who finds it out */
	int weight;    /* of what speaks for speech; negative: against */
	bool speech;   /* else only mentioned: a title, a scare quote */
	const char *reason; /* why it is what it is */
};

struct turn {
	size_t quote; /* its first */
	const struct attribution *speaker; /* or null */
	bool next;    /* it follows the turn before directly */
};

/* Owns its array. An empty one is all zero. */
struct dialogue {
	/* private */
	struct turn *turn;
	size_t n, cap;
	size_t n_turns, n_runs; /* votes: another speaker, the same */
};

/* Forgets the votes: a new document begins. */
void dialogue_begin(struct dialogue *);

/* Gives turns that only borrowed a speaker the one whose turn it is. */
void dialogue_find(struct dialogue *, struct attribution *,
    const struct quotes *, const struct scan *, const struct block *);

void dialogue_end(struct dialogue *);

#endif
