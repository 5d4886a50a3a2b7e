/* SPDX-License-Identifier: ISC */
#include "net_wide.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>

#define WIDE __attribute__((target("avx2,avx512f,avx512vl,avx512vnni")))

enum { ABREAST = 4 }; /* blocks mixed at a time */

/* The mixed numbers of a block, before they are to scale. */
struct sum {
	__m256i a, b;
};

/* Sums over the blocks around one. */
struct wide {
	__m256i before, after, far_before, far_after;
	__m256i all_before[2], all_after[2];
};

_Static_assert(NET_UNITS == 16 && NET_MIXED == 16, "so many in a vector");

WIDE static inline __m256i
units_of(const struct net_units *u)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)u->of);
}

/* Adds what comes in, takes away what goes out. */
WIDE static inline __m256i
slide(__m256i sum, __m256i in, __m256i out)
{
	return _mm256_add_epi16(sum, _mm256_sub_epi16(in, out));
}

/* Half of a block's units. */
WIDE static inline __m256i
half_of(const struct net_units *u, size_t i)
{
	return _mm256_cvtepi16_epi32(
	    _mm_loadu_si128((const __m128i *)(const void *)u->of + i));
}

WIDE static inline void
slide_all(struct wide *w, const struct net_units *u)
{
	__m256i far = units_of(u - 5), near = units_of(u + 4);
	size_t i;

	w->before = slide(w->before, units_of(u - 2), far);
	w->far_before = slide(w->far_before, far, units_of(u - 21));
	w->after = slide(w->after, near, units_of(u + 1));
	w->far_after = slide(w->far_after, units_of(u + 20), near);
	for (i = 0; i < 2; i++) {
		w->all_before[i]
		    = _mm256_add_epi32(w->all_before[i], half_of(u - 1, i));
		w->all_after[i]
		    = _mm256_sub_epi32(w->all_after[i], half_of(u, i));
	}
}

/* The units' shares of sums over all. */
WIDE static inline __m256i
shares_of(const __m256i sum[2], size_t n)
{
	const __m256 most = _mm256_set1_ps(NET_MOST);
	__m256 share = _mm256_set1_ps(net_share(n));
	__m256 a = _mm256_mul_ps(_mm256_cvtepi32_ps(sum[0]), share);
	__m256 b = _mm256_mul_ps(_mm256_cvtepi32_ps(sum[1]), share);

	return _mm256_permute4x64_epi64(
	    _mm256_packs_epi32(_mm256_cvttps_epi32(_mm256_min_ps(a, most)),
	        _mm256_cvttps_epi32(_mm256_min_ps(b, most))),
	    0xD8);
}

/* What the block `u` is seen with, n blocks before it and m behind. */
WIDE static inline void
see(const struct wide *w, const struct net_units *u, size_t n, size_t m,
    __m256i in[NET_PARTS])
{
	in[NET_HERE] = units_of(u);
	in[NET_PREV] = units_of(u - 1);
	in[NET_NEXT] = units_of(u + 1);
	in[NET_BEFORE] = _mm256_srli_epi16(w->before, 2);
	in[NET_AFTER] = _mm256_srli_epi16(w->after, 2);
	in[NET_FAR_BEFORE] = _mm256_srli_epi16(w->far_before, 4);
	in[NET_FAR_AFTER] = _mm256_srli_epi16(w->far_after, 4);
	in[NET_ALL_BEFORE] = shares_of(w->all_before, n);
	in[NET_ALL_AFTER] = shares_of(w->all_after, m);
}

/* The sums around the place before the first block. */
WIDE static inline void
begin(struct wide *w, const struct net_units *unit, size_t n)
{
	__m256i low = _mm256_setzero_si256(), high = low;
	size_t i;

	memset(w, 0, sizeof *w);
	for (i = 1; i < 4; i++)
		w->after = _mm256_add_epi16(w->after, units_of(unit + i));
	for (; i < 20; i++)
		w->far_after
		    = _mm256_add_epi16(w->far_after, units_of(unit + i));
	for (i = 0; i < n; i++) {
		low = _mm256_add_epi32(low, half_of(unit + i, 0));
		high = _mm256_add_epi32(high, half_of(unit + i, 1));
	}
	w->all_after[0] = low;
	w->all_after[1] = high;
}

/* Adds the products of a pair of inputs and its weights. */
WIDE static inline void
add_pair(struct sum *sum, const int16_t *in, __m256i v, __m256i w)
{
	__m256i pair;
	int32_t two;

	memcpy(&two, in, sizeof two);
	pair = _mm256_set1_epi32(two);
	sum->a = _mm256_dpwssd_epi32(sum->a, pair, v);
	sum->b = _mm256_dpwssd_epi32(sum->b, pair, w);
}

/*
 * Mixes the inputs of four blocks, so that a weight is loaded once for all. By
 * itself, so that inputs are read from memory: a compiler that sees their
 * vectors takes these apart, which is slower.
 */
WIDE __attribute__((noinline)) static void
mix(const struct net *net, const int16_t *in, struct sum sum[ABREAST])
{
	const __m256i *weight = (const __m256i *)(const void *)net->mix;
	const __m256i *bias = (const __m256i *)(const void *)net->mix_bias;
	struct sum a, b, c, d;
	__m256i v, w;
	size_t i;

	a.a = _mm256_loadu_si256(bias);
	a.b = _mm256_loadu_si256(bias + 1);
	b = c = d = a;
#pragma GCC unroll 6
	for (i = 0; i < NET_INPUTS / 2; i++, in += 2) {
		v = _mm256_loadu_si256(weight + 2 * i);
		w = _mm256_loadu_si256(weight + 2 * i + 1);
		add_pair(&a, in, v, w);
		add_pair(&b, in + NET_INPUTS, v, w);
		add_pair(&c, in + 2 * NET_INPUTS, v, w);
		add_pair(&d, in + 3 * NET_INPUTS, v, w);
	}
	sum[0] = a;
	sum[1] = b;
	sum[2] = c;
	sum[3] = d;
}

/* Half of the mixed numbers to scale, those not above 0 being 0. */
WIDE static inline __m256
to_scale(__m256i sum)
{
	return _mm256_mul_ps(_mm256_cvtepi32_ps(
	    _mm256_max_epi32(sum, _mm256_setzero_si256())),
	    _mm256_set1_ps(NET_SCALE));
}

/* Weighs the mixed numbers for the zones; a 0 adds nothing. */
WIDE static inline void
weigh(const struct net *net, const struct sum *mixed, struct net_evidence *e)
{
	const __m256i none = _mm256_setzero_si256();
	__m256 sum = _mm256_loadu_ps(e->zone);
	float number[NET_MIXED];
	size_t k;

	_mm256_storeu_ps(number, to_scale(mixed->a));
	_mm256_storeu_ps(number + 8, to_scale(mixed->b));
	for (k = 0; k < NET_MIXED; k++)
		sum = _mm256_add_ps(sum,
		    _mm256_mul_ps(_mm256_loadu_ps(net->out[k]),
		        _mm256_set1_ps(number[k])));
	_mm256_storeu_ps(e->zone, sum);
	e->awake = (uint16_t)(_mm256_cmpgt_epi32_mask(mixed->a, none)
	    | _mm256_cmpgt_epi32_mask(mixed->b, none) << 8);
}

static inline struct net_evidence *
next(struct net_evidence *e, size_t stride)
{
	return (struct net_evidence *)(void *)((char *)e + stride);
}

WIDE static void
mix_blocks(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	__m256i in[ABREAST][NET_PARTS];
	struct sum mixed[ABREAST];
	struct wide w;
	size_t i, k, some;

	memset(in, 0, sizeof in);
	begin(&w, unit, n);
	for (i = 0; i < n; i += some) {
		some = n - i < ABREAST ? n - i : ABREAST;
		for (k = 0; k < some; k++) {
			slide_all(&w, unit + i + k);
			see(&w, unit + i + k, i + k, n - 1 - i - k, in[k]);
		}
		mix(net, (const int16_t *)(const void *)in, mixed);
		for (k = 0; k < some; k++, e = next(e, stride))
			weigh(net, &mixed[k], e);
	}
}

bool
net_mix_wide(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	if (!__builtin_cpu_supports("avx512vnni")
	    || !__builtin_cpu_supports("avx512vl"))
		return false;
	mix_blocks(net, unit, n, e, stride);
	return true;
}
#else
bool
net_mix_wide(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	(void)net, (void)unit, (void)n, (void)e, (void)stride;
	return false;
}
#endif
