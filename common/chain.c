/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "chain.h"
#include "chain_wide.h"
#include "pair_sum.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

const char *const chain_class_names[CLASSES + 1] = { "before", "lead",
	"inside", "after", "title", "standfirst", "byline", "date", "heading",
	"body", "caption", NULL };

const char *const chain_part_names[CHAIN_PARTS + 1] = { "here", "prev", "next",
	"before", "after", NULL };

/* A block's units at once, or its classes; as sums, these go round. */
typedef int16_t units __attribute__((vector_size(2 * CHAIN_UNITS)));
typedef uint16_t sums __attribute__((vector_size(2 * CHAIN_UNITS)));

_Static_assert(CHAIN_UNITS == CHAIN_ROOM, "a row is two of these");

/* Adds a row to the sums of both its halves. */
static inline ALWAYS void
add_row(sums *of, sums *unit, const struct chain_row *row)
{
	sums v;

	memcpy(&v, row->of, sizeof v);
	*of += v;
	memcpy(&v, row->unit, sizeof v);
	*unit += v;
}

static inline ALWAYS void
add(const struct chain *c, const uint16_t *active, size_t n, unsigned awake,
    struct chain_row *sum)
{
	sums of, unit;
	size_t i;

	memcpy(&of, sum->of, sizeof of);
	memcpy(&unit, sum->unit, sizeof unit);
	for (i = 0; i < n; i++)
		add_row(&of, &unit, &c->row[active[i]]);
#pragma GCC unroll 4
	for (i = 0; i < NET_MIXED / 4; i++)
		add_row(&of, &unit, &c->awake[i][awake >> 4 * i & 15]);
	memcpy(sum->of, &of, sizeof of);
	memcpy(sum->unit, &unit, sizeof unit);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
add_avx2(const struct chain *c, const uint16_t *active, size_t n,
    unsigned awake, struct chain_row *sum)
{
	add(c, active, n, awake, sum);
}

_Static_assert(sizeof(struct chain_row) == 64, "a row in a vector");

__attribute__((target("avx512f,avx512bw"))) static void
add_avx512(const struct chain *c, const uint16_t *active, size_t n,
    unsigned awake, struct chain_row *sum)
{
	__m512i row = _mm512_loadu_si512(sum);
	size_t i;

	for (i = 0; i < n; i++)
		row = _mm512_add_epi16(row,
		    _mm512_loadu_si512(&c->row[active[i]]));
	for (i = 0; i < NET_MIXED / 4; i++)
		row = _mm512_add_epi16(row, _mm512_loadu_si512(
		    &c->awake[i][awake >> 4 * i & 15]));
	_mm512_storeu_si512(sum, row);
}
#endif

bool
chain_add_by(enum chain_way way, const struct chain *c,
    const uint16_t *active, size_t n, unsigned awake, struct chain_row *sum)
{
#ifdef HAVE_AVX2
	if (way == CHAIN_AVX512 && __builtin_cpu_supports("avx512bw")) {
		add_avx512(c, active, n, awake, sum);
		return true;
	}
	if (way == CHAIN_AVX2 && __builtin_cpu_supports("avx2")) {
		add_avx2(c, active, n, awake, sum);
		return true;
	}
#endif
	if (way == CHAIN_PLAIN)
		add(c, active, n, awake, sum);
	return way == CHAIN_PLAIN;
}

void
chain_add(const struct chain *c, const uint16_t *active, size_t n,
    unsigned awake, struct chain_row *sum)
{
	enum chain_way way = CHAIN_AVX512;

	while (!chain_add_by(way, c, active, n, awake, sum))
		way--;
}

void
chain_sum_awake(struct chain *c)
{
	uint16_t active[4];
	size_t i, of;

	memset(c->awake, 0, sizeof c->awake);
	for (i = 0; i < NET_MIXED / 4; i++)
		for (of = 0; of < 16; of++)
			chain_add(c, active, model_add_bits(active, 0, of,
			    CHAIN_AWAKE + (unsigned)i * 4, 1), 0,
			    &c->awake[i][of]);
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

bool
chain_mix_by(enum pair_way way, const struct chain *c, struct chain_row *sum,
    struct chain_block *b, size_t n)
{
	if (way == PAIR_VNNI)
		return chain_mix_wide(c, sum, b, n);
#ifdef HAVE_AVX2
	if (way == PAIR_AVX2 && __builtin_cpu_supports("avx2")) {
		mix_avx2(c, sum, b, n);
		return true;
	}
#endif
	if (way == PAIR_PLAIN)
		mix_by(c, sum, b, n, weigh_plain);
	return way == PAIR_PLAIN;
}

void
chain_mix(const struct chain *c, struct chain_row *sum, struct chain_block *b,
    size_t n)
{
	enum pair_way way = PAIR_VNNI;

	while (!chain_mix_by(way, c, sum, b, n))
		way--;
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
