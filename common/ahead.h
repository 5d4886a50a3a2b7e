/* SPDX-License-Identifier: ISC */
/*
 * ahead - cut-off beginnings that wait for their text: --learn's teasers
 *
 * While all is read for the first time, each text that can be a beginning
 * waits for a block that it is the beginning of. When all is read, the texts
 * whose block came are known by their words and their ending:
 *
 *	ahead_begin(&a, false);
 *	for each block
 *		ahead_meet(&a, ...);
 *		ahead_wait(&a, ...);
 *	ahead_settle(&a);
 *	... ahead_find(&a, ...) ...
 *	ahead_end(&a);
 *
 * The AHEAD_RECORDS that came last wait, and of texts that begin with the
 * same words the first AHEAD_SAME, so that a search is short whatever the
 * input; order alone decides which.
 *
 * A block counts that has more words, or as many and ends as a sentence: so
 * no two blocks, nor any ring of them, can be the beginning of each other.
 *
 * Owns its memory; out of memory ends the program.
 */
#ifndef AHEAD_H
#define AHEAD_H

#include "teaser.h"

#define AHEAD_RECORDS ((size_t)65536)
#define AHEAD_SAME 8

struct ahead_record {
	uint64_t head;
	uint64_t key;      /* of its words and ending; 0: waits no more */
	struct beginning b;
	uint32_t next;     /* in its slot, from 1; 0: the last one */
};

struct ahead_slot {
	uint32_t first, last; /* records, from 1, the oldest first; 0: none */
};

struct ahead {
	struct seen found; /* the keys of those whose block came */

	/* private */
	struct ahead_record *record;
	struct ahead_slot *slot;
	size_t n, cap;
	size_t at;         /* the oldest record, where all are in use */
	uint64_t key[2];
};

void ahead_begin(struct ahead *, bool places);
void ahead_end(struct ahead *);

/* A text waits, if it can be a beginning; its fingerprint is `all`. */
void ahead_wait(struct ahead *, const struct checkpoints *, uint64_t all,
    size_t n_words, const struct ending *);

/* What waited for this block is found, with its place. */
void ahead_meet(struct ahead *, const struct checkpoints *, size_t n_words,
    const struct ending *, bool sentence, struct place);

/* A text's block is known otherwise: the text will be found, too. */
void ahead_note(struct ahead *, uint64_t all, enum ending_kind,
    struct place);

/* Nothing waits any more; the memory for it is freed. */
void ahead_settle(struct ahead *);

/* Whether a text was found; *place is its block's, if places are kept. */
bool ahead_find(const struct ahead *, uint64_t all, enum ending_kind,
    struct place *place);

#endif
