/* SPDX-License-Identifier: ISC */
/* weigh: the fast way and its plain twin add up the same, wherever they end. */
#include <assert.h>
#include <string.h>

#include "dice.h"
#include "tables.h"
#include "weigh.h"

enum { TIMES = 1000, MOST = 40 };

/* Sums that leave their bounds go round, both ways. */
static void
set_sum(struct weigh_sum *sum)
{
	int16_t *p = (int16_t *)(void *)sum;
	size_t i;

	for (i = 0; i < sizeof *sum / sizeof *p; i++)
		p[i] = (int16_t)((int)dice_below(65536) - 32768);
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
		weigh_add(&net_table, &chain_table, active, n, &to, &fast);
		weigh_add_plain(&net_table, &chain_table, active, n, &to,
		    &plain);
		assert(memcmp(&fast, &plain, sizeof fast) == 0);
	}
}

int
main(void)
{
	test_ways();
	return 0;
}
