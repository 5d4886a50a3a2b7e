/* SPDX-License-Identifier: ISC */
/* chain: names, sums, and ways that are the same by all roads to them. */
#include <assert.h>
#include <string.h>

#include "chain_name.h"
#include "dice.h"

enum { BLOCKS = 300 };

static struct chain chain;
static struct chain_row sums[2][BLOCKS + 2 * CHAIN_MARGIN];
static struct chain_block ways[2][BLOCKS];

static void
test_names(void)
{
	char name[MODEL_NAME];
	unsigned i;

	for (i = 0; i < CHAIN_FEATURES; i++) {
		chain_name(i, name);
		assert(strlen(name) < MODEL_NAME);
		assert(name[0] == '.' || chain_named(span_of(name)) == i);
	}
	assert(chain_named(span_of("upto.99")) == CHAIN_FEATURES);
	assert(chain_named(span_of("nothing")) == CHAIN_FEATURES);
}

static void
set_weights(void)
{
	size_t i, k;

	for (i = 0; i < CHAIN_FEATURES; i++)
		for (k = 0; k < CHAIN_ROOM; k++) {
			chain.row[i].of[k] = (int16_t)((int)dice_below(400) - 200);
			chain.row[i].unit[k] = (int16_t)((int)dice_below(400) - 200);
		}
	for (i = 0; i < CHAIN_INPUTS; i++)
		for (k = 0; k < CLASSES; k++)
			chain.mix[i / 2][k][i % 2]
			    = (int16_t)((int)dice_below(2000) - 1000);
	for (i = 0; i < CLASSES; i++)
		for (k = 0; k < CLASSES; k++)
			chain.step[i][k] = dice_below(5) == 0
			    ? CHAIN_NEVER
			    : (int16_t)((int)dice_below(600) - 300);
}

static void
set_blocks(void)
{
	uint16_t active[8];
	size_t i, k;

	memset(sums, 0, sizeof sums);
	for (i = 0; i < BLOCKS; i++) {
		for (k = 0; k < 8; k++)
			active[k] = (uint16_t)dice_below(CHAIN_FEATURES);
		chain_add(&chain, active, 8, 0, &sums[0][CHAIN_MARGIN + i]);
		sums[1][CHAIN_MARGIN + i] = sums[0][CHAIN_MARGIN + i];
		ways[0][i].allowed = (uint16_t)(1 + dice_below(CHAIN_ALL));
		ways[1][i].allowed = ways[0][i].allowed;
	}
}

/* Bits and their features are the same, by all ways. */
static void
test_awake(void)
{
	struct chain_row by_bits, by_list = { 0 };
	uint16_t active[NET_MIXED + 4];
	unsigned awake = dice() & 0xFFFF;
	size_t n = model_add_bits(active, 0, awake, CHAIN_AWAKE, 4);
	enum chain_way way;

	chain_sum_awake(&chain);
	chain_add_by(CHAIN_PLAIN, &chain, active, n, 0, &by_list);
	for (way = CHAIN_PLAIN; way <= CHAIN_AVX512; way++) {
		memset(&by_bits, 0, sizeof by_bits);
		if (chain_add_by(way, &chain, active, 0, awake, &by_bits))
			assert(memcmp(&by_bits, &by_list, sizeof by_list)
			    == 0);
	}
}

static void
test_roads(enum pair_way road)
{
	size_t i;

	set_blocks();
	if (!chain_mix_by(road, &chain, sums[0] + CHAIN_MARGIN, ways[0],
	    BLOCKS))
		return;
	chain_mix_by(PAIR_PLAIN, &chain, sums[1] + CHAIN_MARGIN, ways[1],
	    BLOCKS);
	chain_go(&chain, ways[0], BLOCKS, CLASS_BEFORE);
	chain_go_plain(&chain, ways[1], BLOCKS, CLASS_BEFORE);
	for (i = 0; i < BLOCKS; i++) {
		assert(memcmp(ways[0][i].says, ways[1][i].says,
		    sizeof ways[0][i].says) == 0);
		assert(ways[0][i].class == ways[1][i].class);
		assert(ways[0][i].class < CLASSES);
	}
}

/* A step that is never taken is not, where there is another way. */
static void
test_steps(void)
{
	struct chain_block way[3];
	size_t i;

	memset(&chain, 0, sizeof chain);
	memset(way, 0, sizeof way);
	for (i = 0; i < 3; i++)
		way[i].allowed = 1u << CLASS_BODY | 1u << CLASS_HEADING;
	way[0].says[CLASS_HEADING] = way[1].says[CLASS_HEADING] = 100;
	chain.step[CLASS_HEADING][CLASS_HEADING] = CHAIN_NEVER;
	way[1].says[CLASS_HEADING] = 150;
	chain_go(&chain, way, 3, CLASS_BEFORE);
	assert(way[0].class == CLASS_BODY && way[1].class == CLASS_HEADING);
	way[2].allowed = 1u << CLASS_HEADING;
	way[2].says[CLASS_HEADING] = -5000;
	chain_go(&chain, way, 3, CLASS_BEFORE);
	assert(way[2].class == CLASS_HEADING && way[1].class == CLASS_BODY);
}

int
main(void)
{
	int i;

	test_names();
	set_weights();
	for (i = 0; i < 100; i++) {
		test_awake();
		test_roads(i % 2 == 0 ? PAIR_AVX2 : PAIR_VNNI);
	}
	test_steps();
	chain_go(&chain, ways[0], 0, CLASS_BEFORE);
	return 0;
}
