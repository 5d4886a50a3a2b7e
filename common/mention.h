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

/* Owns its array. An empty one is all zero. */
struct mentions {
	struct mention *mention;
	size_t n, cap;
};

/*
 * Lists the mentions in blocks with quotations, and in a few before each; in
 * fiction, "the Hatter" and "the Captain" are names.
 */
void mention_find(struct mentions *, struct people *,
    const struct name_text *, const struct quotes *, const struct block *,
    bool fiction);

/* The person whom a quotation seems to address: "Well, Ann, ..". Or nobody. */
size_t mention_addressed(const struct people *, const struct name_text *,
    const struct quote *);

void mention_end(struct mentions *);

#endif
