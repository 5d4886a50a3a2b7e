/* SPDX-License-Identifier: ISC */
/*
 * name_run - a series of capitalised words, in which a name may stand
 *
 * "Former Sen. Ana de la Vega's": particles, initials, nicknames in marks and
 * suffixes are in it. Which words are the name is for name.c to say. Nothing
 * here allocates.
 */
#ifndef NAME_RUN_H
#define NAME_RUN_H

#include "name.h"

#define NAME_RUN_WORDS 8 /* longer runs are headlines */

struct name_part {
	size_t start, end;
	uint64_t hash;
	enum cue_kind kind;
	size_t next; /* behind its 's */
	bool initial, suffix, possessive;
};

struct name_run {
	struct name_part part[NAME_RUN_WORDS];
	size_t n, at; /* `at` is behind it */
	bool possessive;
};

/* Reads the run that starts at `at`; n of a longer one exceeds its parts. */
void name_run_read(const struct name_text *, size_t at, size_t to,
    struct name_run *);

/* Whether a word ends in 's; *end is then moved before that. */
bool name_cut_possessive(const struct scan *, size_t start, size_t *end);

#endif
