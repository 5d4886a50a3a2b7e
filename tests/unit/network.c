/* SPDX-License-Identifier: ISC */
/* network, crf: the slopes are those of the loss, as found by small steps. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "network.h"

enum { BLOCKS = 30, FEATURES = 5, TRIED = 400 };

static struct network network;
static struct priors priors;
static struct example page;
static struct example_block blocks[BLOCKS];
static uint16_t active[BLOCKS * FEATURES];

/* A page of random features whose middle is content. */
static void
make_page(uint64_t *dice)
{
	size_t i;

	for (i = 0; i < BLOCKS * FEATURES; i++)
		active[i] = (uint16_t)(example_draw(dice) * 40);
	for (i = 0; i < BLOCKS; i++) {
		blocks[i] = (struct example_block) { (uint32_t)(i * FEATURES),
			FEATURES, EXAMPLE_ALL, EXAMPLE_ALL, 1.5f,
			(float)(1 + i % 9) };
		blocks[i].allowed = i >= 10 && i < 20 ? 1 << ZONE_CONTENT
		    : i % 7 == 0                      ? EXAMPLE_ALL
		                  : EXAMPLE_ALL & ~(1 << ZONE_CONTENT);
		blocks[i].right = blocks[i].allowed;
	}
	page = (struct example) { .block = blocks, .active = active,
		.n = BLOCKS, .n_active = BLOCKS * FEATURES, .weight = 1.25f };
}

/* The slope of the loss by one weight, from two losses nearby. */
static double
slope_by_steps(float *weight)
{
	const float step = 1.0f / 2048;
	float old = *weight;
	double more, less;

	*weight = old + step;
	more = network_loss(&network, &page);
	*weight = old - step;
	less = network_loss(&network, &page);
	*weight = old;
	return (more - less) / (2 * (double)step);
}

static void
test_slopes(uint64_t *dice, double likelihood, double risk)
{
	static struct network_weights slope;
	size_t n = sizeof slope / sizeof(float), i, at, n_used = 0, n_good = 0;
	float *now = (float *)&network.now;
	const float *known = (const float *)&slope;
	double want, got;

	network.likelihood = likelihood;
	network.risk = risk;
	memset(&network.slope, 0, sizeof network.slope);
	network_loss(&network, &page);
	slope = network.slope;
	for (i = 0; i < TRIED; i++) {
		at = (size_t)(example_draw(dice) * (double)n);
		if (now[at] <= NET_NEVER || fabsf(known[at]) < 0.01f)
			continue;
		want = slope_by_steps(&now[at]);
		got = (double)known[at];
		n_used++;
		/* a unit may begin or end within the step */
		n_good += fabs(want - got) < 0.02 + 0.05 * fabs(want);
	}
	assert(n_used > TRIED / 8);
	assert(n_good * 20 >= n_used * 19);
}

/* Some steps down make the loss of a page smaller. */
static void
test_steps(void)
{
	double first, last = 0;
	size_t i;

	network.likelihood = 1;
	network.risk = 0;
	memset(&network.slope, 0, sizeof network.slope);
	first = network_loss(&network, &page);
	network_step(&network, 1, 0.003);
	for (i = 0; i < 100; i++) {
		last = network_loss(&network, &page);
		network_step(&network, 1, 0.003);
	}
	assert(last < first / 2);
	assert(network.now.step[ZONE_AFTER][ZONE_BEFORE] <= NET_NEVER);
}

int
main(void)
{
	uint64_t dice = 12345;

	make_page(&dice);
	priors.step[ZONE_AFTER][ZONE_BEFORE] = -1e6f;
	network_begin(&network, &priors, &dice);
	test_slopes(&dice, 1, 0);
	test_slopes(&dice, 0, 1000);
	test_steps();
	network_end(&network);
	return 0;
}
