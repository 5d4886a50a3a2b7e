/* SPDX-License-Identifier: ISC */
/*
 * nickname - the forms of a given name: data/nicknames.LANG.txt as a table
 *
 * Owns its table. Out of memory ends the program.
 */
#ifndef NICKNAME_H
#define NICKNAME_H

#include <stddef.h>
#include <stdint.h>

struct nickname {
	uint64_t form, full; /* hashes of words; form 0: a free slot */
};

struct nicknames {
	struct nickname *slot;
	size_t mask;
};

void nickname_begin(struct nicknames *);
void nickname_end(struct nicknames *);

/* The same number for all forms of a given name, of the hash of one. */
uint64_t nickname_full(const struct nicknames *, uint64_t form);

#endif
