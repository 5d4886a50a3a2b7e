/* SPDX-License-Identifier: ISC */
/*
 * field - common/chain in floating point, and how it learns
 *
 * The loss of a page is how much less likely its right ways are than all that
 * it may go (the likelihood of a conditional random field: Lafferty, McCallum
 * and Pereira, ICML 2001), where a wrong class has its cost on top (softmax
 * margin: Gimpel and Smith, NAACL 2010).
 */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>

#include "chain.h"

struct field_block {
	size_t first, n;  /* of its features in the page's `active` */
	uint16_t may;     /* bits of the classes that it may be of .. */
	uint16_t right;   /* .. and of those that it is of, not none */
	double cost;      /* of all other classes */
};

struct field_page {
	struct field_block *block; /* owned */
	uint16_t *active;          /* owned: one block's behind another's */
	size_t n, n_active, cap_active;
	double weight;             /* how much its loss counts */
};

struct field_weights {
	double row[CHAIN_FEATURES][CLASSES];
	double step[CLASSES][CLASSES];
	double unit[CHAIN_FEATURES][CHAIN_UNITS];
	double mix[CHAIN_PARTS][CHAIN_UNITS][CLASSES];
};

/* An empty one is all zero. */
struct field {
	struct field_weights now, mean;
	double drop; /* share of features overlooked at a time */

	bool seen[CHAIN_FEATURES]; /* on any page */

	/* private */
	uint16_t never[CLASSES];
	struct field_weights slope, pace, square;
	size_t n_steps;
	/* of a page's blocks */
	double (*says)[CLASSES], (*ahead)[CLASSES], (*slopes)[CLASSES];
	double (*units)[CHAIN_UNITS], (*unit_slopes)[CHAIN_UNITS];
	bool *dropped; /* of the page's active features */
	size_t cap_dropped;
	uint64_t dice;
	double *scale; /* that the ways to a block were made smaller by */
	double step[CLASSES][CLASSES]; /* exponentials */
	size_t cap;
};

void field_end(struct field *);

/* Rules steps out, as bits of the classes behind each. */
void field_begin(struct field *, const uint16_t never[CLASSES]);

/* Takes down the features that a page has. */
void field_saw(struct field *, const struct field_page *);

/* Adds a page's slopes to those of the step; returns its loss. */
double field_loss(struct field *, const struct field_page *);

/* Moves the weights down the slopes of n pages, at a rate. */
void field_step(struct field *, size_t n, double rate);

#endif
