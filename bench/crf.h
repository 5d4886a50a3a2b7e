/* SPDX-License-Identifier: ISC */
/*
 * crf - how wrong the evidence for a page's zones is, and which way
 *
 * A linear-chain conditional random field: a path through the zones has as
 * probability, up to a factor, the exponential of what its zones and steps
 * weigh. The loss of a page is how much less its allowed paths have than all
 * paths, where a wrong block has its cost on top (softmax margin: Gimpel and
 * Smith, "Softmax-Margin CRFs", NAACL 2010). The slopes say how the loss
 * changes with the evidence and the steps.
 */
#ifndef CRF_H
#define CRF_H

#include "example.h"

struct crf {
	/* private: of a page's blocks */
	double (*gain)[ZONES];    /* evidence, as powers */
	double (*ahead)[ZONES];   /* shares of the paths up to here */
	double (*behind)[ZONES];  /* shares of the paths from here on */
	double step[ZONES][ZONES]; /* exponentials of the steps' weights */
	size_t cap_gain, cap_ahead, cap_behind;
};

/* An empty one is all zero. */
void crf_end(struct crf *);

/*
 * The loss of a page by the evidence for its blocks. `slope`, of each block,
 * is set; to step_slope is added. All are times the page's weight.
 */
double crf_loss(struct crf *, const struct example *,
    const float (*evidence)[ZONES], float step[ZONES][ZONES],
    float (*slope)[ZONES], float step_slope[ZONES][ZONES]);

#endif
