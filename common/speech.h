/* SPDX-License-Identifier: ISC */
/*
 * speech - whether a quotation is somebody's speech, or words only mentioned:
 * titles of works, nicknames, scare quotes, headlines
 */
#ifndef SPEECH_H
#define SPEECH_H

#include "attribution.h"

/* How sure it is that this is speech, and whose: 0 to 1. */
double speech_score(const struct attribution *);

/* Sets kind and reason of an attributed quotation. */
void speech_judge(struct attribution *, const struct quote *,
    const struct sentence_text *, const struct block *);

#endif
