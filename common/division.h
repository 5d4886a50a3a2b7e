/* SPDX-License-Identifier: ISC */
/*
 * division - what texts are divided in: data/divisions.LANG.txt as a table
 *
 * Chapters, parts, books and sections by their names, and numbers that are
 * written as words. The table, divisions_table (tables.h), is made when
 * copydesk is built.
 */
#ifndef DIVISION_H
#define DIVISION_H

#include "keys.h"
#include "list.h"

enum {
	DIVISION_ENTRIES = 512,
	DIVISION_KEY_BITS = 9
};

/* The kinds of words, the largest division first; from DIVISION_NUMBER on */
enum division { /* numbers, 0 being the first */
	DIVISION_NONE,
	DIVISION_BOOK,
	DIVISION_PART,
	DIVISION_CHAPTER,
	DIVISION_SECTION,
	DIVISION_BEFORE, /* stands before a number, as in 第3章 */
	DIVISION_NUMBER
};

enum { DIVISION_MOST = 100 }; /* no word is a larger number */

/* Constants without a pointer. */
struct divisions {
	uint16_t first[KEYS_FIRST(DIVISION_KEY_BITS)];
	uint64_t entry[DIVISION_ENTRIES]; /* as keys.h has them */
};

/*
 * Makes the table. False at the first row that is of no kind, of another one
 * in another language, or finds no room, with *bad set to its entry. Out of
 * memory ends the program.
 */
bool division_begin(struct divisions *, struct list, struct span *bad);

/* The kind of a word: enum division, or DIVISION_NUMBER and a number. */
unsigned division_of(const struct divisions *, struct span word);

#endif
