/* SPDX-License-Identifier: ISC */
/*
 * lost - where a quotation ends or begins whose mark is lost
 *
 * The words that say who spoke ("..., said Ada Novak.") stand outside of a
 * quotation, so that they tell its end where no mark does.
 */
#ifndef LOST_H
#define LOST_H

#include "cue.h"

/*
 * Whether the words at a byte say who spoke what is before: a verb of saying
 * and its subject, or a subject and its verb with nothing said behind it.
 */
bool lost_is_said(const struct cues *, size_t lang, const struct scan *,
    size_t at, size_t to);

/* Where in from..to a quotation ends, by such words; `to` without any. */
size_t lost_close(const struct cues *, size_t lang, const struct scan *,
    size_t from, size_t to);

/* Whether at..to holds a sentence at most. */
bool lost_is_last(const struct scan *, size_t at, size_t to);

#endif
