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
	const struct token *token; /* of another sentence; null: its own */
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

/* The same for the subject of its sentence's words before it. */
bool speaker_subject(const struct passage *, size_t k, struct speaker *);

/* The subject of the sentence's first verb before chunk k, or CHUNK_NONE. */
size_t speaker_first_subject(const struct passage *, size_t k);

/* Gives a quotation to the noun chunk i, by the cue in chunk v. */
void speaker_give(struct speaker *, const struct passage *, size_t i,
    size_t v, enum speaker_how);

/* "according to X", whose words begin at chunk `at`, before chunk high. */
bool speaker_take_source(const struct passage *, size_t at, size_t high,
    struct speaker *);

/* Whether a noun chunk may be somebody; CHUNK_NONE is nobody. */
bool speaker_is_somebody(const struct passage *, size_t noun);

/* Whether verb chunk v is one that no list knows, and so may report. */
bool speaker_may_be_cue(const struct passage *, size_t v);

/* Whether a comma ends the quotation in chunk k, or stands behind it. */
bool speaker_ends_comma(const struct passage *, size_t k);

#endif
