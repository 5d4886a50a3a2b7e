/* SPDX-License-Identifier: ISC */
/*
 * align - which words of a new block stand in an old one, and in what gaps
 * between these they differ
 *
 *	if (align(&a, &new, old, n_old)) ... a.covered, a.gap[i] ...
 *
 * Runs of words are found by the three words they begin with, as rsync finds
 * blocks by their sums; they may stand in another order in the old block. What
 * is between them is compared by the gaps: n_new words of the new block in the
 * place of n_old of the old one. Takes time in proportion to the words.
 */
#ifndef ALIGN_H
#define ALIGN_H

#include "term.h"

#define ALIGN_WORDS 4096 /* of a block, at most */
#define ALIGN_GAPS 64    /* more gaps: the blocks are not alike */

/* Words of both blocks, from..to. */
struct gap {
	size_t new_from, new_to, old_from, old_to;
	bool inner; /* runs of the old text follow each other around it */
};

struct alignment {
	size_t covered; /* words of the new block that are in runs */
	struct gap gap[ALIGN_GAPS];
	size_t n_gaps;

	/* private: places of the old block's words, by three words */
	struct {
		uint32_t first; /* from 1 */
		uint32_t age;   /* `now`, or it is none of this block's */
	} slot[2 * ALIGN_WORDS];
	uint32_t next[ALIGN_WORDS], now;
	uint32_t used[ALIGN_WORDS]; /* `now`, if a run has the old word */
};

/*
 * Aligns n_new words with n_old, at most ALIGN_WORDS each; false if there are
 * too many gaps. The alignment is all zero before its first use.
 */
bool align(struct alignment *, const uint32_t *new, size_t n_new,
    const uint32_t *old, size_t n_old);

#endif
