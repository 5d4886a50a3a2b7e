/* SPDX-License-Identifier: ISC */
/*
 * mark - the quotation marks of a text, and what their surroundings say
 *
 * Apostrophes inside words, decades ('90s), elisions ('em) and the remains of
 * HTML attributes (id="x") are no marks and left out. Whether a mark opens or
 * closes is told by what stands around it; marks side by side are seen as one
 * by what is around them.
 */
#ifndef MARK_H
#define MARK_H

#include "cue.h"

/* Marks pair with those of their family, others only for want of one. */
enum mark_family {
	MARK_DOUBLE, /* " “ ” „ */
	MARK_WIRE,   /* `` '' */
	MARK_GUILLEMET,
	MARK_ANGLE,
	MARK_SINGLE, /* ' ‘ ’ ‚ ` */
	MARK_CORNER,
	MARK_WHITE_CORNER,
	MARK_FAMILIES
};

enum mark_shape {
	MARK_STRAIGHT, /* the same on both sides: " ' '' */
	MARK_LEFT,     /* “ ‘ « ‹ 「 `` */
	MARK_RIGHT,    /* ” ’ » › 」 */
	MARK_LOW       /* „ ‚ */
};

struct mark {
	size_t at;
	uint8_t len;          /* bytes */
	uint8_t family, shape;
	uint8_t before, after; /* enum mark_side, of the whole run */
	bool joined;          /* directly behind another mark */
	uint16_t block;       /* for who asks for it: the block's number */
};

/* What stands beside a mark. */
enum mark_side { MARK_SPACE, MARK_OPENER, MARK_DASH, MARK_LETTER, MARK_PUNCT };

/* For pointed marks, which way they point in this document. */
struct mark_votes {
	size_t inward[MARK_FAMILIES];  /* »so« */
	size_t outward[MARK_FAMILIES]; /* «so» */
	size_t lefts[MARK_FAMILIES];   /* marks of shape MARK_LEFT */
	size_t rights[MARK_FAMILIES];  /* and MARK_RIGHT */
};

struct marks {
	struct mark *mark; /* owned */
	size_t n, cap;
};

/* The marks in from..to, in order; and their votes, added. */
void mark_find(struct marks *, struct mark_votes *, const struct cues *,
    size_t lang, const struct scan *, size_t from, size_t to);

/* Whether its surroundings let a mark open, or close, a quotation. */
static inline bool
mark_opens(const struct mark *m)
{
	return m->before <= MARK_DASH && m->after != MARK_SPACE;
}

static inline bool
mark_closes(const struct mark *m)
{
	return m->before >= MARK_DASH && m->after != MARK_LETTER;
}

/* 1: its surroundings let it open only; -1: close only; 0: they do not tell. */
static inline int
mark_lean(const struct mark *m)
{
	return (int)mark_opens(m) - (int)mark_closes(m);
}

#endif
