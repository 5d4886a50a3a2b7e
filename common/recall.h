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

/* As recall_here, where places are kept. */
struct place recall_place(const struct repeats *, struct window *,
    const struct block *);

/* Where a block stands, as the match of others will be told. */
static inline struct place
recall_here(const struct repeats *r, struct window *w, const struct block *b)
{
	return r->own.seen.places ? recall_place(r, w, b)
	                          : (struct place) { 0 };
}

/* What drops tell of the block that starts there; null without drops. */
static inline const struct known *
recall_drops(struct repeats *r, uint64_t start, uint64_t oldest)
{
	return r->drops == NULL ? NULL : drops_meet(r->drops, start, oldest);
}

/*
 * Whether the same words were there before, in met->first, which is left as it
 * was, where the block stands, if they were not; learns them.
 */
bool recall_same(struct repeats *, struct met *, const struct known *);

/* Whether the block is a beginning of one that was met, or will be: *match. */
bool recall_whole(const struct repeats *, const struct newcomer *,
    const struct met *, const struct known *, struct place *match);

/* Whether the block says in other words what one before says. */
bool recall_alike(struct repeats *, struct near_block *,
    const struct known *, struct near_match *);

/* Learns the block as one that may have beginnings. */
void recall_learn(struct repeats *, const struct newcomer *,
    struct place here);

/*
 * Whether the n-th part of a crumb is a block that was met, or is sure to
 * stay: *match is the first one's place.
 */
bool recall_title(const struct repeats *, const struct met *crumb,
    const struct crumb_part *, size_t number, struct place *match);

#endif
