/* SPDX-License-Identifier: ISC */
#include "pair_sum.h"

#if defined(__x86_64__) && defined(__GNUC__)
PAIR_TARGET static inline __m512i
add_pair(__m512i sum, const int16_t *in, __m512i w)
{
	int32_t two;

	memcpy(&two, in, sizeof two);
	return _mm512_dpwssd_epi32(sum, w, _mm512_set1_epi32(two));
}

/*
 * A file of its own, so that inputs are read from memory: a compiler that sees
 * their vectors takes these apart, which is slower.
 */
PAIR_TARGET void
pair_sum_wide(__m512i sum[PAIR_ABREAST], const int16_t *in, size_t stride,
    size_t n, const int16_t w[][PAIR_SUMS][2])
{
	__m512i a = sum[0], b = sum[1], c = sum[2], d = sum[3], v;
	size_t i;

#pragma GCC unroll 4
	for (i = 0; i < n; i++, in += 2) {
		v = _mm512_loadu_si512(w[i]);
		a = add_pair(a, in, v);
		b = add_pair(b, in + stride, v);
		c = add_pair(c, in + 2 * stride, v);
		d = add_pair(d, in + 3 * stride, v);
	}
	sum[0] = a;
	sum[1] = b;
	sum[2] = c;
	sum[3] = d;
}
#else
typedef int pair_sum_none; /* a file of C is not empty */
#endif
