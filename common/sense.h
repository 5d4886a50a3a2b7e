/* SPDX-License-Identifier: ISC */
/*
 * sense - words that change what a sentence says, and those that say the same
 *
 * data/senses.*.txt, of all languages together, made ready when copydesk is
 * built; a word that has other senses in another language is a value. Only
 * words by which two texts differ are looked up.
 */
#ifndef SENSE_H
#define SENSE_H

#include "keys.h"
#include "list.h"
#include "term.h"

#define SENSE_BITS 11 /* of the number of a row */
#define SENSE_ROWS (1u << SENSE_BITS)
#define SENSE_TERMS 3 /* that one word may stand for */

enum sense_kind {
	SENSE_NEGATION, /* "not" */
	SENSE_VALUE,    /* "million", "rose": another one is another fact */
	SENSE_SAME      /* "Feb.": stands for the row's terms */
};

struct sense {
	uint32_t term[SENSE_TERMS]; /* as many as are not 0 */
	uint32_t kind;
};

struct senses {
	uint16_t first[KEYS_FIRST(SENSE_BITS)];
	uint64_t entry[SENSE_ROWS];
	struct sense row[SENSE_ROWS];
};

/* The sense of a term, or null. Borrowed from the table. */
const struct sense *sense_of(const struct senses *, uint32_t term);

/*
 * Makes the table. False at the first row that is of no known kind, is no
 * single word, stands for none or too many, or finds no room, with *bad set
 * to its entry.
 */
bool sense_begin(struct senses *, struct list, struct span *bad);

#endif
