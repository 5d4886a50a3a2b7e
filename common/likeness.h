/* SPDX-License-Identifier: ISC */
/*
 * likeness - whether a block says what an old one says, but for a few words
 *
 *	struct likeness like = { 0 };
 *	for each old block
 *		if (likeness_compare(&like, &alignment, &block, &old))
 *			... it is the one that is most like the block so far ...
 *	... like.veto == VETO_NONE && likeness_is_enough(&like, n) ...
 *
 * The old block with the most of the new one's words decides, of several the
 * first that says another thing: that the block is like a third text, too,
 * means nothing then. Nothing here allocates or fails.
 */
#ifndef LIKENESS_H
#define LIKENESS_H

#include "near_block.h"
#include "veto.h"

/* An old block; all is borrowed. */
struct near_old {
	const uint32_t *of; /* its terms */
	size_t n;
	bool open;          /* as in struct near_block */
	struct near_pairs *pairs; /* made when they are looked at */
};

/* Of what is most like a block. */
struct likeness {
	size_t covered; /* words of the block that are in it */
	size_t added;   /* words before and behind what is in it */
	enum veto veto;
};

/* Whether it is more like the block than what was compared before. */
bool likeness_compare(struct likeness *, struct alignment *,
    struct near_block *, const struct near_old *);

/* Whether enough of a block of n words is there. */
bool likeness_is_enough(const struct likeness *, size_t n);

#endif
