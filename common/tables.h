/* SPDX-License-Identifier: ISC */
/*
 * tables - what some lists of data/ come to, ready for use
 *
 * Made of the list of the same name when copydesk is built (data/tables.c):
 * constants without pointers, phrases_table's own excepted, so that a program
 * has nothing to do for them as it starts and reads only what it uses.
 */
#ifndef TABLES_H
#define TABLES_H

#include "chain.h"
#include "division.h"
#include "hint.h"
#include "nickname.h"
#include "sense.h"

extern const struct chain chain_table;       /* the weights of classes */
extern const struct cues cues_table;
extern const struct divisions divisions_table;
extern const struct grammar functions_table;
extern const struct hints hints_table;
extern const struct net net_table;
extern const struct nicknames nicknames_table;
extern const struct model page_table;       /* the weights of roles */
extern const struct lexicon phrases_table;  /* kinds: enum feature_kind */
extern const struct senses senses_table;

#endif
