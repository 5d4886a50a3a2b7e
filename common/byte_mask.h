/* SPDX-License-Identifier: ISC */
/*
 * byte_mask - which of 64 bytes are a certain one, as bits, the lowest first
 *
 * For what no mask of the scan tells. Both ways give the same. byte_pairs:
 * which of them are a certain one and have another behind them, so that 65 are
 * read; byte_mask_below: which are less than a certain one, which is not 0;
 * byte_bits: which have a certain bit, given by its number.
 */
#ifndef BYTE_MASK_H
#define BYTE_MASK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "word.h"

/* Eight bytes at a time, in a number. */
static inline uint64_t
byte_mask_plain(const char *p, char c)
{
	const uint64_t ones = 0x0101010101010101u, low = 0x7F * ones;
	uint64_t bits = 0, x;
	size_t i;

	for (i = 0; i < 8; i++) {
		x = word_eight(p + 8 * i) ^ (unsigned char)c * ones;
		x = ~(((x & low) + low) | x | low) >> 7; /* 1: it is */
		bits |= (x * 0x0102040810204080u >> 56) << 8 * i;
	}
	return bits;
}

static inline uint64_t
byte_mask(const char *p, char c)
{
#ifdef __SSE2__
	const __m128i *v = (const __m128i *)(const void *)p;
	const __m128i want = _mm_set1_epi8(c);
	uint64_t bits = 0;
	int i;

	for (i = 4; i-- > 0;)
		bits = bits << 16 | (uint64_t)(uint32_t)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(_mm_loadu_si128(v + i), want));
	return bits;
#else
	return byte_mask_plain(p, c);
#endif
}

static inline uint64_t
byte_pairs_plain(const char *p, char first, char second)
{
	return byte_mask_plain(p, first) & byte_mask_plain(p + 1, second);
}

static inline uint64_t
byte_pairs(const char *p, char first, char second)
{
#ifdef __SSE2__
	const __m128i a = _mm_set1_epi8(first), b = _mm_set1_epi8(second);
	uint64_t bits = 0;
	__m128i x, y;
	int i;

	for (i = 64 - 16; i >= 0; i -= 16) {
		x = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		y = _mm_loadu_si128((const __m128i *)(const void *)(p + i + 1));
		x = _mm_and_si128(_mm_cmpeq_epi8(x, a), _mm_cmpeq_epi8(y, b));
		bits = bits << 16 | (uint64_t)(uint32_t)_mm_movemask_epi8(x);
	}
	return bits;
#else
	return byte_pairs_plain(p, first, second);
#endif
}

static inline uint64_t
byte_mask_below_plain(const char *p, unsigned char c)
{
	uint64_t bits = 0;
	size_t i;

	for (i = 0; i < 64; i++)
		bits |= (uint64_t)((unsigned char)p[i] < c) << i;
	return bits;
}

static inline uint64_t
byte_mask_below(const char *p, unsigned char c)
{
#ifdef __SSE2__
	const __m128i *v = (const __m128i *)(const void *)p;
	const __m128i most = _mm_set1_epi8((char)(c - 1));
	uint64_t bits = 0;
	__m128i x;
	int i;

	for (i = 4; i-- > 0;) {
		x = _mm_loadu_si128(v + i);
		bits = bits << 16 | (uint64_t)(uint32_t)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(_mm_min_epu8(x, most), x));
	}
	return bits;
#else
	return byte_mask_below_plain(p, c);
#endif
}

static inline uint64_t
byte_bits_plain(const uint8_t *p, unsigned bit)
{
	uint64_t bits = 0;
	size_t i;

	for (i = 0; i < 64; i++)
		bits |= (uint64_t)(p[i] >> bit & 1) << i;
	return bits;
}

static inline uint64_t
byte_bits(const uint8_t *p, unsigned bit)
{
#ifdef __SSE2__
	const __m128i *v = (const __m128i *)(const void *)p;
	const __m128i to_top = _mm_cvtsi32_si128(7 - (int)bit);
	uint64_t bits = 0;
	int i;

	for (i = 4; i-- > 0;)
		bits = bits << 16 | (uint64_t)(uint32_t)_mm_movemask_epi8(
		    _mm_sll_epi16(_mm_loadu_si128(v + i), to_top));
	return bits;
#else
	return byte_bits_plain(p, bit);
#endif
}

#endif
