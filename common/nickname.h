/* SPDX-License-Identifier: ISC */
/*
 * nickname - the forms of a given name: data/nicknames.LANG.txt as a table
 *
 * The table, nicknames_table (tables.h), is made when copydesk is built.
 */
#ifndef NICKNAME_H
#define NICKNAME_H

#include "keys.h"
#include "list.h"

enum {
	NICKNAME_ENTRIES = 512,
	NICKNAME_KEY_BITS = 9
};

/* Constants without a pointer. */
struct nicknames {
	uint16_t first[KEYS_FIRST(NICKNAME_KEY_BITS)];
	uint64_t entry[NICKNAME_ENTRIES]; /* as keys.h has them .. */
	uint64_t full[NICKNAME_ENTRIES];  /* .. and, by number, full names */
};

/*
 * Makes the table. False at the first row that is not a word for a word or
 * finds no room, with *bad set to its entry. Out of memory ends the program.
 */
bool nickname_begin(struct nicknames *, struct list, struct span *bad);

/* The same number for all forms of a given name, of the hash of one. */
uint64_t nickname_full(const struct nicknames *, uint64_t form);

#endif
