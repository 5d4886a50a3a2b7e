/* SPDX-License-Identifier: ISC */
/*
 * recall - what is known of a block from before: repeat's tables, or, under
 * --apply, the drops that stand for these
 *
 * A place that drops tell has part and document in its .doc.
 */
#ifndef RECALL_H
#define RECALL_H

#include "crumb.h"
#include "drops.h"
#include "repeat.h"

/* Where a block stands, as the match of others will be told. */
struct place recall_here(const struct repeats *, struct window *,
    const struct block *);

/* What drops tell of the block that starts there; nothing without drops. */
struct known recall_drops(struct repeats *, uint64_t start, uint64_t oldest);

/*
 * Whether the same words were there before, in *first, which is `here` if they
 * were not; learns them.
 */
bool recall_same(struct repeats *, uint64_t fingerprint, const struct known *,
    struct place here, struct place *first);

/* Whether the block is a beginning of one before, in *match. */
bool recall_whole(const struct repeats *, const struct newcomer *,
    const struct known *, struct place *match);

/* Learns the block as one that may have beginnings. */
void recall_learn(struct repeats *, const struct newcomer *,
    struct place here);

/* Whether the n-th part of a crumb is a block that was met, in *match. */
bool recall_title(const struct repeats *, const struct met *crumb,
    const struct crumb_part *, size_t number, struct place *match);

#endif
