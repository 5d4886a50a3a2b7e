/* SPDX-License-Identifier: ISC */
/*
 * speaker - who says a quotation, by the words of its sentence
 */
#ifndef SPEAKER_H
#define SPEAKER_H

#include "passage.h"

/* The pattern that decided. */
enum speaker_how {
	HOW_NONE,      /* nobody is named */
	HOW_AFTER,     /* ".." she said; ".." said Smith */
	HOW_BEFORE,    /* Smith said: ".."; Smith called it ".." */
	HOW_COLON,     /* Smith: ".." */
	HOW_ACCORDING, /* according to Smith, .. */
	HOW_DASH,      /* ".." - Smith */
	HOW_SUBJECT,   /* the sentence's subject; there is no cue */
	HOW_TURN,      /* who spoke before the last one, in a dialogue */
	HOW_CARRIED,   /* the speaker of the quotation or sentence before */
	HOW_COUNT
};

extern const char *const speaker_hows[]; /* their names; the last null */

struct speaker {
	struct phrase who, cue;
	struct phrase via; /* who tells that this is said; or empty */
	size_t noun, verb; /* the chunks of who speaks and of the cue */
	size_t distance; /* chunks between these and the quotation */
	uint8_t how;     /* enum speaker_how */
	bool strong;     /* the cue is a verb of saying */
	bool mental;     /* .. of thinking */
	bool pronoun;    /* who speaks is one */
};

/* Who says chunk k, a quotation; false if its sentence does not tell. */
bool speaker_find(const struct passage *, size_t k, struct speaker *);

/* The same, by the words low..k or first..high only. */
bool speaker_before(const struct passage *, size_t k, struct speaker *);
bool speaker_after(const struct passage *, size_t first, struct speaker *);

#endif
