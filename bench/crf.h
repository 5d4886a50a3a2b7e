/* SPDX-License-Identifier: ISC */
/*
 * crf - learns the weights of a page's zones from pages with known answers
 *
 * A linear-chain conditional random field: a path through the zones has as
 * probability, up to a factor, the exponential of what its zones and steps
 * weigh. The weights are sought under which the allowed paths of each page
 * have most of it even where a wrong block is given its cost on top (softmax
 * margin: Gimpel and Smith, "Softmax-Margin CRFs", NAACL 2010). Each weight is
 * held to its prior by the square of its distance (L2). Descent is by the signs
 * of the whole gradient (Rprop: Igel and Huesken 2000), so that the same pages
 * give the same weights; no random number is used.
 */
#ifndef CRF_H
#define CRF_H

#include "model.h"

#define CRF_ZONES (MODEL_FEATURES * ZONES) /* weights of features */
#define CRF_WEIGHTS (CRF_ZONES + ZONES * ZONES)

/* Where the weights of a feature for a zone, and of a step, are. */
#define CRF_AT(feature, zone) ((size_t)(feature) * ZONES + (zone))
#define CRF_STEP(from, to) (CRF_ZONES + (size_t)(from) * ZONES + (to))

#define CRF_ALL ((1 << ZONES) - 1) /* bits of all zones */

struct crf_block {
	uint32_t first;  /* of its features in the page's `active` .. */
	uint32_t n;      /* .. and how many they are */
	uint8_t allowed; /* bits of the zones that it may be in */
	uint8_t right;   /* bits of the zones that cost nothing */
	float cost;      /* of all other zones */
};

struct crf_page {
	struct crf_block *block; /* owned */
	uint16_t *active;        /* owned: features of one block after another */
	size_t n, cap, n_active, cap_active;
	double weight;           /* how much its loss counts */
};

struct crf {
	double weight[CRF_WEIGHTS];
	double prior[CRF_WEIGHTS];
	bool fixed[CRF_WEIGHTS];  /* stays as it is */
	double hold;              /* L2: how firmly weights keep to priors */

	/* private */
	double gradient[CRF_WEIGHTS], last[CRF_WEIGHTS];
	double stride[CRF_WEIGHTS];
	double step[ZONES][ZONES]; /* exponentials of the steps' weights */
	double (*gain)[ZONES];    /* of a page's blocks: evidence, as powers */
	double (*ahead)[ZONES];   /* .. shares of the paths up to here */
	double (*behind)[ZONES];  /* .. shares of the paths from here on */
	size_t cap_gain, cap_ahead, cap_behind;
};

/* Makes an empty one; weights, priors, fixed and hold are the caller's. */
void crf_begin(struct crf *);
void crf_end(struct crf *);

/*
 * Leaves to each block that is not allowed to be content no zone but the one
 * that is on the page's best allowed path by these weights.
 */
void crf_settle(const struct model *, struct crf_page *);

/* One step down over all pages; returns the loss before it, priors aside. */
double crf_learn(struct crf *, const struct crf_page *, size_t n);

#endif
