/* SPDX-License-Identifier: ISC */
/*
 * Viterbi's way, to all classes at a time. The best way to a class is a score
 * with the class before it in the lowest bits, so that the greatest number has
 * both; of equal ones the later class wins, on every machine. What is left
 * over at a block is its distance to the best, so that sums stay small.
 *
 * go_avx2 is the same as go by the instructions that have both halves of the
 * classes in two registers from block to block.
 */
#include <string.h>

#include "chain.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

#define IMPOSSIBLE (-(1 << 20)) /* less than any way that is allowed */
#define WORST (4 * IMPOSSIBLE)  /* what a way is kept at, at least */

/* Half of a row, and the scores of half of the classes. */
typedef int16_t half __attribute__((vector_size(CHAIN_ROOM)));
typedef int32_t scores __attribute__((vector_size(2 * CHAIN_ROOM)));

_Static_assert(CLASSES <= CHAIN_ROOM && CHAIN_ROOM == 16, "two vectors");

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
#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i
load_avx2(const void *p)
{
	return _mm256_loadu_si256((const __m256i *)p);
}

/* The classes that the best ways come from, a byte each. */
AVX2 static inline void
put_back(uint8_t back[CHAIN_ROOM], __m256i low, __m256i high)
{
	const __m256i class = _mm256_set1_epi32(CHAIN_ROOM - 1);
	__m256i x = _mm256_packs_epi32(_mm256_and_si256(low, class),
	    _mm256_and_si256(high, class));

	x = _mm256_permute4x64_epi64(x, 0xD8);
	_mm_storeu_si128((__m128i *)(void *)back,
	    _mm_packus_epi16(_mm256_castsi256_si128(x),
	        _mm256_extracti128_si256(x, 1)));
}

/* What speaks for half of the classes, which are bits of `allowed`. */
AVX2 static inline __m256i
scores_of(const int32_t *says, unsigned allowed)
{
	const __m256i bit = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
	__m256i may = _mm256_and_si256(_mm256_set1_epi32((int)allowed), bit);

	return _mm256_blendv_epi8(_mm256_set1_epi32(IMPOSSIBLE),
	    load_avx2(says), _mm256_cmpeq_epi32(may, bit));
}

/* The greatest of all numbers, everywhere. */
AVX2 static inline __m256i
most_of(__m256i x)
{
	x = _mm256_max_epi32(x, _mm256_permute2x128_si256(x, x, 1));
	x = _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0x4E));
	return _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0xB1));
}

/* The best ways to all classes, those of the lower half first. */
AVX2 static inline void
find_ways(scores step[CLASSES][2], __m256i so_far[2])
{
	int32_t from[CHAIN_ROOM];
	__m256i low, high, way;
	size_t k;

	_mm256_storeu_si256((__m256i *)(void *)from,
	    _mm256_slli_epi32(so_far[0], 4));
	_mm256_storeu_si256((__m256i *)(void *)(from + 8),
	    _mm256_slli_epi32(so_far[1], 4));
	low = high = _mm256_set1_epi32(INT32_MIN);
#pragma GCC unroll 16
	for (k = 0; k < CLASSES; k++) {
		way = _mm256_set1_epi32(from[k]);
		low = _mm256_max_epi32(low,
		    _mm256_add_epi32(way, load_avx2(&step[k][0])));
		high = _mm256_max_epi32(high,
		    _mm256_add_epi32(way, load_avx2(&step[k][1])));
	}
	so_far[0] = low;
	so_far[1] = high;
}

AVX2 static void
go_avx2(const struct chain *c, struct chain_block *b, size_t n,
    int32_t so_far[CHAIN_ROOM])
{
	const __m256i worst = _mm256_set1_epi32(WORST);
	__m256i way[2] = { load_avx2(so_far), load_avx2(so_far + 8) }, most;
	scores step[CLASSES][2];
	size_t i, k;

	set_steps(c, step);
	for (i = 0; i < n; i++) {
		find_ways(step, way);
		put_back(b[i].back, way[0], way[1]);
		for (k = 0; k < 2; k++)
			way[k] = _mm256_add_epi32(_mm256_srai_epi32(way[k], 4),
			    scores_of(b[i].says + 8 * k,
			        b[i].allowed >> 8 * k));
		most = most_of(_mm256_max_epi32(way[0], way[1]));
		for (k = 0; k < 2; k++)
			way[k] = _mm256_max_epi32(
			    _mm256_sub_epi32(way[k], most), worst);
	}
	_mm256_storeu_si256((__m256i *)(void *)so_far, way[0]);
	_mm256_storeu_si256((__m256i *)(void *)(so_far + 8), way[1]);
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
