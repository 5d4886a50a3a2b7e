/* SPDX-License-Identifier: ISC */
/*
 * net - the evidence for each zone of a page: a small convolutional network
 *
 * Each block's active features (model.h) are added up to NET_UNITS numbers,
 * none below 0; these, and their sums over the blocks around it (the parts
 * below), are mixed to NET_MIXED numbers, none below 0; and these and the
 * features themselves are weighed for each zone. Between the zones there are
 * steps, for page_zone.c. bench/train.c learns the weights, data/net.*.txt.
 *
 * Weights are whole numbers, and so is all up to the last sums, whose order is
 * fixed: the same text has the same zones on every machine.
 */
#ifndef NET_H
#define NET_H

#include "model.h"
#include "pair_sum.h"

#define NET_UNITS 16
#define NET_MIXED 16

/* What a block is seen with: itself, and shares of the sums over others. */
enum net_part {
	NET_HERE,
	NET_PREV,
	NET_NEXT,
	NET_BEFORE,      /* a quarter of 3 blocks, the nearest 2 away */
	NET_AFTER,
	NET_FAR_BEFORE,  /* a 16th of 16 blocks, the nearest 5 away */
	NET_FAR_AFTER,
	NET_ALL_BEFORE,  /* of all: see net_share */
	NET_ALL_AFTER,
	NET_PARTS
};

#define NET_INPUTS (NET_PARTS * NET_UNITS)

#define NET_ONE 256        /* what stands for 1: units and their weights .. */
#define NET_MIX_ONE 1024   /* .. the weights of mixing .. */
#define NET_SCALE (1.0f / (NET_ONE * NET_MIX_ONE)) /* to what they stand for */
#define NET_MOST (16 * NET_ONE - 1) /* .. and the most that a unit can be */
#define NET_MARGIN 21      /* blocks of zeros on both sides of the units */

/* A feature's weights, or sums of such, for the units and for the zones. */
struct net_row {
	int16_t unit[NET_UNITS], zone[MODEL_ZONES];
	int16_t spare[8]; /* none: with these a row is a cache line */
};

struct net {
	_Alignas(sizeof(struct net_row)) struct net_row row[MODEL_FEATURES];
	int16_t mix[NET_INPUTS / 2][NET_MIXED][2]; /* inputs in pairs */
	int32_t mix_bias[NET_MIXED];         /* NET_ONE * NET_MIX_ONE is 1 */
	float out[NET_MIXED][MODEL_ZONES];
	float step[ZONES][MODEL_ZONES];      /* to the next block's zone */
};

/* A block's units. */
struct net_units {
	int16_t of[NET_UNITS];
};

/* What speaks for each zone at a block. */
struct net_evidence {
	float zone[MODEL_ZONES];
	uint16_t awake; /* bits of the mixed numbers above 0 */
};

#define NET_NEVER -1e6f /* what a step weighs that is never taken */

/* Adds active features up: the sums of those of the row `to` and theirs. */
void net_add(const struct net *, const uint16_t *active, size_t n,
    const struct net_row *to, struct net_row *sum);

/*
 * Makes of the sums of all of a block's features its units, and sets the
 * evidence to that of the features themselves.
 */
void net_see(const struct net_row *sum, struct net_units *,
    struct net_evidence *);

/*
 * Adds to the evidence of n blocks what they have from each other. unit[0] is
 * the first one's; NET_MARGIN before it and behind the last are all zero.
 * *evidence is the first one's, the next is `stride` bytes on.
 */
void net_mix(const struct net *, const struct net_units *unit, size_t n,
    struct net_evidence *evidence, size_t stride);

/* The same, a certain way; false, with nothing done, if it can't be. */
bool net_mix_by(enum pair_way, const struct net *,
    const struct net_units *unit, size_t n, struct net_evidence *evidence,
    size_t stride);

/*
 * How much each of a block's active features says for one zone against
 * another, by its own weights and, as the block's units and mixed numbers
 * stand, through these. What the blocks around it say is left over.
 */
void net_explain(const struct net *, const uint16_t *active, size_t n,
    const struct net_units *, const struct net_evidence *,
    enum model_zone zone, enum model_zone against, float *says);

/*
 * What the sum over all n blocks on one side is multiplied by: the inverse of 4
 * roots of n, or 4 / n for a large n.
 */
float net_share(size_t n);

extern const char *const net_part_names[NET_PARTS + 1];

#endif
