/* SPDX-License-Identifier: ISC */
/*
 * reduce - makes drops of key lines: --reduce
 *
 *	reduce_begin(&r, &out);
 *	for each line: reason = reduce_line(&r, line)
 *	reason = reduce_last(&r);
 *	reduce_end(&r);
 *
 * Lines with equal keys must come together, in any order. Memory is constant:
 * what waits for its key's end goes to a temporary file where it is much.
 * Out of memory ends the program.
 */
#ifndef REDUCE_H
#define REDUCE_H

#include "drop.h"
#include "key_line.h"
#include "reduce_near.h"

#define REDUCE_GONE 16384 /* keys remembered that are through */

/* A block, or a part of a crumb, that waits for its key's end. */
struct waiting_block {
	struct position at;
	bool crumb;        /* a part of one, which goes up to .. */
	uint32_t number;   /* which part */
	uint64_t last;     /* .. this start */

	/* of a possible teaser: how it ends, its words, the last checks */
	int ending;
	uint32_t n_words;
	uint32_t check[2];
};

struct reduce {
	struct output *out;  /* borrowed: for the drops */
	struct key_line line;
	struct waiting waiting; /* its spill.error: no line is to blame */

	/* private */
	bool any;            /* a key is being worked on */
	char type;
	uint64_t key;

	struct position first; /* KEY_EXACT: the first block with it .. */
	bool any_first;        /* .. if there is one */

	/* KEY_TEASER: the first blocks, all different, that begin so */
	struct teaser_record record[TEASER_SAME];
	struct position place[TEASER_SAME];
	size_t n_records;

	struct reduce_near *near; /* KEY_NEAR */
	uint64_t (*gone)[REDUCE_GONE]; /* of each type, by hash */
};

void reduce_begin(struct reduce *, struct output *);

/* Takes a line; null, or what is wrong with it or could not be done. */
const char *reduce_line(struct reduce *, struct span line);

/* Ends the last key, likewise. */
const char *reduce_last(struct reduce *);

void reduce_end(struct reduce *);

#endif
