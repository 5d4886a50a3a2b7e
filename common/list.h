/* SPDX-License-Identifier: ISC */
/*
 * list - the word lists of data/, as the build left them in the program
 *
 * data/NAME.LANG.txt (or data/NAME.txt) has an entry a line, a tab, its kind;
 * data/list.awk makes of all NAME.*.txt one array of bytes NAME_list, with
 * entry, kind and language (the file's LANG, or nothing) each ended by a NUL.
 *
 *	struct list l = list_of(cues_list, cues_list_n);
 *	while (list_next(&l, &row)) ...
 */
#ifndef LIST_H
#define LIST_H

#include "span.h"

struct list {
	const char *p;
	size_t n;
};

struct list_row {
	struct span entry, kind, lang; /* with a NUL behind each */
};

static inline struct list
list_of(const char *bytes, size_t n)
{
	return (struct list) { bytes, n };
}

/* The next row of a list; false at its end. */
bool list_next(struct list *, struct list_row *);

/* The lists, one for each NAME in data/. */
extern const char endings_list[];
extern const size_t endings_list_n;
extern const char phrases_list[];
extern const size_t phrases_list_n;
extern const char chain_list[];
extern const size_t chain_list_n;
extern const char cues_list[];
extern const size_t cues_list_n;
extern const char divisions_list[];
extern const size_t divisions_list_n;
extern const char functions_list[];
extern const size_t functions_list_n;
extern const char hints_list[];
extern const size_t hints_list_n;
extern const char net_list[];
extern const size_t net_list_n;
extern const char nicknames_list[];
extern const size_t nicknames_list_n;
extern const char page_list[];
extern const size_t page_list_n;
extern const char senses_list[];
extern const size_t senses_list_n;

#endif
