/* SPDX-License-Identifier: ISC */
/*
 * Viterbi's way, four zones at a time. Scores are kept small by taking the
 * best one off at each block.
 */
#include <string.h>

#include "page_zone.h"

#define IMPOSSIBLE NET_NEVER

/* The scores of four zones at once, and whole numbers beside them. */
typedef float quad __attribute__((vector_size(16)));
typedef int32_t quad_of_ints __attribute__((vector_size(16)));

/*
 * Sets next[to] to the best score on the way to each of four zones, and
 * best[to] to the zone that it comes from.
 */
static inline void
step_four(const float step[ZONES][MODEL_ZONES], const float *so_far, size_t first,
    float *next, int32_t *best)
{
	quad score, sum;
	quad_of_ints from = { 0 }, at, more;
	int32_t i;

	memcpy(&sum, &step[0][first], sizeof sum);
	score = sum + so_far[0];
	for (i = 1; i < ZONES; i++) {
		memcpy(&sum, &step[i][first], sizeof sum);
		sum += so_far[i];
		at = (quad_of_ints) { i, i, i, i };
		more = (quad_of_ints)(sum > score);
		from = (at & more) | (from & ~more);
		score = (quad)(((quad_of_ints)sum & more)
		    | ((quad_of_ints)score & ~more));
	}
	memcpy(next, &score, sizeof score);
	memcpy(best, &from, sizeof from);
}

/* The same for all zones. */
static void
step_zones(const float step[ZONES][MODEL_ZONES], const float *so_far, float *next,
    uint8_t *back)
{
	int32_t best[MODEL_ZONES];
	size_t to;

	step_four(step, so_far, 0, next, best);
	step_four(step, so_far, 4, next + 4, best + 4);
	for (to = 0; to < ZONES; to++)
		back[to] = (uint8_t)best[to];
}

void
page_zones(struct page *p, size_t n)
{
	float so_far[ZONES], next[MODEL_ZONES], most;
	size_t i, zone, last;

	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = zone == p->zone ? 0 : IMPOSSIBLE;
	for (i = 0; i < n; i++) {
		step_zones(p->net->step, so_far, next, p->block[i].back);
		most = 2 * IMPOSSIBLE;
		for (zone = 0; zone < ZONES; zone++) {
			next[zone] += p->block[i].evidence.zone[zone];
			if (next[zone] > most)
				most = next[zone];
		}
		for (zone = 0; zone < ZONES; zone++)
			so_far[zone] = next[zone] - most;
	}
	last = ZONE_BEFORE;
	for (zone = last + 1; zone < ZONES; zone++)
		if (so_far[zone] > so_far[last])
			last = zone;
	for (i = n; i-- > 0; last = p->block[i].back[last])
		p->block[i].zone = (uint8_t)last;
}
