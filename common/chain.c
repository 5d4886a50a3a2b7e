/* SPDX-License-Identifier: ISC */
/*
 * Viterbi's way, to all classes at a time. The best way to a class is a score
 * with the class before it in the lowest bits, so that the greatest number has
 * both; of equal ones the later class wins, on every machine.
 */
#include <string.h>

#include "chain.h"
#include "pair_sum.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

#define IMPOSSIBLE (-(1 << 20)) /* less than any way that is allowed */
#define WORST (4 * IMPOSSIBLE)  /* what a way is kept at, at least */

const char *const chain_class_names[CLASSES + 1] = { "before", "lead",
	"inside", "after", "title", "standfirst", "byline", "date", "heading",
	"body", "caption", NULL };

const char *const chain_part_names[CHAIN_PARTS + 1] = { "here", "prev", "next",
	"before", "after", NULL };

/* Half of a row, and the scores of half of the classes. */
typedef int16_t half __attribute__((vector_size(CHAIN_ROOM)));
typedef int32_t scores __attribute__((vector_size(2 * CHAIN_ROOM)));

_Static_assert(CLASSES <= CHAIN_ROOM && CHAIN_ROOM == 16, "two vectors");

/* A block's units at once, or its classes. */
typedef int16_t units __attribute__((vector_size(2 * CHAIN_UNITS)));

_Static_assert(CHAIN_UNITS == CHAIN_ROOM, "a row is two of these");

static inline ALWAYS void
add(const struct chain *c, const uint16_t *active, size_t n,
    struct chain_row *sum)
{
	const struct chain_row *row;
	units of, unit, v;
	size_t i;

	memcpy(&of, sum->of, sizeof of);
	memcpy(&unit, sum->unit, sizeof unit);
	for (i = 0; i < n; i++) {
		row = &c->row[active[i]];
		memcpy(&v, row->of, sizeof v);
		of += v;
		memcpy(&v, row->unit, sizeof v);
		unit += v;
	}
	memcpy(sum->of, &of, sizeof of);
	memcpy(sum->unit, &unit, sizeof unit);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
add_avx2(const struct chain *c, const uint16_t *active, size_t n,
    struct chain_row *sum)
{
	add(c, active, n, sum);
}
#endif

void
chain_add(const struct chain *c, const uint16_t *active, size_t n,
    struct chain_row *sum)
{
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("avx2")) {
		add_avx2(c, active, n, sum);
		return;
	}
#endif
	add(c, active, n, sum);
}

/* Makes the sums of n blocks their units. */
static inline ALWAYS void
clip(struct chain_row *sum, size_t n)
{
	units u, more;
	size_t i;

	for (i = 0; i < n; i++) {
		memcpy(&u, sum[i].unit, sizeof u);
		u &= u > 0;
		more = u > CHAIN_MOST;
		u = (u & ~more) | (CHAIN_MOST & more);
		memcpy(sum[i].unit, &u, sizeof u);
	}
}

/* The units that a block's class is seen by. */
static inline ALWAYS void
see(const struct chain_row *sum, int16_t in[CHAIN_INPUTS])
{
	units u[9], v;
	int i;

	for (i = 0; i < 9; i++)
		memcpy(&u[i], sum[i - 4].unit, sizeof u[i]);
	memcpy(in + CHAIN_HERE * CHAIN_UNITS, &u[4], sizeof v);
	memcpy(in + CHAIN_PREVIOUS * CHAIN_UNITS, &u[3], sizeof v);
	memcpy(in + CHAIN_FOLLOWING * CHAIN_UNITS, &u[5], sizeof v);
	v = (u[0] + u[1] + u[2]) >> 2;
	memcpy(in + CHAIN_AHEAD * CHAIN_UNITS, &v, sizeof v);
	v = (u[6] + u[7] + u[8]) >> 2;
	memcpy(in + CHAIN_BEHIND * CHAIN_UNITS, &v, sizeof v);
}

static void
weigh_plain(const struct chain *c, const int16_t in[CHAIN_INPUTS],
    int32_t says[CHAIN_ROOM])
{
	memset(says, 0, CHAIN_ROOM * sizeof *says);
	pair_sum_plain(says, in, CHAIN_INPUTS / 2, c->mix);
}

typedef void weigher(const struct chain *, const int16_t in[CHAIN_INPUTS],
    int32_t says[CHAIN_ROOM]);

static inline ALWAYS void
mix_by(const struct chain *c, struct chain_row *sum, struct chain_block *b,
    size_t n, weigher *weigh)
{
	const int32_t one = CHAIN_UNIT_ONE * CHAIN_MIX_ONE / CHAIN_ONE;
	int16_t in[CHAIN_INPUTS];
	int32_t says[CHAIN_ROOM];
	size_t i, k;

	clip(sum, n);
	for (i = 0; i < n; i++) {
		see(sum + i, in);
		weigh(c, in, says);
		for (k = 0; k < CHAIN_ROOM; k++)
			b[i].says[k] = sum[i].of[k] + says[k] / one;
	}
}

void
chain_mix_plain(const struct chain *c, struct chain_row *sum,
    struct chain_block *b, size_t n)
{
	mix_by(c, sum, b, n, weigh_plain);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
weigh_avx2(const struct chain *c, const int16_t in[CHAIN_INPUTS],
    int32_t says[CHAIN_ROOM])
{
	memset(says, 0, CHAIN_ROOM * sizeof *says);
	pair_sum_avx2(says, in, CHAIN_INPUTS / 2, c->mix);
}

__attribute__((target("avx2"))) static void
mix_avx2(const struct chain *c, struct chain_row *sum, struct chain_block *b,
    size_t n)
{
	mix_by(c, sum, b, n, weigh_avx2);
}
#endif

void
chain_mix(const struct chain *c, struct chain_row *sum, struct chain_block *b,
    size_t n)
{
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("avx2")) {
		mix_avx2(c, sum, b, n);
		return;
	}
#endif
	chain_mix_plain(c, sum, b, n);
}

/* Half of a row's numbers, the first or the second half. */
static inline ALWAYS void
take(scores *to, const int16_t *from)
{
	half h;

	memcpy(&h, from, sizeof h);
	*to = __builtin_convertvector(h, scores);
}

static inline ALWAYS void
take_better(scores *a, const scores *b)
{
	scores more = *b > *a;

	*a = (*b & more) | (*a & ~more);
}

/* Adds what a block's features say, and what it may be, half by half. */
static inline ALWAYS void
add_scores(scores to[2], const struct chain_block *b)
{
	const scores bit = { 1, 2, 4, 8, 16, 32, 64, 128 };
	scores is, may;
	unsigned i;

	for (i = 0; i < 2; i++) {
		memcpy(&is, b->says + i * CHAIN_ROOM / 2, sizeof is);
		may = (bit & (b->allowed >> i * CHAIN_ROOM / 2)) != 0;
		to[i] += (is & may) | (IMPOSSIBLE & ~may);
	}
}

/* The steps from each class, as the ways to a class are written. */
static inline ALWAYS void
set_steps(const struct chain *c, scores step[CLASSES][2])
{
	scores never;
	unsigned i, k;

	for (i = 0; i < CLASSES; i++)
		for (k = 0; k < 2; k++) {
			take(&step[i][k], c->step[i] + k * CHAIN_ROOM / 2);
			never = step[i][k] == CHAIN_NEVER;
			step[i][k] = (step[i][k] & ~never)
			    | (IMPOSSIBLE & never);
			step[i][k] = step[i][k] * CHAIN_ROOM + (int32_t)i;
		}
}

/* One block on: finds the ways to its classes from what was so far. */
static inline ALWAYS void
go_on(scores step[CLASSES][2], struct chain_block *b,
    int32_t so_far[CHAIN_ROOM])
{
	scores best[2], way;
	int32_t back[CHAIN_ROOM];
	size_t k, i;

#pragma GCC unroll 2
	for (i = 0; i < 2; i++) {
		best[i] = step[0][i] + so_far[0] * CHAIN_ROOM;
#pragma GCC unroll 16
		for (k = 1; k < CLASSES; k++) {
			way = step[k][i] + so_far[k] * CHAIN_ROOM;
			take_better(&best[i], &way);
		}
		way = best[i] & (CHAIN_ROOM - 1);
		memcpy(back + i * CHAIN_ROOM / 2, &way, sizeof way);
		best[i] >>= 4;
	}
	add_scores(best, b);
	memcpy(so_far, best, sizeof best);
	for (k = 0; k < CHAIN_ROOM; k++)
		b->back[k] = (uint8_t)back[k];
}

/* Goes through the blocks; so_far becomes what speaks for each class. */
static inline ALWAYS void
go(const struct chain *c, struct chain_block *b, size_t n,
    int32_t so_far[CHAIN_ROOM])
{
	scores step[CLASSES][2];
	int32_t most;
	size_t i, k;

	set_steps(c, step);
	for (i = 0; i < n; i++) {
		go_on(step, &b[i], so_far);
		most = so_far[0];
		for (k = 1; k < CLASSES; k++)
			most = so_far[k] > most ? so_far[k] : most;
		for (k = 0; k < CHAIN_ROOM; k++) {
			so_far[k] -= most;
			so_far[k] = so_far[k] > WORST ? so_far[k] : WORST;
		}
	}
}

static void
begin(int32_t so_far[CHAIN_ROOM], enum chain_class before)
{
	size_t i;

	for (i = 0; i < CHAIN_ROOM; i++)
		so_far[i] = i == (size_t)before ? 0 : IMPOSSIBLE;
}

static void
go_back(struct chain_block *b, size_t n, const int32_t so_far[CHAIN_ROOM])
{
	uint8_t class = 0;
	size_t i;

	for (i = 1; i < CLASSES; i++)
		if (so_far[i] > so_far[class])
			class = (uint8_t)i;
	for (i = n; i-- > 0; class = b[i].back[class])
		b[i].class = class;
}

void
chain_go_plain(const struct chain *c, struct chain_block *b, size_t n,
    enum chain_class before)
{
	int32_t so_far[CHAIN_ROOM];

	begin(so_far, before);
	go(c, b, n, so_far);
	go_back(b, n, so_far);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
go_avx2(const struct chain *c, struct chain_block *b, size_t n,
    int32_t so_far[CHAIN_ROOM])
{
	go(c, b, n, so_far);
}
#endif

void
chain_go(const struct chain *c, struct chain_block *b, size_t n,
    enum chain_class before)
{
#ifdef HAVE_AVX2
	int32_t so_far[CHAIN_ROOM];

	if (__builtin_cpu_supports("avx2")) {
		begin(so_far, before);
		go_avx2(c, b, n, so_far);
		go_back(b, n, so_far);
		return;
	}
#endif
	chain_go_plain(c, b, n, before);
}

void
chain_explain(const struct chain *c, const uint16_t *active, size_t n,
    const struct chain_row *sum, enum chain_class class,
    enum chain_class against, float *says)
{
	float slope[CHAIN_UNITS] = { 0 };
	const struct chain_row *row;
	size_t i, k;

	for (k = 0; k < CHAIN_UNITS; k++)
		if (sum->unit[k] > 0)
			slope[k] = (float)(c->mix[k / 2][class][k % 2]
			               - c->mix[k / 2][against][k % 2])
			    / CHAIN_MIX_ONE / CHAIN_UNIT_ONE;
	for (i = 0; i < n; i++) {
		row = &c->row[active[i]];
		says[i] = (float)(row->of[class] - row->of[against])
		    / CHAIN_ONE;
		for (k = 0; k < CHAIN_UNITS; k++)
			says[i] += (float)row->unit[k] * slope[k];
	}
}
