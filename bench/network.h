/* SPDX-License-Identifier: ISC */
/*
 * network - common/net in floating point, and how it learns
 *
 * Its weights are of the same shape. They are moved down the slopes of the
 * loss by Adam (Kingma and Ba, ICLR 2015), held to their priors by the square
 * of the distance (L2, decoupled: Loshchilov and Hutter, ICLR 2019), while some
 * features are overlooked at random (dropout: Srivastava et al., JMLR 2014);
 * what is kept is a running mean of them (Polyak and Juditsky, 1992).
 */
#ifndef NETWORK_H
#define NETWORK_H

#include "crf.h"
#include "net.h"
#include "priors.h"

struct network_weights {
	float unit[MODEL_FEATURES][NET_UNITS];
	float zone[MODEL_FEATURES][ZONES];
	float mix[NET_MIXED][NET_INPUTS];
	float mix_bias[NET_MIXED];
	float out[NET_MIXED][ZONES];
	float step[ZONES][ZONES];
};

struct network {
	struct network_weights now, mean, prior;
	double likelihood, risk; /* how much of each loss (crf.h) counts */
	double drop; /* share of a block's features overlooked at a time */

	/* private */
	struct network_weights slope, pace, square;
	size_t n_steps;
	uint64_t *dice;
	struct crf crf;
	bool *dropped;     /* of a page's active features */
	size_t cap_dropped;
	/* of a page's blocks */
	float (*units)[NET_UNITS], (*units_slope)[NET_UNITS];
	float (*in)[NET_INPUTS], (*in_slope)[NET_INPUTS];
	float (*mixed)[NET_MIXED];
	float (*evidence)[ZONES], (*evidence_slope)[ZONES];
	double (*sums)[NET_UNITS]; /* of all blocks before */
	size_t cap;
};

/*
 * A network of small random weights, and the priors as they are; the dice are
 * borrowed until the end.
 */
void network_begin(struct network *, const struct priors *, uint64_t *dice);
void network_end(struct network *);

/* Adds a page's slopes to those of the step; returns its loss. */
double network_loss(struct network *, const struct example *);

/* Moves the weights down the slopes of n pages, at a rate. */
void network_step(struct network *, size_t n, double rate);

/* Takes away what features that were never seen got at the start. */
void network_forget(struct network *, const bool seen[MODEL_FEATURES]);

#endif
