/* SPDX-License-Identifier: ISC */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "crf.h"

#define FEW 5.0 /* words */

/* Which paths are looked at, and how. */
enum paths {
	PATHS_ALL,
	PATHS_COSTLY,  /* all, wrong blocks with their cost on top */
	PATHS_ALLOWED
};

static const double start[ZONES] = { [ZONE_BEFORE] = 1 };

void
crf_end(struct crf *c)
{
	free(c->gain);
	free(c->ahead);
	free(c->behind);
	free(c->past);
	free(c->future);
	free(c->price);
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
weigh(const struct crf_page *w, size_t i, enum paths paths, double *gain)
{
	const struct example_block *b = &w->page->block[i];
	double sum[ZONES], most = -HUGE_VAL;
	size_t zone;

	for (zone = 0; zone < ZONES; zone++) {
		sum[zone] = (double)w->evidence[i][zone];
		if (paths == PATHS_ALLOWED && (b->allowed >> zone & 1) == 0)
			sum[zone] = -HUGE_VAL;
		if (paths == PATHS_COSTLY && (b->right >> zone & 1) == 0)
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
look_ahead(struct crf *c, const struct crf_page *w, enum paths paths)
{
	const double *before = start;
	double total = 0;
	size_t i, from, to;

	for (i = 0; i < w->page->n; i++) {
		total += weigh(w, i, paths, c->gain[i]);
		for (to = 0; to < ZONES; to++) {
			c->ahead[i][to] = 0;
			for (from = 0; from < ZONES; from++)
				c->ahead[i][to]
				    += before[from] * c->step[from][to];
			c->ahead[i][to] *= c->gain[i][to];
		}
		total += log(make_shares(c->ahead[i]));
		before = c->ahead[i];
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

/* How often the paths take each step to block i. */
static void
share_steps(const struct crf *c, size_t i, double share[ZONES][ZONES])
{
	const double *before = i > 0 ? c->ahead[i - 1] : start;
	double sum = DBL_MIN;
	size_t from, to;

	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++) {
			share[from][to] = before[from] * c->step[from][to]
			    * c->gain[i][to] * c->behind[i][to];
			sum += share[from][to];
		}
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			share[from][to] /= sum;
}

/* How often the paths have block i in each zone. */
static void
share_zones(const struct crf *c, size_t i, double share[ZONES])
{
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		share[zone] = c->ahead[i][zone] * c->behind[i][zone];
	make_shares(share);
}

/* Adds to the slopes; returns the log of what the page's paths weigh. */
static double
count_paths(struct crf *c, const struct crf_page *w, enum paths paths,
    double sign)
{
	double total = look_ahead(c, w, paths);
	double zones[ZONES], steps[ZONES][ZONES];
	size_t i, from, to;

	look_behind(c, w->page->n);
	for (i = 0; i < w->page->n; i++) {
		share_zones(c, i, zones);
		share_steps(c, i, steps);
		for (to = 0; to < ZONES; to++) {
			w->slope[i][to] += (float)(sign * zones[to]);
			for (from = 0; from < ZONES; from++)
				w->step_slope[from][to]
				    += (float)(sign * steps[from][to]);
		}
	}
	return sign * total;
}

static void
begin(struct crf *c, const struct crf_page *w)
{
	size_t n = w->page->n, from, to;

	if (n > c->cap) {
		crf_end(c);
		c->cap = 2 * n;
		c->gain = alloc_array(c->cap, sizeof *c->gain);
		c->ahead = alloc_array(c->cap, sizeof *c->ahead);
		c->behind = alloc_array(c->cap, sizeof *c->behind);
		c->past = alloc_array(c->cap, sizeof *c->past);
		c->future = alloc_array(c->cap, sizeof *c->future);
		c->price = alloc_array(c->cap, sizeof *c->price);
	}
	for (from = 0; from < ZONES; from++)
		for (to = 0; to < ZONES; to++)
			c->step[from][to] = exp((double)w->step[from][to]);
}

double
crf_loss(struct crf *c, const struct crf_page *w, double scale)
{
	scale *= (double)w->page->weight;
	begin(c, w);
	return count_paths(c, w, PATHS_COSTLY, scale)
	    + count_paths(c, w, PATHS_ALLOWED, -scale);
}

/* The words of a block that an article's reader wants. */
static double
wanted_of(const struct example_block *b)
{
	return b->right == 1 << ZONE_CONTENT ? (double)b->words : 0;
}

/*
 * Sets the price of each block as content: how the risk changes if paths keep
 * it more often. Returns the risk. FEW words count as kept and wanted besides,
 * so that it is as well to keep nothing where nothing is wanted.
 */
static double
set_prices(struct crf *c, const struct crf_page *w)
{
	const struct example_block *b = w->page->block;
	double share[ZONES], hit = FEW, kept = FEW, wanted = FEW, precision;
	size_t i, n = w->page->n;

	for (i = 0; i < n; i++) {
		share_zones(c, i, share);
		hit += wanted_of(&b[i]) * share[ZONE_CONTENT];
		kept += (double)b[i].words * share[ZONE_CONTENT];
		wanted += wanted_of(&b[i]);
	}
	precision = hit / kept;
	for (i = 0; i < n; i++)
		c->price[i] = ((precision * (double)b[i].words
		    - wanted_of(&b[i])) / kept - wanted_of(&b[i]) / wanted) / 2;
	return 1 - (precision + hit / wanted) / 2;
}

/* What the paths up to each block cost on the average, by its zone. */
static void
price_past(struct crf *c, size_t n)
{
	double sum, x;
	size_t i, from, to;

	for (i = 0; i < n; i++)
		for (to = 0; to < ZONES; to++) {
			sum = DBL_MIN;
			c->past[i][to] = 0;
			for (from = 0; i > 0 && from < ZONES; from++) {
				x = c->ahead[i - 1][from] * c->step[from][to];
				sum += x;
				c->past[i][to] += x * c->past[i - 1][from];
			}
			c->past[i][to] /= i > 0 ? sum : 1;
			if (to == ZONE_CONTENT)
				c->past[i][to] += c->price[i];
		}
}

/* What they cost from behind each block on. */
static void
price_future(struct crf *c, size_t n)
{
	double sum, x;
	size_t i, from, to;

	memset(c->future[n - 1], 0, sizeof c->future[n - 1]);
	for (i = n - 1; i-- > 0;)
		for (from = 0; from < ZONES; from++) {
			sum = DBL_MIN;
			c->future[i][from] = 0;
			for (to = 0; to < ZONES; to++) {
				x = c->step[from][to] * c->gain[i + 1][to]
				    * c->behind[i + 1][to];
				sum += x;
				c->future[i][from] += x
				    * (c->future[i + 1][to]
				        + (to == ZONE_CONTENT
				                ? c->price[i + 1]
				                : 0));
			}
			c->future[i][from] /= sum;
		}
}

/*
 * Adds the slopes of block i: what its zones and steps cost more than all paths
 * do on the average.
 */
static void
count_prices(const struct crf *c, const struct crf_page *w, size_t i,
    double scale)
{
	double zones[ZONES], steps[ZONES][ZONES], cost[ZONES], mean = 0, past;
	size_t from, to;

	share_zones(c, i, zones);
	share_steps(c, i, steps);
	for (to = 0; to < ZONES; to++) {
		cost[to] = c->past[i][to] + c->future[i][to];
		mean += zones[to] * cost[to];
	}
	for (to = 0; to < ZONES; to++) {
		w->slope[i][to] += (float)(scale * zones[to]
		    * (cost[to] - mean));
		for (from = 0; from < ZONES; from++) {
			past = i > 0 ? c->past[i - 1][from] : 0;
			if (to == ZONE_CONTENT)
				past += c->price[i];
			w->step_slope[from][to] += (float)(scale
			    * steps[from][to]
			    * (past + c->future[i][to] - mean));
		}
	}
}

double
crf_risk(struct crf *c, const struct crf_page *w, double scale)
{
	size_t n = w->page->n, i;
	double risk;

	begin(c, w);
	look_ahead(c, w, PATHS_ALL);
	look_behind(c, n);
	risk = set_prices(c, w);
	price_past(c, n);
	price_future(c, n);
	for (i = 0; i < n; i++)
		count_prices(c, w, i, scale);
	return scale * risk;
}
