/* SPDX-License-Identifier: ISC */
/*
 * attribution - who said a quotation, by the words around it
 *
 * The sentence is looked at first, then the paragraph, then the one before.
 * Only paragraphs that hold quotations are read at all.
 */
#ifndef ATTRIBUTION_H
#define ATTRIBUTION_H

#include "around.h"
#include "hint.h"
#include "paragraph.h"
#include "window.h"

struct place {
	size_t start, end; /* in the window; none where these are equal */
};

struct attribution {
	struct place speaker, cue;
	struct place via; /* the outer source, of a report in a report */
	uint8_t how;      /* enum speaker_how */
	size_t distance;  /* tokens between the cue and the quotation */
	bool inside;      /* words of its sentence stand before it */
	bool pronoun;     /* the speaker is one: "he" */
	bool borrowed;    /* the speaker is of another paragraph */
	size_t origin;    /* the quotation whose speaker this is */
	size_t person;    /* the speaker's number, for who finds it out */
	struct span name; /* .. or name, where no number is given */
	int weight;    /* of what speaks for speech; negative: against */
	bool speech;   /* else only mentioned: a title, a scare quote */
	const char *reason; /* why it is what it is */
};

/* Owns its arrays. An empty one is all zero. */
struct attributions {
	struct attribution *of; /* one for each of the quotations */
	size_t n, cap;
	bool scored; /* by the caller: weights and reasons are wanted, too */
	size_t n_votes;                /* for the usual marks .. */
	size_t votes[MARK_FAMILIES];   /* .. and each family's */

	/* private */
	struct paragraph paragraph;
	struct chunks chunks;
	struct around around;
};

/* Attributes the quotations of a window. */
void attribution_find(struct attributions *, const struct sentence_text *,
    const struct window *);

void attribution_end(struct attributions *);

#endif
