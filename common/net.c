/* SPDX-License-Identifier: ISC */
/*
 * Sums over the blocks around one are kept up from block to block. The inputs
 * of mixing are taken in pairs, and so are its weights, for the sake of the
 * one instruction that multiplies and adds pairs of small numbers.
 */
#include <math.h>

#include "net.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define HAVE_AVX2
#include <immintrin.h>
#endif

const char *const net_part_names[NET_PARTS + 1] = { "here", "prev", "next",
	"before", "after", "farbefore", "farafter", "allbefore", "allafter",
	NULL };

#define MANY 256 /* blocks; of more the mean counts */
/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

#define THIRD 21846 /* of 65536 */
#define SCALE (1.0f / (NET_ONE * NET_MIX_ONE))

/* Eight small numbers; sums that leave their bounds go round. */
typedef uint16_t oct __attribute__((vector_size(16)));

static inline oct
load(const int16_t *p)
{
	oct v;

	memcpy(&v, p, sizeof v);
	return v;
}

static int16_t
clip(int32_t x)
{
	return (int16_t)(x < 0 ? 0 : x > NET_MOST ? NET_MOST : x);
}

void
net_add(const struct net *net, const uint16_t *active, size_t n,
    struct net_units *unit, struct net_evidence *evidence)
{
	oct a = { 0 }, b = { 0 }, c = { 0 };
	int16_t zone[MODEL_ZONES];
	size_t i;

	for (i = 0; i < n; i++) {
		a += load(net->unit[active[i]]);
		b += load(net->unit[active[i]] + 8);
		c += load(net->zone[active[i]]);
	}
	memcpy(unit->of, &a, sizeof a);
	memcpy(unit->of + 8, &b, sizeof b);
	memcpy(zone, &c, sizeof c);
	for (i = 0; i < NET_UNITS; i++)
		unit->of[i] = clip(unit->of[i]);
	for (i = 0; i < MODEL_ZONES; i++)
		evidence->zone[i] = (float)zone[i] / NET_ONE;
	evidence->awake = 0;
}

/* Sums over the blocks around one. */
struct around {
	int32_t before[NET_UNITS], after[NET_UNITS];
	int32_t far_before[NET_UNITS], far_after[NET_UNITS];
	int32_t all_before[NET_UNITS], all_after[NET_UNITS];
};

/* The sums around the place before the first block. */
static void
begin_around(struct around *a, const struct net_units *unit, size_t n)
{
	size_t i, k;

	memset(a, 0, sizeof *a);
	for (k = 0; k < NET_UNITS; k++) {
		for (i = 1; i < 4; i++)
			a->after[k] += unit[i].of[k];
		for (i = 4; i < 20; i++)
			a->far_after[k] += unit[i].of[k];
		for (i = 0; i < n; i++)
			a->all_after[k] += unit[i].of[k];
	}
}

/* Moves on to the block `u`. */
static inline ALWAYS void
move_around(struct around *a, const struct net_units *u)
{
	size_t k;

	for (k = 0; k < NET_UNITS; k++) {
		a->before[k] += u[-2].of[k] - u[-5].of[k];
		a->after[k] += u[4].of[k] - u[1].of[k];
		a->far_before[k] += u[-5].of[k] - u[-21].of[k];
		a->far_after[k] += u[20].of[k] - u[4].of[k];
		a->all_before[k] += u[-1].of[k];
		a->all_after[k] -= u[0].of[k];
	}
}

float
net_share(size_t n)
{
	if (n == 0)
		return 0;
	return n < MANY ? 0.25f / sqrtf((float)n) : 4 / (float)n;
}

static inline ALWAYS int16_t
at_most(float x)
{
	return (int16_t)(x > NET_MOST ? (float)NET_MOST : x);
}

/* What the block `u` is seen with, n blocks before it and m behind. */
static inline ALWAYS void
set_inputs(const struct around *a, const struct net_units *u, size_t n,
    size_t m, int16_t in[NET_INPUTS])
{
	float before = net_share(n), after = net_share(m);
	size_t k;

	memcpy(in + NET_HERE * NET_UNITS, &u[0], sizeof *u);
	memcpy(in + NET_PREV * NET_UNITS, &u[-1], sizeof *u);
	memcpy(in + NET_NEXT * NET_UNITS, &u[1], sizeof *u);
	for (k = 0; k < NET_UNITS; k++) {
		in[NET_BEFORE * NET_UNITS + k]
		    = (int16_t)(a->before[k] * THIRD >> 16);
		in[NET_AFTER * NET_UNITS + k]
		    = (int16_t)(a->after[k] * THIRD >> 16);
		in[NET_FAR_BEFORE * NET_UNITS + k]
		    = (int16_t)(a->far_before[k] >> 4);
		in[NET_FAR_AFTER * NET_UNITS + k]
		    = (int16_t)(a->far_after[k] >> 4);
		in[NET_ALL_BEFORE * NET_UNITS + k]
		    = at_most((float)a->all_before[k] * before);
		in[NET_ALL_AFTER * NET_UNITS + k]
		    = at_most((float)a->all_after[k] * after);
	}
}

static void
mix_plain(const struct net *net, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED])
{
	size_t i, k;

	memcpy(sum, net->mix_bias, sizeof net->mix_bias);
	for (i = 0; i < NET_INPUTS / 2; i++)
		for (k = 0; k < NET_MIXED; k++)
			sum[k] += in[2 * i] * net->mix[i][k][0]
			    + in[2 * i + 1] * net->mix[i][k][1];
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
mix_avx2(const struct net *net, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED])
{
	const __m256i *bias = (const __m256i *)(const void *)net->mix_bias;
	const __m256i *weight = (const __m256i *)(const void *)net->mix;
	__m256i a = _mm256_loadu_si256(bias), b = _mm256_loadu_si256(bias + 1);
	__m256i pair;
	int32_t two;
	size_t i;

	for (i = 0; i < NET_INPUTS / 2; i++) {
		memcpy(&two, in + 2 * i, sizeof two);
		pair = _mm256_set1_epi32(two);
		a = _mm256_add_epi32(a, _mm256_madd_epi16(pair,
		    _mm256_loadu_si256(weight + 2 * i)));
		b = _mm256_add_epi32(b, _mm256_madd_epi16(pair,
		    _mm256_loadu_si256(weight + 2 * i + 1)));
	}
	_mm256_storeu_si256((__m256i *)(void *)sum, a);
	_mm256_storeu_si256((__m256i *)(void *)(sum + 8), b);
}
#endif

/* Four numbers added up at once. */
typedef float quad __attribute__((vector_size(16)));

/* Weighs the mixed numbers for the zones. */
static inline ALWAYS void
weigh(const struct net *net, const int32_t sum[NET_MIXED],
    struct net_evidence *e)
{
	quad a, b, w, v;
	size_t k;

	memcpy(&a, e->zone, sizeof a);
	memcpy(&b, e->zone + 4, sizeof b);
	for (k = 0; k < NET_MIXED; k++) {
		if (sum[k] <= 0)
			continue;
		e->awake |= (uint16_t)(1 << k);
		v = (quad) { 0 } + (float)sum[k] * SCALE;
		memcpy(&w, net->out[k], sizeof w);
		a += w * v;
		memcpy(&w, net->out[k] + 4, sizeof w);
		b += w * v;
	}
	memcpy(e->zone, &a, sizeof a);
	memcpy(e->zone + 4, &b, sizeof b);
}

typedef void mixer(const struct net *, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED]);

static inline ALWAYS void
mix_by(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride, mixer *mix)
{
	int16_t in[NET_INPUTS];
	int32_t sum[NET_MIXED];
	struct around around;
	size_t i;

	begin_around(&around, unit, n);
	for (i = 0; i < n; i++) {
		move_around(&around, unit + i);
		set_inputs(&around, unit + i, i, n - 1 - i, in);
		mix(net, in, sum);
		weigh(net, sum, e);
		e = (struct net_evidence *)(void *)((char *)e + stride);
	}
}

void
net_mix_plain(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	mix_by(net, unit, n, e, stride, mix_plain);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
net_mix_avx2(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	mix_by(net, unit, n, e, stride, mix_avx2);
}
#endif

void
net_mix(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("avx2")) {
		net_mix_avx2(net, unit, n, e, stride);
		return;
	}
#endif
	net_mix_plain(net, unit, n, e, stride);
}

void
net_explain(const struct net *net, const uint16_t *active, size_t n,
    const struct net_units *unit, const struct net_evidence *e,
    enum model_zone zone, enum model_zone against, float *says)
{
	float slope[NET_UNITS] = { 0 };
	size_t i, k, m;

	for (k = 0; k < NET_UNITS; k++)
		for (m = 0; m < NET_MIXED && unit->of[k] > 0; m++)
			if ((e->awake >> m & 1) != 0)
				slope[k] += (float)net->mix[k / 2][m][k % 2]
				    / NET_MIX_ONE * (net->out[m][zone]
				        - net->out[m][against]);
	for (i = 0; i < n; i++) {
		says[i] = (float)(net->zone[active[i]][zone]
		    - net->zone[active[i]][against]);
		for (k = 0; k < NET_UNITS; k++)
			says[i] += (float)net->unit[active[i]][k] * slope[k];
		says[i] /= NET_ONE;
	}
}
