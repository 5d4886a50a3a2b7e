/* SPDX-License-Identifier: ISC */
/*
 * mention - who is named in the text near quotations, outside of these
 *
 * A list of names and of "he" and "she", in order; subjects are told from
 * others. What a pronoun seems to mean is counted for the sex of persons.
 */
#ifndef MENTION_H
#define MENTION_H

#include "person.h"
#include "quote.h"

struct mention {
	size_t start, end; /* in the window */
	size_t person;     /* or 0: a pronoun */
	uint8_t pronoun;   /* CUE_HE, CUE_SHE, or CUE_NONE */
	bool subject;
};

/* What mentions are read of; all borrowed. */
struct mention_text {
	struct name_text name;
	struct people *people;
	const struct quotes *quotes;
	const struct block *block;
	bool fiction; /* "the Hatter" is a name */
};

/* Owns its array. An empty one is all zero. */
struct mentions {
	struct mention *mention;
	size_t n, cap;
	/* private */
	size_t block, quote; /* that are read next */
};

/* Forgets all mentions: a new window begins. */
void mention_begin(struct mentions *);

/*
 * Reads the blocks of quotation i and a few before these, as far as they were
 * not read yet; i grows from call to call.
 */
void mention_read(struct mentions *, const struct mention_text *, size_t i);

void mention_end(struct mentions *);

#endif
