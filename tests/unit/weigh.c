/* SPDX-License-Identifier: ISC */
/* weigh: all ways add up the same, wherever they end. */
#include <assert.h>
#include <string.h>

#include "dice.h"
#include "tables.h"
#include "weigh.h"

enum { TIMES = 1000, MOST = 40 };

/* Sums that leave their bounds go round, all ways. */
static void
set_sum(struct weigh_sum *sum)
{
	int16_t *p = (int16_t *)(void *)sum;
	size_t i;

	for (i = 0; i < sizeof *sum / sizeof *p; i++)
		p[i] = (int16_t)((int)dice_below(65536) - 32768);
}

static void
compare(const struct weigh_sum *a, const struct weigh_sum *b)
{
	assert(memcmp(a->zones.unit, b->zones.unit, sizeof a->zones.unit)
	    == 0);
	assert(memcmp(a->zones.zone, b->zones.zone, sizeof a->zones.zone)
	    == 0);
	assert(memcmp(&a->classes, &b->classes, sizeof a->classes) == 0);
}

static void
test_ways(void)
{
	struct weigh_sum to, fast, plain;
	uint16_t active[MOST];
	size_t i, k, n;

	for (i = 0; i < TIMES; i++) {
		n = dice_below(MOST + 1);
		for (k = 0; k < n; k++)
			active[k] = (uint16_t)dice_below(MODEL_FEATURES);
		set_sum(&to);
		if (!weigh_add_by(i % 2 == 0 ? CHAIN_AVX2 : CHAIN_AVX512,
		    &net_table, &chain_table, active, n, &to, &fast))
			continue;
		weigh_add_by(CHAIN_PLAIN, &net_table, &chain_table, active, n,
		    &to, &plain);
		compare(&fast, &plain);
	}
}

int
main(void)
{
	test_ways();
	return 0;
}
