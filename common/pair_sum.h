/* SPDX-License-Identifier: ISC */
/*
 * pair_sum - adds small numbers up, weighed, in pairs: PAIR_SUMS sums at once
 *
 *	sum[k] += in[2i] * w[i][k][0] + in[2i + 1] * w[i][k][1], all i, k
 *
 * Weights lie as the one instruction wants them that multiplies and adds pairs.
 * All ways give the same. Nothing here allocates or fails.
 */
#ifndef PAIR_SUM_H
#define PAIR_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <string.h>

#include <immintrin.h>
#endif

#define PAIR_SUMS 16

/* How sums are made, the slowest first. */
enum pair_way { PAIR_PLAIN, PAIR_AVX2, PAIR_VNNI };

static inline void
pair_sum_plain(int32_t sum[PAIR_SUMS], const int16_t *in, size_t n,
    const int16_t w[][PAIR_SUMS][2])
{
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < PAIR_SUMS; k++)
			sum[k] += in[2 * i] * w[i][k][0]
			    + in[2 * i + 1] * w[i][k][1];
}

#if defined(__x86_64__) && defined(__GNUC__)
/* For callers that have the same target. */
__attribute__((target("avx2"), always_inline)) static inline void
pair_sum_avx2(int32_t sum[PAIR_SUMS], const int16_t *in, size_t n,
    const int16_t w[][PAIR_SUMS][2])
{
	const __m256i *v = (const __m256i *)(const void *)w;
	__m256i *to = (__m256i *)(void *)sum, pair;
	__m256i a = _mm256_loadu_si256(to), b = _mm256_loadu_si256(to + 1);
	int32_t two;
	size_t i;

#pragma GCC unroll 8
	for (i = 0; i < n; i++) {
		memcpy(&two, in + 2 * i, sizeof two);
		pair = _mm256_set1_epi32(two);
		a = _mm256_add_epi32(a, _mm256_madd_epi16(pair,
		    _mm256_loadu_si256(v + 2 * i)));
		b = _mm256_add_epi32(b, _mm256_madd_epi16(pair,
		    _mm256_loadu_si256(v + 2 * i + 1)));
	}
	_mm256_storeu_si256(to, a);
	_mm256_storeu_si256(to + 1, b);
}

#define PAIR_TARGET __attribute__((target("avx2,avx512f,avx512vl,avx512vnni")))

enum { PAIR_ABREAST = 4 };

/* Whether the processor has what PAIR_TARGET says. */
static inline bool
pair_has_wide(void)
{
	return __builtin_cpu_supports("avx512vnni")
	    && __builtin_cpu_supports("avx512vl");
}

/*
 * The same for four sets of inputs, each `stride` numbers behind the one
 * before, so that a weight is loaded once for all.
 */
PAIR_TARGET void pair_sum_wide(__m512i sum[PAIR_ABREAST], const int16_t *in,
    size_t stride, size_t n, const int16_t w[][PAIR_SUMS][2]);
#endif

#endif
