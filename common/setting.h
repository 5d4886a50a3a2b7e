/* SPDX-License-Identifier: ISC */
/*
 * setting - what the words around a quotation tell about it
 */
#ifndef SETTING_H
#define SETTING_H

#include "attribution.h"
#include "fact.h"
#include "hint.h"
#include "passage.h"

/* A quotation, and its sentence as tokens low..high. */
struct setting {
	const struct sentence_text *in;
	const struct token *token;
	size_t n, low, high;
	size_t k; /* the token */
	const struct quote *quote;
	const struct attribution *a;
	const struct hints *hints;
	bool capital; /* the quotation begins with one */
};

/* Counts which marks are usual in a window. */
void setting_vote(struct attributions *, const struct quotes *);

/* The setting of the quotation of chunk k, which is attributed already. */
struct setting setting_of(const struct attributions *, const struct passage *,
    size_t k);

/* What its neighbours and its place tell; `as` has those before it judged. */
uint64_t setting_read(const struct setting *, const struct attributions *as,
    const struct block *);

/*
 * What the words of its sentence tell; where its cue is known, that tells more.
 * All of these facts are for speech: FACT_REPORTED, FACT_SPOKEN_OF,
 * FACT_BEHIND_COLON.
 */
uint64_t setting_read_sentence(const struct setting *);

#endif
