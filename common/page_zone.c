/* SPDX-License-Identifier: ISC */
/*
 * Viterbi's way, all zones at a time. Scores are kept small by taking the
 * best one off at each block.
 */
#include <string.h>

#include "page_zone.h"

#define IMPOSSIBLE NET_NEVER

/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

/* The scores of all zones at once, and whole numbers beside them. */
typedef float scores __attribute__((vector_size(4 * MODEL_ZONES)));
typedef int32_t numbers __attribute__((vector_size(4 * MODEL_ZONES)));
typedef uint8_t bytes __attribute__((vector_size(MODEL_ZONES)));

/* The best ways to each zone, and the zones that they come from. */
struct ways {
	scores score;
	numbers from;
};

/* The ways from a zone. */
static inline ALWAYS void
set_ways(struct ways *w, const float step[MODEL_ZONES], float so_far,
    int32_t from)
{
	memcpy(&w->score, step, sizeof w->score);
	w->score += so_far;
	w->from = (numbers) { 0 } + from;
}

/* Takes the other ways where they are better. */
static inline ALWAYS void
take_better(struct ways *w, const struct ways *other)
{
	numbers more = other->score > w->score;

	w->score = (scores)(((numbers)other->score & more)
	    | ((numbers)w->score & ~more));
	w->from = (other->from & more) | (w->from & ~more);
}

_Static_assert(ZONES == 6, "two ways at a time");

/*
 * Finds the ways to the zones of the next block; those of two zones are
 * compared, and then the better ones.
 */
static inline ALWAYS void
find_ways(struct ways *to, const float step[ZONES][MODEL_ZONES],
    const float *so_far)
{
	struct ways way[ZONES];
	int32_t i;

#pragma GCC unroll 6
	for (i = 0; i < ZONES; i++)
		set_ways(&way[i], step[i], so_far[i], i);
	take_better(&way[0], &way[1]);
	take_better(&way[2], &way[3]);
	take_better(&way[4], &way[5]);
	take_better(&way[2], &way[4]);
	take_better(&way[0], &way[2]);
	*to = way[0];
}

/* Goes through the blocks; so_far becomes what speaks for each zone there. */
static inline ALWAYS void
go(struct page *p, size_t n, float so_far[ZONES])
{
	float next[MODEL_ZONES], most;
	struct page_block *b;
	struct ways ways;
	scores here;
	bytes back;
	size_t i, zone;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		find_ways(&ways, p->net->step, so_far);
		memcpy(&here, b->evidence.zone, sizeof here);
		ways.score += here;
		memcpy(next, &ways.score, sizeof next);
		back = __builtin_convertvector(ways.from, bytes);
		memcpy(b->back, &back, sizeof b->back);
		most = 2 * IMPOSSIBLE;
		for (zone = 0; zone < ZONES; zone++)
			most = next[zone] > most ? next[zone] : most;
		for (zone = 0; zone < ZONES; zone++)
			so_far[zone] = next[zone] - most;
	}
}

/* Where the document stands before its first block here. */
static void
begin(const struct page *p, float so_far[ZONES])
{
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = zone == p->zone ? 0 : IMPOSSIBLE;
}

/* Goes back on the best way. */
static void
go_back(struct page *p, size_t n, const float so_far[ZONES])
{
	size_t last = ZONE_BEFORE, zone, i;

	for (zone = last + 1; zone < ZONES; zone++)
		if (so_far[zone] > so_far[last])
			last = zone;
	for (i = n; i-- > 0; last = p->block[i].back[last])
		p->block[i].zone = (uint8_t)last;
}

void
page_zones_plain(struct page *p, size_t n)
{
	float so_far[ZONES];

	begin(p, so_far);
	go(p, n, so_far);
	go_back(p, n, so_far);
}

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1

__attribute__((target("avx2"))) static void
go_avx2(struct page *p, size_t n, float so_far[ZONES])
{
	go(p, n, so_far);
}
#endif

void
page_zones(struct page *p, size_t n)
{
#ifdef HAVE_AVX2
	float so_far[ZONES];

	if (__builtin_cpu_supports("avx2")) {
		begin(p, so_far);
		go_avx2(p, n, so_far);
		go_back(p, n, so_far);
		return;
	}
#endif
	page_zones_plain(p, n);
}
