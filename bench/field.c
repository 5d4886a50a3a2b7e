/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "field.h"

#define IMPOSSIBLE -1e9
#define PACE 0.9       /* Adam's: of the mean slope .. */
#define SQUARE 0.999   /* .. and of the mean of its square */
#define LEAST 1e-8
#define SMALL 0.1      /* the first weights of units, at most */
#define FIRST_DICE 88172645463325252u
#define TINY 1e-200    /* so that no sum is 0 */
#define HOLD 0.03      /* to 0, each step, times the rate */
#define MEAN 0.998     /* of the running mean */

void
field_end(struct field *f)
{
	free(f->says);
	free(f->ahead);
	free(f->slopes);
	free(f->scale);
	free(f->units);
	free(f->unit_slopes);
	free(f->dropped);
	memset(f, 0, sizeof *f);
}

/* Marsaglia's xorshift, 2003. */
static double
draw(uint64_t *dice)
{
	*dice ^= *dice << 13;
	*dice ^= *dice >> 7;
	*dice ^= *dice << 17;
	return (double)(*dice >> 11) / 9007199254740992.0;
}

void
field_begin(struct field *f, const uint16_t never[CLASSES])
{
	double *mix = f->now.mix[0][0];
	size_t i, k;

	memset(f, 0, sizeof *f);
	memcpy(f->never, never, sizeof f->never);
	f->dice = FIRST_DICE;
	for (i = 0; i < CHAIN_FEATURES; i++)
		for (k = 0; k < CHAIN_UNITS; k++)
			f->now.unit[i][k] = SMALL * (2 * draw(&f->dice) - 1);
	for (i = 0; i < sizeof f->now.mix / sizeof *mix; i++)
		mix[i] = SMALL * (2 * draw(&f->dice) - 1);
}

/* A part of a block's surroundings: from..to, seen from it, and its share. */
static const struct {
	int from, to;
	double share;
} parts[CHAIN_PARTS] = {
	[CHAIN_HERE] = { 0, 0, 1 },
	[CHAIN_PREVIOUS] = { -1, -1, 1 },
	[CHAIN_FOLLOWING] = { 1, 1, 1 },
	[CHAIN_AHEAD] = { -4, -2, 0.25 },
	[CHAIN_BEHIND] = { 2, 4, 0.25 },
};

/* Adds up the features of the blocks that are not dropped. */
static void
add_up(struct field *f, const struct field_page *p)
{
	double scale = 1 / (1 - f->drop);
	const struct field_block *b;
	size_t i, k, c, a;

	for (i = 0; i < p->n; i++) {
		b = &p->block[i];
		memset(f->says[i], 0, sizeof f->says[i]);
		memset(f->units[i], 0, sizeof f->units[i]);
		for (k = b->first; k < b->first + b->n; k++) {
			f->dropped[k] = f->drop > 0 && draw(&f->dice) < f->drop;
			if (f->dropped[k])
				continue;
			a = p->active[k];
			for (c = 0; c < CLASSES; c++)
				f->says[i][c] += scale * f->now.row[a][c];
			for (c = 0; c < CHAIN_UNITS; c++)
				f->units[i][c] += scale * f->now.unit[a][c];
		}
		for (c = 0; c < CHAIN_UNITS; c++)
			if (f->units[i][c] < 0)
				f->units[i][c] = 0;
	}
}

/* The blocks *at and on that a part of block i goes by, and where they end. */
static size_t
reach(const struct field_page *p, size_t i, size_t part, size_t *at)
{
	long first = (long)i + parts[part].from;
	long end = (long)i + parts[part].to + 1;

	*at = first < 0 ? 0 : (size_t)first;
	if (end < 0)
		return 0;
	return (size_t)end < p->n ? (size_t)end : p->n;
}

/* Goes through the pairs of block i and those of a part of it. */
static void
mix(struct field *f, const struct field_page *p, size_t i, size_t part)
{
	double x;
	size_t u, c, at, end = reach(p, i, part, &at);

	for (; at < end; at++) {
		for (u = 0; u < CHAIN_UNITS; u++) {
			x = f->units[at][u] * parts[part].share;
			for (c = 0; x > 0 && c < CLASSES; c++)
				f->says[i][c] += x * f->now.mix[part][u][c];
		}
	}
}

/* The slopes of the same. */
static void
unmix(struct field *f, const struct field_page *p, size_t i, size_t part)
{
	double x, slope;
	size_t u, c, at, end = reach(p, i, part, &at);

	for (; at < end; at++) {
		for (u = 0; u < CHAIN_UNITS; u++) {
			x = f->units[at][u] * parts[part].share;
			slope = 0;
			for (c = 0; x > 0 && c < CLASSES; c++) {
				f->slope.mix[part][u][c]
				    += x * f->slopes[i][c];
				slope += f->slopes[i][c]
				    * f->now.mix[part][u][c];
			}
			f->unit_slopes[at][u] += slope * parts[part].share;
		}
	}
}

/* Takes the slopes of what speaks for the classes to the weights. */
static void
learn(struct field *f, const struct field_page *p)
{
	double scale = 1 / (1 - f->drop);
	const struct field_block *b;
	size_t i, k, c, a;

	memset(f->unit_slopes, 0, p->n * sizeof *f->unit_slopes);
	for (i = 0; i < p->n; i++)
		for (k = 0; k < CHAIN_PARTS; k++)
			unmix(f, p, i, k);
	for (i = 0; i < p->n; i++) {
		b = &p->block[i];
		for (k = b->first; k < b->first + b->n; k++) {
			a = p->active[k];
			for (c = 0; !f->dropped[k] && c < CLASSES; c++)
				f->slope.row[a][c] += scale * f->slopes[i][c];
			for (c = 0; !f->dropped[k] && c < CHAIN_UNITS; c++)
				if (f->units[i][c] > 0)
					f->slope.unit[a][c] += scale
					    * f->unit_slopes[i][c];
		}
	}
}

/* What the features of the blocks say. */
static void
weigh(struct field *f, const struct field_page *p)
{
	size_t i, k;

	add_up(f, p);
	for (i = 0; i < p->n; i++)
		for (k = 0; k < CHAIN_PARTS; k++)
			mix(f, p, i, k);
	for (i = 0; i < CLASSES; i++)
		for (k = 0; k < CLASSES; k++)
			f->step[i][k] = (f->never[i] >> k & 1) != 0
			    ? 0
			    : exp(f->now.step[i][k]);
}

/* The powers of what speaks for each class, made small by the most. */
static double
powers(const struct field *f, const struct field_page *p, size_t i,
    bool right, double power[CLASSES])
{
	const struct field_block *b = &p->block[i];
	unsigned may = right ? b->right : b->may;
	double most = IMPOSSIBLE, x;
	size_t c;

	for (c = 0; c < CLASSES; c++)
		if (f->says[i][c] > most)
			most = f->says[i][c];
	most += b->cost;
	for (c = 0; c < CLASSES; c++) {
		x = f->says[i][c]
		    + ((b->right >> c & 1) != 0 ? 0 : b->cost);
		power[c] = (may >> c & 1) != 0 ? exp(x - most) + TINY : 0;
	}
	return most;
}

/* The logarithm of what all ways have, the right ones or all. */
static double
go_ahead(struct field *f, const struct field_page *p, bool right)
{
	double power[CLASSES], all = 0, sum;
	size_t i, c, from;

	for (i = 0; i < p->n; i++) {
		all += powers(f, p, i, right, power);
		sum = 0;
		for (c = 0; c < CLASSES; c++) {
			f->ahead[i][c] = TINY;
			if (i == 0)
				f->ahead[i][c] = f->step[CLASS_BEFORE][c];
			for (from = 0; i > 0 && from < CLASSES; from++)
				f->ahead[i][c] += f->ahead[i - 1][from]
				    * f->step[from][c];
			f->ahead[i][c] *= power[c];
			sum += f->ahead[i][c];
		}
		for (c = 0; c < CLASSES; c++)
			f->ahead[i][c] /= sum;
		f->scale[i] = sum;
		all += log(sum);
	}
	return all;
}

/* Adds how often each class and step is on the ways, times `scale`. */
static void
go_back(struct field *f, const struct field_page *p, bool right, double scale)
{
	double behind[CLASSES], next[CLASSES], power[CLASSES], x;
	size_t i, c, to;

	for (c = 0; c < CLASSES; c++)
		behind[c] = 1;
	for (i = p->n; i-- > 0;) {
		powers(f, p, i, right, power);
		for (c = 0; c < CLASSES; c++)
			f->slopes[i][c] += scale * f->ahead[i][c] * behind[c];
		for (c = 0; c < CLASSES; c++) {
			next[c] = 0;
			for (to = 0; to < CLASSES; to++) {
				x = f->step[c][to] * power[to] * behind[to]
				    / f->scale[i];
				next[c] += x;
				f->slope.step[c][to] += scale * x * (i > 0
				        ? f->ahead[i - 1][c]
				        : c == CLASS_BEFORE);
			}
		}
		memcpy(behind, next, sizeof behind);
	}
}

static void
make_room(struct field *f, const struct field_page *p)
{
	size_t cap[5] = { f->cap, f->cap, f->cap, f->cap, f->cap }, n = p->n;

	f->says = alloc_grow(f->says, &cap[0], n, sizeof *f->says);
	f->ahead = alloc_grow(f->ahead, &cap[1], n, sizeof *f->ahead);
	f->scale = alloc_grow(f->scale, &cap[2], n, sizeof *f->scale);
	f->units = alloc_grow(f->units, &cap[3], n, sizeof *f->units);
	f->unit_slopes = alloc_grow(f->unit_slopes, &cap[4], n,
	    sizeof *f->unit_slopes);
	f->slopes = alloc_grow(f->slopes, &f->cap, n, sizeof *f->slopes);
	f->dropped = alloc_grow(f->dropped, &f->cap_dropped, p->n_active,
	    sizeof *f->dropped);
}

void
field_saw(struct field *f, const struct field_page *p)
{
	size_t i;

	for (i = 0; i < p->n_active; i++)
		f->seen[p->active[i]] = true;
}

double
field_loss(struct field *f, const struct field_page *p)
{
	double all, right;

	if (p->n == 0)
		return 0;
	make_room(f, p);
	weigh(f, p);
	memset(f->slopes, 0, p->n * sizeof *f->slopes);
	all = go_ahead(f, p, false);
	go_back(f, p, false, p->weight);
	right = go_ahead(f, p, true);
	go_back(f, p, true, -p->weight);
	learn(f, p);
	return p->weight * (all - right);
}

/* Adam, with what is held to 0 apart from it. */
void
field_step(struct field *f, size_t n, double rate)
{
	double *now = f->now.row[0], *mean = f->mean.row[0];
	double *slope = f->slope.row[0], *pace = f->pace.row[0];
	double *square = f->square.row[0], x, old, m, v;
	size_t all = sizeof f->now / sizeof *now, i;

	f->n_steps++;
	m = 1 - pow(PACE, (double)f->n_steps);
	v = 1 - pow(SQUARE, (double)f->n_steps);
	old = 1 - 1 / (double)f->n_steps;
	old = old < MEAN ? old : MEAN;
	for (i = 0; i < all; i++) {
		x = slope[i] / (double)n;
		pace[i] = PACE * pace[i] + (1 - PACE) * x;
		square[i] = SQUARE * square[i] + (1 - SQUARE) * x * x;
		now[i] -= rate * (pace[i] / m / (sqrt(square[i] / v) + LEAST)
		    + HOLD * now[i]);
		mean[i] = old * mean[i] + (1 - old) * now[i];
		slope[i] = 0;
	}
}
