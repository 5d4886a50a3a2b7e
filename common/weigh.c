/* SPDX-License-Identifier: ISC */
#include "weigh.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

void
weigh_add_plain(const struct net *net, const struct chain *chain,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum)
{
	net_add(net, active, n, &to->zones, &sum->zones);
	sum->classes = to->classes;
	chain_add(chain, active, n, 0, &sum->classes);
}

#ifdef HAVE_AVX2
#define AVX2 __attribute__((target("avx2")))

_Static_assert(NET_UNITS == 16 && MODEL_ZONES == 8 && CHAIN_ROOM == 16
    && CHAIN_UNITS == 16, "so many in a vector");

AVX2 static inline __m256i
row_of(const int16_t *p)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

AVX2 static inline __m128i
half_of(const int16_t *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

AVX2 static void
add_avx2(const struct net *net, const struct chain *chain,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum)
{
	__m256i unit = row_of(to->zones.unit), of = row_of(to->classes.of);
	__m256i class_unit = row_of(to->classes.unit);
	__m128i zone = half_of(to->zones.zone);
	const struct chain_row *row;
	const struct net_row *other;
	size_t i;

	for (i = 0; i < n; i++) {
		other = &net->row[active[i]];
		row = &chain->row[active[i]];
		unit = _mm256_add_epi16(unit, row_of(other->unit));
		zone = _mm_add_epi16(zone, half_of(other->zone));
		of = _mm256_add_epi16(of, row_of(row->of));
		class_unit = _mm256_add_epi16(class_unit, row_of(row->unit));
	}
	_mm256_storeu_si256((__m256i *)(void *)sum->zones.unit, unit);
	_mm_storeu_si128((__m128i *)(void *)sum->zones.zone, zone);
	_mm256_storeu_si256((__m256i *)(void *)sum->classes.of, of);
	_mm256_storeu_si256((__m256i *)(void *)sum->classes.unit, class_unit);
}
#endif

void
weigh_add(const struct net *net, const struct chain *chain,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum)
{
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("avx2")) {
		add_avx2(net, chain, active, n, to, sum);
		return;
	}
#endif
	weigh_add_plain(net, chain, active, n, to, sum);
}
