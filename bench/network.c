/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "network.h"
#include "vector.h"

#define WEIGHTS (sizeof(struct network_weights) / sizeof(float))
#define OFFSET(field) (offsetof(struct network_weights, field) / sizeof(float))

#define PRIOR 0.3f      /* weights of the priors, in words, to those here */
#define BIAS 0.1f       /* of the units, at the start */
#define SPREAD 0.3f     /* of the weights, at the start .. */
#define SPREAD_FAR 0.18f /* .. and of those of other blocks */
#define HOLD 1e-4       /* how firmly weights keep to their priors */
#define KEEP 0.9        /* of the pace, from step to step .. */
#define KEEP_SQUARE 0.999 /* .. of its square .. */
#define KEEP_MEAN 0.999 /* .. and of the mean of the weights */
#define LEAST 1e-8
#define MOST ((float)NET_MOST / NET_ONE) /* a unit is at most */

/* The blocks of a part: from .. to, counted from the one that sees them. */
static const long part_from[NET_PARTS]
    = { 0, -1, 1, -4, 2, -20, 5, -WINDOW_BLOCKS, 1 };
static const long part_to[NET_PARTS]
    = { 0, -1, 1, -2, 4, -5, 20, -1, WINDOW_BLOCKS };

/* What the sums over parts are multiplied by, but for those over all. */
static const float part_shares[NET_ALL_BEFORE] = { 1, 1, 1, 1.0f / 4, 1.0f / 4,
	1.0f / 16, 1.0f / 16 };

static float
around_zero(uint64_t *dice, float spread)
{
	return (float)(example_draw(dice) - 0.5) * spread;
}

static void
draw(struct network_weights *w, uint64_t *dice)
{
	size_t i, k;

	for (i = 0; i < MODEL_FEATURES; i++)
		for (k = 0; k < NET_UNITS; k++)
			w->unit[i][k] = around_zero(dice, SPREAD);
	for (k = 0; k < NET_UNITS; k++)
		w->unit[model_named(span_of("bias.1"))][k] += BIAS;
	for (i = 0; i < NET_MIXED; i++) {
		for (k = 0; k < NET_INPUTS; k++)
			w->mix[i][k] = around_zero(dice, k < NET_UNITS
			    ? SPREAD
			    : SPREAD_FAR);
		for (k = 0; k < ZONES; k++)
			w->out[i][k] = around_zero(dice, SPREAD);
	}
}

void
network_forget(struct network *n, const bool seen[MODEL_FEATURES])
{
	size_t i;

	for (i = 0; i < MODEL_FEATURES; i++)
		if (!seen[i])
			memset(n->mean.unit[i], 0, sizeof n->mean.unit[i]);
}

void
network_begin(struct network *n, const struct priors *p, uint64_t *dice)
{
	size_t i, zone;

	memset(n, 0, sizeof *n);
	for (i = 0; i < MODEL_FEATURES; i++)
		for (zone = 1; zone < ZONES; zone++)
			n->prior.zone[i][zone] = PRIOR * p->zone[i][zone];
	for (i = 0; i < ZONES; i++)
		for (zone = 0; zone < ZONES; zone++)
			n->prior.step[i][zone] = p->step[i][zone]
			    < PRIORS_NEVER ? NET_NEVER
			                   : PRIOR * p->step[i][zone];
	n->now = n->prior;
	n->likelihood = 1;
	n->dice = dice;
	draw(&n->now, dice);
}

static void
free_blocks(struct network *n)
{
	free(n->units);
	free(n->units_slope);
	free(n->in);
	free(n->in_slope);
	free(n->mixed);
	free(n->evidence);
	free(n->evidence_slope);
	free(n->sums);
}

void
network_end(struct network *n)
{
	free_blocks(n);
	free(n->dropped);
	crf_end(&n->crf);
}

static void
make_room(struct network *n, size_t need)
{
	if (need + 1 <= n->cap)
		return;
	free_blocks(n);
	n->cap = 2 * need + 1;
	n->units = alloc_array(n->cap, sizeof *n->units);
	n->units_slope = alloc_array(n->cap, sizeof *n->units_slope);
	n->in = alloc_array(n->cap, sizeof *n->in);
	n->in_slope = alloc_array(n->cap, sizeof *n->in_slope);
	n->mixed = alloc_array(n->cap, sizeof *n->mixed);
	n->evidence = alloc_array(n->cap, sizeof *n->evidence);
	n->evidence_slope = alloc_array(n->cap, sizeof *n->evidence_slope);
	n->sums = alloc_array(n->cap, sizeof *n->sums);
}

/* The blocks of a part that are there; false if none is. */
static bool
range_of(size_t at, size_t n, size_t part, size_t *from, size_t *to)
{
	long a = (long)at + part_from[part], b = (long)at + part_to[part] + 1;

	*from = a < 0 ? 0 : (size_t)a;
	*to = b > (long)n ? n : b < 0 ? 0 : (size_t)b;
	return *from < *to;
}

/* What a part's sum over n blocks is multiplied by. */
static float
factor_of(size_t part, size_t n)
{
	if (part >= NET_ALL_BEFORE)
		return net_share(n);
	return part_shares[part];
}

static void
see_features(struct network *n, const struct example *p, size_t at)
{
	const struct example_block *b = &p->block[at];
	size_t i, k, feature;

	memset(n->units[at], 0, sizeof n->units[at]);
	memset(n->evidence[at], 0, sizeof n->evidence[at]);
	for (i = 0; i < b->n; i++) {
		if (n->dropped[b->first + i])
			continue;
		feature = p->active[b->first + i];
		vector_add(n->units[at], n->now.unit[feature], 1, NET_UNITS);
		for (k = 0; k < ZONES; k++)
			n->evidence[at][k] += n->now.zone[feature][k];
	}
	for (k = 0; k < NET_UNITS; k++)
		n->units[at][k] = fminf(fmaxf(n->units[at][k], 0), MOST);
}

static void
see_part(struct network *n, size_t n_blocks, size_t at, size_t part)
{
	float *in = n->in[at] + part * NET_UNITS, factor;
	size_t from, to, k;

	memset(in, 0, NET_UNITS * sizeof *in);
	if (!range_of(at, n_blocks, part, &from, &to))
		return;
	factor = factor_of(part, to - from);
	for (k = 0; k < NET_UNITS; k++)
		in[k] = fminf((float)(n->sums[to][k] - n->sums[from][k])
		        * factor, MOST);
}

static void
mix(struct network *n, size_t at)
{
	float sum;
	size_t i, k;

	for (i = 0; i < NET_MIXED; i++) {
		sum = n->now.mix_bias[i]
		    + vector_dot(n->now.mix[i], n->in[at], NET_INPUTS);
		n->mixed[at][i] = fmaxf(sum, 0);
		for (k = 0; k < ZONES; k++)
			n->evidence[at][k]
			    += n->mixed[at][i] * n->now.out[i][k];
	}
}

static void
go_forward(struct network *n, const struct example *p)
{
	size_t i, k;

	memset(n->sums[0], 0, sizeof n->sums[0]);
	for (i = 0; i < p->n; i++) {
		see_features(n, p, i);
		for (k = 0; k < NET_UNITS; k++)
			n->sums[i + 1][k]
			    = n->sums[i][k] + (double)n->units[i][k];
	}
	for (i = 0; i < p->n; i++) {
		for (k = 0; k < NET_PARTS; k++)
			see_part(n, p->n, i, k);
		mix(n, i);
	}
}

/* From the slopes of the evidence to those of the inputs. */
static void
unmix(struct network *n, size_t at)
{
	float slope;
	size_t i, k;

	memset(n->in_slope[at], 0, sizeof n->in_slope[at]);
	for (i = 0; i < NET_MIXED; i++) {
		if (n->mixed[at][i] <= 0)
			continue;
		slope = 0;
		for (k = 0; k < ZONES; k++) {
			slope += n->now.out[i][k] * n->evidence_slope[at][k];
			n->slope.out[i][k]
			    += n->mixed[at][i] * n->evidence_slope[at][k];
		}
		n->slope.mix_bias[i] += slope;
		vector_add(n->slope.mix[i], n->in[at], slope, NET_INPUTS);
		vector_add(n->in_slope[at], n->now.mix[i], slope, NET_INPUTS);
	}
}

/* From the slopes of a part to differences of those of the units. */
static void
unsee_part(struct network *n, size_t n_blocks, size_t at, size_t part)
{
	const float *in = n->in[at] + part * NET_UNITS;
	const float *slope = n->in_slope[at] + part * NET_UNITS;
	size_t from, to, k;
	float factor;

	if (!range_of(at, n_blocks, part, &from, &to))
		return;
	factor = factor_of(part, to - from);
	for (k = 0; k < NET_UNITS; k++) {
		if (in[k] >= MOST)
			continue;
		n->units_slope[from][k] += slope[k] * factor;
		n->units_slope[to][k] -= slope[k] * factor;
	}
}

static void
unsee_features(struct network *n, const struct example *p, size_t at,
    const float sum[NET_UNITS])
{
	const struct example_block *b = &p->block[at];
	float slope[NET_UNITS];
	size_t i, k, feature;

	for (k = 0; k < NET_UNITS; k++)
		slope[k] = n->units[at][k] > 0 && n->units[at][k] < MOST
		    ? sum[k]
		    : 0;
	for (i = 0; i < b->n; i++) {
		if (n->dropped[b->first + i])
			continue;
		feature = p->active[b->first + i];
		vector_add(n->slope.unit[feature], slope, 1, NET_UNITS);
		for (k = 0; k < ZONES; k++)
			n->slope.zone[feature][k]
			    += n->evidence_slope[at][k];
	}
}

static void
go_backward(struct network *n, const struct example *p)
{
	float sum[NET_UNITS] = { 0 };
	size_t i, k;

	memset(n->units_slope, 0, (p->n + 1) * sizeof *n->units_slope);
	for (i = 0; i < p->n; i++) {
		unmix(n, i);
		for (k = 0; k < NET_PARTS; k++)
			unsee_part(n, p->n, i, k);
	}
	for (i = 0; i < p->n; i++) {
		vector_add(sum, n->units_slope[i], 1, NET_UNITS);
		unsee_features(n, p, i, sum);
	}
}

/*
 * Chooses the features that are overlooked. What is left is not made to weigh
 * more: few features say the same as one that is missing.
 */
static void
drop(struct network *n, const struct example *p)
{
	size_t i;

	n->dropped = alloc_grow(n->dropped, &n->cap_dropped, p->n_active + 1,
	    sizeof *n->dropped);
	memset(n->dropped, 0, p->n_active * sizeof *n->dropped);
	for (i = 0; n->drop > 0 && i < p->n_active; i++)
		n->dropped[i] = example_draw(n->dice) < n->drop;
}

double
network_loss(struct network *n, const struct example *p)
{
	struct crf_page page = { .page = p };
	double loss;

	make_room(n, p->n);
	drop(n, p);
	go_forward(n, p);
	page.evidence = (const float (*)[ZONES])n->evidence;
	page.step = (const float (*)[ZONES])n->now.step;
	page.slope = n->evidence_slope;
	page.step_slope = n->slope.step;
	memset(n->evidence_slope, 0, p->n * sizeof *n->evidence_slope);
	loss = crf_loss(&n->crf, &page, n->likelihood);
	if (n->risk > 0)
		loss += crf_risk(&n->crf, &page, n->risk);
	go_backward(n, p);
	return loss;
}

/* Whether a weight stays as it is: steps ruled out, the zone before. */
static bool
is_fixed(const struct network *n, size_t i)
{
	if (i >= OFFSET(step))
		return ((const float *)&n->now)[i] <= NET_NEVER;
	return i >= OFFSET(zone) && i < OFFSET(mix)
	    && (i - OFFSET(zone)) % ZONES == ZONE_BEFORE;
}

void
network_step(struct network *n, size_t n_pages, double rate)
{
	float *now = (float *)&n->now, *mean = (float *)&n->mean;
	float *pace = (float *)&n->pace, *square = (float *)&n->square;
	const float *prior = (const float *)&n->prior;
	const float *slope = (const float *)&n->slope;
	double a, b, x, keep = KEEP_MEAN;
	size_t i;

	n->n_steps++;
	a = 1 - pow(KEEP, (double)n->n_steps);
	b = 1 - pow(KEEP_SQUARE, (double)n->n_steps);
	if (n->n_steps == 1)
		keep = 0;
	for (i = 0; i < WEIGHTS; i++) {
		if (!is_fixed(n, i)) {
			x = (double)slope[i] / (double)n_pages;
			pace[i] = (float)(KEEP * (double)pace[i]
			    + (1 - KEEP) * x);
			square[i] = (float)(KEEP_SQUARE * (double)square[i]
			    + (1 - KEEP_SQUARE) * x * x);
			x = (double)pace[i] / a
			    / (sqrt((double)square[i] / b) + LEAST)
			    + HOLD * (double)(now[i] - prior[i]);
			now[i] -= (float)(rate * x);
		}
		mean[i] = (float)(keep * (double)mean[i]
		    + (1 - keep) * (double)now[i]);
	}
	memset(&n->slope, 0, sizeof n->slope);
}
