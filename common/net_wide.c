/* SPDX-License-Identifier: ISC */
#include "net_wide.h"
#include "pair_sum.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define WIDE PAIR_TARGET

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

/* Weighs the mixed numbers for the zones; one that is not above 0 is none. */
WIDE static inline void
weigh(const struct net *net, __m512i mixed, struct net_evidence *e)
{
	const __m512i none = _mm512_setzero_si512();
	__m256 sum = _mm256_loadu_ps(e->zone);
	float number[NET_MIXED];
	size_t k;

	_mm512_storeu_ps(number, _mm512_mul_ps(
	    _mm512_cvtepi32_ps(_mm512_max_epi32(mixed, none)),
	    _mm512_set1_ps(NET_SCALE)));
	for (k = 0; k < NET_MIXED; k++)
		sum = _mm256_add_ps(sum,
		    _mm256_mul_ps(_mm256_loadu_ps(net->out[k]),
		        _mm256_set1_ps(number[k])));
	_mm256_storeu_ps(e->zone, sum);
	e->awake = _mm512_cmpgt_epi32_mask(mixed, none);
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
	const __m512i bias = _mm512_loadu_si512(net->mix_bias);
	__m256i in[PAIR_ABREAST][NET_PARTS];
	__m512i mixed[PAIR_ABREAST];
	struct wide w;
	size_t i, k, some;

	memset(in, 0, sizeof in);
	begin(&w, unit, n);
	for (i = 0; i < n; i += some) {
		some = n - i < PAIR_ABREAST ? n - i : PAIR_ABREAST;
		for (k = 0; k < some; k++) {
			slide_all(&w, unit + i + k);
			see(&w, unit + i + k, i + k, n - 1 - i - k, in[k]);
		}
		mixed[0] = mixed[1] = mixed[2] = mixed[3] = bias;
		pair_sum_wide(mixed, (const int16_t *)(const void *)in,
		    NET_INPUTS, NET_INPUTS / 2, net->mix);
		for (k = 0; k < some; k++, e = next(e, stride))
			weigh(net, mixed[k], e);
	}
}

bool
net_mix_wide(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	if (!pair_has_wide())
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
