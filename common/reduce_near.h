/* SPDX-License-Identifier: ISC */
/*
 * reduce_near - which blocks of a key of the near tier say what one before
 * them says: --reduce's share of that tier
 *
 * Of a key the first REDUCE_NEAR different texts are held; every block is
 * compared with those that stand before it. Each writes at most a drop, and
 * of the drops that a block's keys give it the strongest counts. Memory is
 * constant.
 */
#ifndef REDUCE_NEAR_H
#define REDUCE_NEAR_H

#include "drop.h"
#include "key_line.h"
#include "likeness.h"
#include "waiting.h"

#define REDUCE_NEAR 16

/* Why a line can't be taken. */
extern const char reduce_twice[];

/* A block with the key. Owns its terms. */
struct reduce_text {
	struct near_block block;
	uint32_t print; /* of the block's fingerprint */
	struct position at;
	bool marked; /* as cut off: nothing repeats it */
	bool gone;   /* it says what one before it says */
};

/* An empty one is all zero. */
struct reduce_near {
	struct reduce_text text[REDUCE_NEAR]; /* by their places */
	size_t n;
	struct reduce_text one; /* that comes, or waited */
	struct alignment alignment;
};

/* Takes a line of the key; null, or what is wrong with it. */
const char *reduce_near_take(struct reduce_near *, struct waiting *,
    const struct key_line *);

/* Ends the key: writes its drops. */
void reduce_near_end_key(struct reduce_near *, struct waiting *,
    struct output *);

void reduce_near_end(struct reduce_near *);

#endif
