/* SPDX-License-Identifier: ISC */
/*
 * priors - what is held of the zones before any page is read
 *
 * data/priors.zones.txt: weights of features and steps, set by hand, the unit
 * about one word of prose. They tell those zones apart that no label does.
 */
#ifndef PRIORS_H
#define PRIORS_H

#include "example.h"

struct priors {
	float zone[MODEL_FEATURES][ZONES];
	float step[ZONES][ZONES];
};

/* Reads the list; false if one is bad, with *bad set to its row. */
bool priors_begin(struct priors *, struct list, struct span *bad);

/*
 * Leaves to each block that is not allowed to be content no zone but the one
 * that is on the page's best allowed path by the priors.
 */
void priors_settle(const struct priors *, struct example *);

#define PRIORS_NEVER -1e5f /* steps that weigh less are never taken */

#endif
