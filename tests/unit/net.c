/* SPDX-License-Identifier: ISC */
/* net: sums fit in their numbers; all ways to mix them give the same. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "tables.h"
#include "weights.h"

enum { BLOCKS = 200 };

static struct net net;
static struct net_units units[BLOCKS + 2 * NET_MARGIN];
static struct net_evidence fast[BLOCKS], plain[BLOCKS];

/* Whether all of the features' sums, at their largest, fit in 16 bits. */
static void
test_bounds(void)
{
	long sum, most, x;
	size_t i, k;

	for (k = 0; k < NET_UNITS; k++) {
		for (i = 0, most = 0; i < MODEL_FEATURES; i++) {
			x = labs((long)net.row[i].unit[k]);
			most = x > most ? x : most;
		}
		assert(most < INT16_MAX / 16);
	}
	for (k = 0; k < NET_MIXED; k++) {
		for (i = 0, sum = 0; i < NET_INPUTS / 2; i++)
			sum += labs((long)net.mix[i][k][0])
			    + labs((long)net.mix[i][k][1]);
		assert(sum < (INT32_MAX - labs((long)net.mix_bias[k]))
		        / NET_MOST);
	}
}

static void
test_data(void)
{
	net = net_table;
	assert(net.step[ZONE_AFTER][ZONE_BEFORE] <= NET_NEVER);
	test_bounds();
}

/* Units in all of their range, more often none. */
static void
fill(void)
{
	size_t i, k;

	for (i = 0; i < BLOCKS; i++)
		for (k = 0; k < NET_UNITS; k++)
			units[NET_MARGIN + i].of[k] = dice() % 2 == 0
			    ? 0
			    : (int16_t)(dice() % (NET_MOST + 1));
}

static void
test_twins(void)
{
	enum pair_way way;
	size_t round, n;

	for (round = 0; round < 100; round++) {
		way = round % 2 == 0 ? PAIR_AVX2 : PAIR_VNNI;
		memset(units, 0, sizeof units);
		fill();
		n = 1 + dice() % BLOCKS;
		memset(units + NET_MARGIN + n, 0,
		    (BLOCKS + NET_MARGIN - n) * sizeof units[0]);
		memset(fast, 0, sizeof fast);
		memset(plain, 0, sizeof plain);
		if (!net_mix_by(way, &net, units + NET_MARGIN, n, fast,
		    sizeof fast[0]))
			continue;
		net_mix_by(PAIR_PLAIN, &net, units + NET_MARGIN, n, plain,
		    sizeof plain[0]);
		assert(memcmp(fast, plain, sizeof fast) == 0);
	}
}

/* Looks at a block with these active features alone. */
static void
look(const struct net *of, const uint16_t *active, size_t n,
    struct net_units *unit, struct net_evidence *e)
{
	struct net_row none = { 0 }, sum;

	net_add(of, active, n, &none, &sum);
	net_see(&sum, unit, e);
}

/* Units are none below 0, none above the most. */
static void
test_sums(void)
{
	static const char bytes[] = "bias.1 zone\0000 256 0 0 0 -512\0\0"
	    "bias.1 unit\000-5 9 9999 0 0 0 0 0 0 0 0 0 0 0 0 1\0";
	static struct net small;
	struct net_units unit;
	struct net_evidence e;
	uint16_t active = (uint16_t)model_named(span_of("bias.1"));
	struct span bad;

	assert(weights_net(&small, list_of(bytes, sizeof bytes), &bad));
	look(&small, &active, 1, &unit, &e);
	assert(unit.of[0] == 0 && unit.of[1] == 9 && unit.of[15] == 1);
	assert(unit.of[2] == NET_MOST);
	assert(e.zone[ZONE_CONTENT] == 1 && e.zone[ZONE_AFTER] == -2);
}

/* What the features say adds up to the evidence of a block that is alone. */
static void
test_reasons(void)
{
	static struct net_units alone[1 + 2 * NET_MARGIN];
	uint16_t active[3] = { 1, 50, 200 };
	struct net_evidence e;
	float says[3], bias;
	size_t m;

	look(&net, active, 3, &alone[NET_MARGIN], &e);
	net_mix(&net, alone + NET_MARGIN, 1, &e, sizeof e);
	net_explain(&net, active, 3, &alone[NET_MARGIN], &e, ZONE_CONTENT,
	    ZONE_AFTER, says);
	for (bias = 0, m = 0; m < NET_MIXED; m++)
		if ((e.awake >> m & 1) != 0)
			bias += (float)net.mix_bias[m]
			    / (NET_ONE * NET_MIX_ONE)
			    * (net.out[m][ZONE_CONTENT]
			        - net.out[m][ZONE_AFTER]);
	bias += says[0] + says[1] + says[2];
	bias -= e.zone[ZONE_CONTENT] - e.zone[ZONE_AFTER];
	assert(bias < 0.01f && bias > -0.01f);
}

int
main(void)
{
	test_data();
	test_twins();
	test_reasons();
	test_sums();
	return 0;
}
