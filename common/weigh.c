/* SPDX-License-Identifier: ISC */
#include "weigh.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

static void
add_plain(const struct net *net, const struct chain *chain,
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

#define AVX512 __attribute__((target("avx512f,avx512bw")))

_Static_assert(sizeof(struct net_row) == 64 && sizeof(struct chain_row) == 64,
    "a row in a vector");

AVX512 static void
add_avx512(const struct net *net, const struct chain *chain,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum)
{
	__m512i zones = _mm512_loadu_si512(&to->zones);
	__m512i classes = _mm512_loadu_si512(&to->classes);
	size_t i;

	for (i = 0; i < n; i++) {
		zones = _mm512_add_epi16(zones,
		    _mm512_loadu_si512(&net->row[active[i]]));
		classes = _mm512_add_epi16(classes,
		    _mm512_loadu_si512(&chain->row[active[i]]));
	}
	_mm512_storeu_si512(&sum->zones, zones);
	_mm512_storeu_si512(&sum->classes, classes);
}
#endif

bool
weigh_add_by(enum chain_way way, const struct net *net,
    const struct chain *chain, const uint16_t *active, size_t n,
    const struct weigh_sum *to, struct weigh_sum *sum)
{
#ifdef HAVE_AVX2
	if (way == CHAIN_AVX512 && __builtin_cpu_supports("avx512bw")) {
		add_avx512(net, chain, active, n, to, sum);
		return true;
	}
	if (way == CHAIN_AVX2 && __builtin_cpu_supports("avx2")) {
		add_avx2(net, chain, active, n, to, sum);
		return true;
	}
#endif
	if (way == CHAIN_PLAIN)
		add_plain(net, chain, active, n, to, sum);
	return way == CHAIN_PLAIN;
}

void
weigh_add(const struct net *net, const struct chain *chain,
    const uint16_t *active, size_t n, const struct weigh_sum *to,
    struct weigh_sum *sum)
{
	enum chain_way way = CHAIN_AVX512;

	while (!weigh_add_by(way, net, chain, active, n, to, sum))
		way--;
}
