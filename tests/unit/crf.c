/* SPDX-License-Identifier: ISC */
/* crf: a page that is all right has little risk, one that is all wrong much. */
#include <assert.h>
#include <string.h>

#include "crf.h"

enum { BLOCKS = 12 };

static struct example_block blocks[BLOCKS];
static struct example page = { .block = blocks, .n = BLOCKS, .weight = 1 };
static float evidence[BLOCKS][ZONES], step[ZONES][ZONES];
static float slope[BLOCKS][ZONES], step_slope[ZONES][ZONES];
static struct crf crf;

/* Blocks of ten words, those from..to wanted. */
static void
make_page(size_t from, size_t to)
{
	size_t i;

	for (i = 0; i < BLOCKS; i++) {
		blocks[i].words = 10;
		blocks[i].right = i >= from && i < to
		    ? 1 << ZONE_CONTENT
		    : EXAMPLE_ALL & ~(1 << ZONE_CONTENT);
		blocks[i].allowed = blocks[i].right;
	}
}

/* Evidence of x for content in the blocks from..to, against it elsewhere. */
static void
make_evidence(size_t from, size_t to, float x)
{
	size_t i;

	for (i = 0; i < BLOCKS; i++)
		evidence[i][ZONE_CONTENT] = i >= from && i < to ? x : -x;
}

static double
risk(void)
{
	struct crf_page p = { &page, (const float (*)[ZONES])evidence,
		(const float (*)[ZONES])step, slope, step_slope };

	memset(slope, 0, sizeof slope);
	memset(step_slope, 0, sizeof step_slope);
	return crf_risk(&crf, &p, 1);
}

static void
test_risk(void)
{
	make_page(4, 8);
	make_evidence(4, 8, 50);
	assert(risk() < 0.001);
	make_evidence(0, 4, 50);
	assert(risk() > 0.8);
	make_evidence(4, 12, 50); /* all of it, and as much again */
	assert(risk() > 0.2 && risk() < 0.25);
}

/* Where nothing is wanted it is as well to keep nothing. */
static void
test_nothing(void)
{
	make_page(0, 0);
	make_evidence(0, 0, 50);
	assert(risk() < 0.001);
	make_evidence(0, 6, 50);
	assert(risk() > 0.4);
}

/* The slopes push a block the way that it is wanted. */
static void
test_slopes(void)
{
	make_page(4, 8);
	make_evidence(4, 8, 0.5f);
	risk();
	assert(slope[5][ZONE_CONTENT] < 0 && slope[0][ZONE_CONTENT] > 0);
}

int
main(void)
{
	test_risk();
	test_nothing();
	test_slopes();
	crf_end(&crf);
	return 0;
}
