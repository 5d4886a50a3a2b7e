/* SPDX-License-Identifier: ISC */
/*
 * speech - whether a quotation is somebody's speech, or words only mentioned:
 * titles of works, nicknames, scare quotes, headlines
 *
 * What is known of it speaks for speech or against, each fact with a weight
 * that was set by hand. They are added up, and the sign decides.
 */
#ifndef SPEECH_H
#define SPEECH_H

#include "attribution.h"
#include "passage.h"

/* How sure it is that this is speech: 0 to 1, from .5 on it is. */
double speech_score(const struct attribution *);

/*
 * Sets kind, weight and reason of an attributed quotation: chunk k of a
 * passage, in the block where it begins.
 */
void speech_judge(struct attributions *, const struct passage *, size_t k,
    const struct block *);

/* The same for one that stands in another. */
void speech_judge_nested(struct attribution *);

#endif
