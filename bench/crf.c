/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "crf.h"

/* Rprop's usual numbers. */
#define FIRST_STRIDE 0.05
#define LEAST_STRIDE 1e-6
#define MOST_STRIDE 0.5
#define FASTER 1.2
#define SLOWER 0.5

#define IMPOSSIBLE -1e7f /* worse than the steps that data/ rules out */

void
crf_begin(struct crf *c)
{
	size_t i;

	memset(c, 0, sizeof *c);
	for (i = 0; i < CRF_WEIGHTS; i++)
		c->stride[i] = FIRST_STRIDE;
}

void
crf_end(struct crf *c)
{
	free(c->gain);
	free(c->ahead);
	free(c->behind);
	memset(c, 0, sizeof *c);
}

/* The best step to a zone, by `so_far`; *score is what the path has then. */
static uint8_t
best_before(const struct model *m, const float *so_far, size_t to,
    float *score)
{
	size_t from, best = 0;

	for (from = 1; from < ZONES; from++)
		if (so_far[from] + m->step[from][to]
		    > so_far[best] + m->step[best][to])
			best = from;
	*score = so_far[best] + m->step[best][to];
	return (uint8_t)best;
}

/* One block on from so_far; scores are kept small by taking off the best. */
static void
go_on(const struct model *m, const struct crf_page *p, size_t i,
    float *so_far, uint8_t *back)
{
	const struct crf_block *b = &p->block[i];
	float sum[MODEL_ZONES], next[ZONES], most = 2 * IMPOSSIBLE;
	size_t zone;

	model_zones(m, p->active + b->first, b->n, sum);
	for (zone = 0; zone < ZONES; zone++) {
		back[zone] = best_before(m, so_far, zone, &next[zone]);
		next[zone] += (b->allowed >> zone & 1) != 0 ? sum[zone]
		                                            : IMPOSSIBLE;
		if (next[zone] > most)
			most = next[zone];
	}
	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = next[zone] - most;
}

void
crf_settle(const struct model *m, struct crf_page *p)
{
	uint8_t(*back)[ZONES] = alloc_array(p->n, sizeof *back);
	float so_far[ZONES];
	size_t zone, i;

	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = zone == ZONE_BEFORE ? 0 : IMPOSSIBLE;
	for (i = 0; i < p->n; i++)
		go_on(m, p, i, so_far, back[i]);
	for (zone = 0, i = 1; i < ZONES; i++)
		if (so_far[i] > so_far[zone])
			zone = i;
	for (i = p->n; i-- > 0; zone = back[i][zone])
		if ((p->block[i].allowed >> ZONE_CONTENT & 1) == 0)
			p->block[i].allowed = (uint8_t)(1 << zone);
	free(back);
}

/* Divides by the sum, which is returned. */
static double
make_shares(double *v)
{
	double sum = 0;
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		sum += v[zone];
	for (zone = 0; zone < ZONES; zone++)
		v[zone] /= sum;
	return sum;
}

/* The evidence of a block as powers, the best 1; returns that one's log. */
static double
weigh(const struct crf *c, const struct crf_page *p, size_t i, bool allowed,
    double *gain)
{
	const struct crf_block *b = &p->block[i];
	double sum[ZONES] = { 0 }, most = -HUGE_VAL;
	size_t k, zone;

	for (k = 0; k < b->n; k++)
		for (zone = 0; zone < ZONES; zone++)
			sum[zone] += c->weight[CRF_AT(
			    p->active[b->first + k], zone)];
	for (zone = 0; zone < ZONES; zone++) {
		if (allowed && (b->allowed >> zone & 1) == 0)
			sum[zone] = -HUGE_VAL;
		else if (!allowed && (b->right >> zone & 1) == 0)
			sum[zone] += b->cost;
		if (sum[zone] > most)
			most = sum[zone];
	}
	for (zone = 0; zone < ZONES; zone++)
		gain[zone] = exp(sum[zone] - most);
	return most;
}

/* The shares of all paths up to each block; returns the log of their sum. */
static double
look_ahead(struct crf *c, const struct crf_page *p, bool allowed)
{
	double before[ZONES] = { 0 }, total = 0;
	size_t i, from, to;

	before[ZONE_BEFORE] = 1;
	for (i = 0; i < p->n; i++) {
		total += weigh(c, p, i, allowed, c->gain[i]);
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
count_steps(struct crf *c, size_t i, double sign)
{
	static const double start[ZONES] = { [ZONE_BEFORE] = 1 };
	const double *before = i > 0 ? c->ahead[i - 1] : start;
	double share[ZONES][ZONES], sum = 0;
	size_t from, to;

	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++) {
			share[from][to] = before[from] * c->step[from][to]
			    * c->gain[i][to] * c->behind[i][to];
			sum += share[from][to];
		}
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			c->gradient[CRF_STEP(from, to)]
			    += sign * share[from][to] / sum;
}

/* Enters how often the paths have each feature of block i in each zone. */
static void
count_zones(struct crf *c, const struct crf_page *p, size_t i, double sign)
{
	const struct crf_block *b = &p->block[i];
	double share[ZONES];
	size_t k, zone;

	for (zone = 0; zone < ZONES; zone++)
		share[zone] = c->ahead[i][zone] * c->behind[i][zone];
	make_shares(share);
	for (k = 0; k < b->n; k++)
		for (zone = 0; zone < ZONES; zone++)
			c->gradient[CRF_AT(p->active[b->first + k], zone)]
			    += sign * share[zone];
}

/* Adds to the gradient; returns the log of what the page's paths weigh. */
static double
count_paths(struct crf *c, const struct crf_page *p, bool allowed, double sign)
{
	double total = look_ahead(c, p, allowed);
	size_t i;

	look_behind(c, p->n);
	for (i = 0; i < p->n; i++) {
		count_zones(c, p, i, sign * p->weight);
		count_steps(c, i, sign * p->weight);
	}
	return total * p->weight;
}

static void
make_room(struct crf *c, size_t n)
{
	c->gain = alloc_grow(c->gain, &c->cap_gain, n, sizeof *c->gain);
	c->ahead = alloc_grow(c->ahead, &c->cap_ahead, n, sizeof *c->ahead);
	c->behind = alloc_grow(c->behind, &c->cap_behind, n,
	    sizeof *c->behind);
}

/* Moves a weight against its gradient: farther, as long as its sign stays. */
static void
move(struct crf *c, size_t i)
{
	double slope = c->gradient[i]
	    + c->hold * (c->weight[i] - c->prior[i]);
	double turn = slope * c->last[i];

	if (turn > 0)
		c->stride[i] = fmin(c->stride[i] * FASTER, MOST_STRIDE);
	if (turn < 0) {
		c->stride[i] = fmax(c->stride[i] * SLOWER, LEAST_STRIDE);
		slope = 0;
	}
	if (slope != 0)
		c->weight[i] -= slope > 0 ? c->stride[i] : -c->stride[i];
	c->last[i] = slope;
}

double
crf_learn(struct crf *c, const struct crf_page *p, size_t n)
{
	double loss = 0;
	size_t i, from, to;

	memset(c->gradient, 0, sizeof c->gradient);
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			c->step[from][to]
			    = exp(c->weight[CRF_STEP(from, to)]);
	for (i = 0; i < n; i++) {
		make_room(c, p[i].n);
		loss += count_paths(c, &p[i], false, 1);
		loss -= count_paths(c, &p[i], true, -1);
	}
	for (i = 0; i < CRF_WEIGHTS; i++)
		if (!c->fixed[i])
			move(c, i);
	return loss;
}
