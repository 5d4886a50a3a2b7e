/* SPDX-License-Identifier: ISC */
/*
 * cue_list - makes the table of cues of their list
 *
 * Only the build does (data/tables.c), and tests do. Out of memory ends the
 * program.
 */
#ifndef CUE_LIST_H
#define CUE_LIST_H

#include "cue.h"
#include "list.h"

/*
 * Makes the table. False at the first row that is of no known kind, names no
 * known trait or finds no room in the table, with *bad set to its entry.
 */
bool cue_list_read(struct cues *, struct list, struct span *bad);

#endif
