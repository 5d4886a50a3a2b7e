/* SPDX-License-Identifier: ISC */
/*
 * crf - how wrong the evidence for a page's zones is, and which way
 *
 * A linear-chain conditional random field: a path through the zones has as
 * probability, up to a factor, the exponential of what its zones and steps
 * weigh. There are two losses. That of likelihood is how much less a page's
 * allowed paths have than all paths, where a wrong block has its cost on top
 * (softmax margin: Gimpel and Smith, "Softmax-Margin CRFs", NAACL 2010). The
 * risk is what a reader loses by the paths as they are: 1 less the mean of
 * precision and recall, in words, each counted as often as paths keep it
 * (minimum risk: Li and Eisner, EMNLP 2009). The slopes say how a loss changes
 * with the evidence and the steps.
 */
#ifndef CRF_H
#define CRF_H

#include "example.h"

struct crf {
	/* private: of a page's blocks */
	double (*gain)[ZONES];    /* evidence, as powers */
	double (*ahead)[ZONES];   /* shares of the paths up to here */
	double (*behind)[ZONES];  /* shares of the paths from here on */
	double (*past)[ZONES];    /* mean price of the paths up to here .. */
	double (*future)[ZONES];  /* .. and behind, for each zone here */
	double *price;            /* of a block as content */
	double step[ZONES][ZONES]; /* exponentials of the steps' weights */
	size_t cap;
};

/* What the losses of a page are taken by, and where their slopes go. */
struct crf_page {
	const struct example *page;
	const float (*evidence)[ZONES];  /* of each block */
	const float (*step)[ZONES];
	float (*slope)[ZONES];           /* of each block: added to .. */
	float (*step_slope)[ZONES];      /* .. and so here */
};

/* An empty one is all zero. */
void crf_end(struct crf *);

/* The loss of likelihood, times the page's weight and `scale`. */
double crf_loss(struct crf *, const struct crf_page *, double scale);

/* The risk, 0 to 1, times `scale`. */
double crf_risk(struct crf *, const struct crf_page *, double scale);

#endif
