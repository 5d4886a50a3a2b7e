/* SPDX-License-Identifier: ISC */
#include "chain_wide.h"
#include "pair_sum.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE PAIR_TARGET

enum {
	SEEN = 4, /* blocks either side of one that it is seen with */
	ONE = CHAIN_UNIT_ONE * CHAIN_MIX_ONE / CHAIN_ONE, /* of what is said */
	ONE_BITS = 11
};

_Static_assert(ONE == 1 << ONE_BITS, "what a shift divides by");
_Static_assert(CHAIN_UNITS == 16 && CHAIN_ROOM == PAIR_SUMS,
    "so many in a vector");
_Static_assert(CHAIN_MARGIN > SEEN, "blocks of zeros");

WIDE static inline __m256i
units_of(const struct chain_row *sum)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)sum->unit);
}

/* Makes the sums of n blocks their units. */
WIDE static inline void
clip(struct chain_row *sum, size_t n)
{
	const __m256i most = _mm256_set1_epi16(CHAIN_MOST);
	size_t i;

	for (i = 0; i < n; i++)
		_mm256_storeu_si256((__m256i *)(void *)sum[i].unit,
		    _mm256_min_epi16(most, _mm256_max_epi16(units_of(sum + i),
		        _mm256_setzero_si256())));
}

/* A quarter of three blocks, from this one on. */
WIDE static inline __m256i
quarter_of(const struct chain_row *sum)
{
	return _mm256_srai_epi16(_mm256_add_epi16(units_of(sum),
	    _mm256_add_epi16(units_of(sum + 1), units_of(sum + 2))), 2);
}

/* The units that a block's class is seen by. */
WIDE static inline void
see(const struct chain_row *sum, __m256i in[CHAIN_PARTS])
{
	in[CHAIN_HERE] = units_of(sum);
	in[CHAIN_PREVIOUS] = units_of(sum - 1);
	in[CHAIN_FOLLOWING] = units_of(sum + 1);
	in[CHAIN_AHEAD] = quarter_of(sum - SEEN);
	in[CHAIN_BEHIND] = quarter_of(sum + 2);
}

/* What the features and the units, weighed, say; as / rounds. */
WIDE static inline void
say(struct chain_block *b, const struct chain_row *sum, __m512i mixed)
{
	__m512i spare = _mm512_srli_epi32(_mm512_srai_epi32(mixed, 31),
	    32 - ONE_BITS);
	__m256i of = _mm256_loadu_si256((const __m256i *)(const void *)sum->of);

	_mm512_storeu_si512(b->says, _mm512_add_epi32(
	    _mm512_cvtepi16_epi32(of),
	    _mm512_srai_epi32(_mm512_add_epi32(mixed, spare), ONE_BITS)));
}

WIDE static void
mix_blocks(const struct chain *c, struct chain_row *sum, struct chain_block *b,
    size_t n)
{
	__m256i in[PAIR_ABREAST][CHAIN_PARTS];
	__m512i mixed[PAIR_ABREAST];
	size_t i, k, some;

	memset(in, 0, sizeof in);
	clip(sum, n);
	for (i = 0; i < n; i += some) {
		some = n - i < PAIR_ABREAST ? n - i : PAIR_ABREAST;
		for (k = 0; k < some; k++)
			see(sum + i + k, in[k]);
		memset(mixed, 0, sizeof mixed);
		pair_sum_wide(mixed, (const int16_t *)(const void *)in,
		    CHAIN_INPUTS, CHAIN_INPUTS / 2, c->mix);
		for (k = 0; k < some; k++)
			say(&b[i + k], &sum[i + k], mixed[k]);
	}
}

bool
chain_mix_wide(const struct chain *c, struct chain_row *sum,
    struct chain_block *b, size_t n)
{
	if (!pair_has_wide())
		return false;
	mix_blocks(c, sum, b, n);
	return true;
}
#else
bool
chain_mix_wide(const struct chain *c, struct chain_row *sum,
    struct chain_block *b, size_t n)
{
	(void)c, (void)sum, (void)b, (void)n;
	return false;
}
#endif
