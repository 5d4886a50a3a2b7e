/* SPDX-License-Identifier: ISC */
/*
 * weigh - adds up what a block's features weigh, for zones and classes at once
 *
 * As net_add and chain_add do, whose rows lie elsewhere: one walk through the
 * features instead of two. Nothing here allocates or fails.
 */
#ifndef WEIGH_H
#define WEIGH_H

#include "chain.h"
#include "net.h"

/* Sums of rows of both. */
struct weigh_sum {
	struct net_row zones;
	struct chain_row classes;
};

/* Sets *sum to the rows of n active features and what is in *to. */
void weigh_add(const struct net *, const struct chain *,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum);

/* The same, a certain way; false, with nothing done, if it can't be. */
bool weigh_add_by(enum chain_way, const struct net *, const struct chain *,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum);

#endif
