/* SPDX-License-Identifier: ISC */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "crf.h"

/* What crf_loss works on. */
struct work {
	const struct example *page;
	const float (*evidence)[ZONES];
	float (*slope)[ZONES];
	float (*step_slope)[ZONES];
};

void
crf_end(struct crf *c)
{
	free(c->gain);
	free(c->ahead);
	free(c->behind);
	memset(c, 0, sizeof *c);
}

/* Divides by the sum, which is returned; of no path at all nothing is left. */
static double
make_shares(double *v)
{
	double sum = DBL_MIN;
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		sum += v[zone];
	for (zone = 0; zone < ZONES; zone++)
		v[zone] /= sum;
	return sum;
}

/* The evidence of a block as powers, the best 1; returns that one's log. */
static double
weigh(const struct work *w, size_t i, bool allowed, double *gain)
{
	const struct example_block *b = &w->page->block[i];
	double sum[ZONES], most = -HUGE_VAL;
	size_t zone;

	for (zone = 0; zone < ZONES; zone++) {
		sum[zone] = (double)w->evidence[i][zone];
		if (allowed && (b->allowed >> zone & 1) == 0)
			sum[zone] = -HUGE_VAL;
		else if (!allowed && (b->right >> zone & 1) == 0)
			sum[zone] += (double)b->cost;
		if (sum[zone] > most)
			most = sum[zone];
	}
	for (zone = 0; zone < ZONES; zone++)
		gain[zone] = exp(sum[zone] - most);
	return most;
}

/* The shares of all paths up to each block; returns the log of their sum. */
static double
look_ahead(struct crf *c, const struct work *w, bool allowed)
{
	double before[ZONES] = { 0 }, total = 0;
	size_t i, from, to;

	before[ZONE_BEFORE] = 1;
	for (i = 0; i < w->page->n; i++) {
		total += weigh(w, i, allowed, c->gain[i]);
		for (to = 0; to < ZONES; to++) {
			c->ahead[i][to] = 0;
			for (from = 0; from < ZONES; from++)
				c->ahead[i][to]
				    += before[from] * c->step[from][to];
			c->ahead[i][to] *= c->gain[i][to];
		}
		total += log(make_shares(c->ahead[i]));
		memcpy(before, c->ahead[i], sizeof before);
	}
	return total;
}

static void
look_behind(struct crf *c, size_t n)
{
	double next[ZONES];
	size_t i, from, to;

	for (to = 0; to < ZONES; to++)
		c->behind[n - 1][to] = 1;
	for (i = n - 1; i-- > 0;) {
		for (to = 0; to < ZONES; to++)
			next[to] = c->gain[i + 1][to] * c->behind[i + 1][to];
		for (from = 0; from < ZONES; from++) {
			c->behind[i][from] = 0;
			for (to = 0; to < ZONES; to++)
				c->behind[i][from]
				    += c->step[from][to] * next[to];
		}
		make_shares(c->behind[i]);
	}
}

/* Enters how often the paths take each step to block i. */
static void
count_steps(const struct crf *c, const struct work *w, size_t i, double sign)
{
	static const double start[ZONES] = { [ZONE_BEFORE] = 1 };
	const double *before = i > 0 ? c->ahead[i - 1] : start;
	double share[ZONES][ZONES], sum = DBL_MIN;
	size_t from, to;

	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++) {
			share[from][to] = before[from] * c->step[from][to]
			    * c->gain[i][to] * c->behind[i][to];
			sum += share[from][to];
		}
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			w->step_slope[from][to]
			    += (float)(sign * share[from][to] / sum);
}

/* Enters how often the paths have block i in each zone. */
static void
count_zones(const struct crf *c, const struct work *w, size_t i, double sign)
{
	double share[ZONES];
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		share[zone] = c->ahead[i][zone] * c->behind[i][zone];
	make_shares(share);
	for (zone = 0; zone < ZONES; zone++)
		w->slope[i][zone] += (float)(sign * share[zone]);
}

/* Adds to the slopes; returns the log of what the page's paths weigh. */
static double
count_paths(struct crf *c, const struct work *w, bool allowed, double sign)
{
	double total = look_ahead(c, w, allowed);
	double weight = (double)w->page->weight;
	size_t i;

	look_behind(c, w->page->n);
	for (i = 0; i < w->page->n; i++) {
		count_zones(c, w, i, sign * weight);
		count_steps(c, w, i, sign * weight);
	}
	return total * weight;
}

static void
make_room(struct crf *c, size_t n)
{
	c->gain = alloc_grow(c->gain, &c->cap_gain, n, sizeof *c->gain);
	c->ahead = alloc_grow(c->ahead, &c->cap_ahead, n, sizeof *c->ahead);
	c->behind = alloc_grow(c->behind, &c->cap_behind, n,
	    sizeof *c->behind);
}

double
crf_loss(struct crf *c, const struct example *page,
    const float (*evidence)[ZONES], float step[ZONES][ZONES],
    float (*slope)[ZONES], float step_slope[ZONES][ZONES])
{
	struct work w = { page, evidence, slope, step_slope };
	size_t from, to;

	make_room(c, page->n);
	memset(slope, 0, page->n * sizeof *slope);
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			c->step[from][to] = exp((double)step[from][to]);
	return count_paths(c, &w, false, 1) - count_paths(c, &w, true, -1);
}
