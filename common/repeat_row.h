/* SPDX-License-Identifier: ISC */
/*
 * repeat_row - dedupe-related's rows: a block, its verdict, what it repeats
 */
#ifndef REPEAT_ROW_H
#define REPEAT_ROW_H

#include "repeat.h"
#include "rows.h"

/* By enum repeat_tier; the last is null. */
extern const char *const repeat_tiers[];

/* For --header; the last is null. */
extern const char *const repeat_columns[];
extern const char *const repeat_counted_columns[]; /* with options->count */

/* Writes the row of a block of the window. */
void repeat_row(struct rows *, struct window *, const struct block *,
    const struct repeats *, const struct verdict *);

#endif
