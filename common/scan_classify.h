/* SPDX-License-Identifier: ISC */
/*
 * scan_classify - what each of 64 bytes is by itself, as raw masks
 *
 * For scan.c alone. One of three makes them: classify_avx512, classify_avx2
 * and their plain twin classify_plain.
 */
#ifndef SCAN_CLASSIFY_H
#define SCAN_CLASSIFY_H

#include "letter.h"
#include "scan.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTORS 1
#include <immintrin.h>
#endif

#define CELL 64 /* bytes in a cell */

/* The raw masks of one cell. */
struct raw {
	uint64_t newline, alnum, upper, digit, apostrophe, mark, stop, high;
	uint64_t special; /* leads to be looked at */
	uint64_t cjk;     /* leads E4 to E9: Han, a word each */
	uint64_t tail;    /* bytes 80 to BF */
};

static bool
is_special(unsigned char c)
{
	return c == 0xC2 || c == 0xC3 || c == 0xCD || c == 0xD6 || c == 0xD8
	    || c == 0xDB || (c >= 0xE0 && c <= 0xE3) || c == 0xEE || c == 0xEF
	    || (c >= 0xF0 && c <= 0xF4);
}

static void
classify_plain(const unsigned char *p, struct raw *raw)
{
	uint64_t bit = 1;
	unsigned char c;
	int i;

	*raw = (struct raw) { 0 };
	for (i = 0; i < CELL; i++, bit <<= 1) {
		c = p[i];
		raw->newline |= c == '\n' ? bit : 0;
		raw->upper |= c >= 'A' && c <= 'Z' ? bit : 0;
		raw->digit |= c >= '0' && c <= '9' ? bit : 0;
		raw->alnum |= c < 0x80 && letter_is(c) ? bit : 0;
		raw->apostrophe |= c == '\'' ? bit : 0;
		raw->mark |= c == '"' || c == '\'' || c == '`' ? bit : 0;
		raw->stop |= c == '.' || c == '!' || c == '?' ? bit : 0;
		raw->high |= c >= 0x80 ? bit : 0;
		raw->special |= is_special(c) ? bit : 0;
		raw->cjk |= c >= 0xE4 && c <= 0xE9 ? bit : 0;
		raw->tail |= c >= 0x80 && c < 0xC0 ? bit : 0;
	}
}

#ifdef HAVE_VECTORS
#define AVX2 __attribute__((target("avx2")))

/* A bit for each byte of two vectors whose comparison was true. */
AVX2 static inline uint64_t
bits_of(__m256i low, __m256i high)
{
	return (uint32_t)_mm256_movemask_epi8(low)
	    | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline uint64_t
equal(__m256i low, __m256i high, char c)
{
	__m256i v = _mm256_set1_epi8(c);

	return bits_of(_mm256_cmpeq_epi8(low, v), _mm256_cmpeq_epi8(high, v));
}

AVX2 static inline __m256i
in_range_of(__m256i x, char first, char width)
{
	__m256i at = _mm256_sub_epi8(x, _mm256_set1_epi8(first));

	return _mm256_cmpeq_epi8(
	    _mm256_min_epu8(at, _mm256_set1_epi8(width)), at);
}

/* The bytes in first..first + width. */
AVX2 static inline uint64_t
between(__m256i low, __m256i high, char first, char width)
{
	return bits_of(in_range_of(low, first, width),
	    in_range_of(high, first, width));
}

/* The leads of is_special; only called where there are bytes from 0x80. */
AVX2 static void
classify_high(__m256i low, __m256i high, struct raw *raw)
{
	raw->special = equal(low, high, (char)0xC2)
	    | equal(low, high, (char)0xC3) | equal(low, high, (char)0xCD)
	    | equal(low, high, (char)0xD6) | equal(low, high, (char)0xD8)
	    | equal(low, high, (char)0xDB) | between(low, high, (char)0xE0, 3)
	    | between(low, high, (char)0xEE, 1)
	    | between(low, high, (char)0xF0, 4);
	raw->cjk = between(low, high, (char)0xE4, 5);
	raw->tail = between(low, high, (char)0x80, 0x3F);
}

AVX2 static inline void
classify_avx2(const unsigned char *p, struct raw *raw)
{
	const __m256i space = _mm256_set1_epi8(0x20);
	__m256i low = _mm256_loadu_si256((const __m256i *)(const void *)p);
	__m256i high
	    = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32));

	raw->newline = equal(low, high, '\n');
	raw->upper = between(low, high, 'A', 25);
	raw->digit = between(low, high, '0', 9);
	raw->alnum = raw->digit
	    | between(_mm256_or_si256(low, space),
	        _mm256_or_si256(high, space), 'a', 25);
	raw->apostrophe = equal(low, high, '\'');
	raw->mark = raw->apostrophe | equal(low, high, '"')
	    | equal(low, high, '`');
	raw->stop = equal(low, high, '.') | equal(low, high, '!')
	    | equal(low, high, '?');
	raw->high = bits_of(low, high);
	raw->special = raw->cjk = raw->tail = 0;
	if (raw->high != 0)
		classify_high(low, high, raw);
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi")))

AVX512 static inline uint64_t
equal_512(__m512i x, char c)
{
	return _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(c));
}

AVX512 static inline uint64_t
between_512(__m512i x, char first, char width)
{
	return _mm512_cmple_epu8_mask(
	    _mm512_sub_epi8(x, _mm512_set1_epi8(first)),
	    _mm512_set1_epi8(width));
}

AVX512 static void
classify_high_512(__m512i x, struct raw *raw)
{
	raw->special = equal_512(x, (char)0xC2) | equal_512(x, (char)0xC3)
	    | equal_512(x, (char)0xCD) | equal_512(x, (char)0xD6)
	    | equal_512(x, (char)0xD8) | equal_512(x, (char)0xDB)
	    | between_512(x, (char)0xE0, 3) | between_512(x, (char)0xEE, 1)
	    | between_512(x, (char)0xF0, 4);
	raw->cjk = between_512(x, (char)0xE4, 5);
	raw->tail = between_512(x, (char)0x80, 0x3F);
}

/* What a byte of ASCII is, as bits. */
enum {
	NEWLINE = 1,
	ALNUM = 2,
	UPPER = 4,
	DIGIT = 8,
	APOSTROPHE = 16,
	MARK = 32,
	STOP = 64
};

#define D ALNUM | DIGIT
#define U ALNUM | UPPER
#define L ALNUM

static const uint8_t ascii[128] = {
	['\n'] = NEWLINE, ['\''] = APOSTROPHE | MARK, ['"'] = MARK,
	['`'] = MARK, ['.'] = STOP, ['!'] = STOP, ['?'] = STOP,
	['0'] = D, D, D, D, D, D, D, D, D, D,
	['A'] = U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U,
	['a'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L
};

/* The bytes that have a bit of those above. */
AVX512 static inline uint64_t
having(__m512i kinds, char bit)
{
	return _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(bit));
}

AVX512 static inline void
classify_avx512(const unsigned char *p, struct raw *raw)
{
	__m512i x = _mm512_loadu_si512((const void *)p), kinds;

	raw->high = _mm512_movepi8_mask(x);
	kinds = _mm512_maskz_permutex2var_epi8(~raw->high,
	    _mm512_loadu_si512(ascii), x, _mm512_loadu_si512(ascii + CELL));
	raw->newline = having(kinds, NEWLINE);
	raw->upper = having(kinds, UPPER);
	raw->digit = having(kinds, DIGIT);
	raw->alnum = having(kinds, ALNUM);
	raw->apostrophe = having(kinds, APOSTROPHE);
	raw->mark = having(kinds, MARK);
	raw->stop = having(kinds, STOP);
	raw->special = raw->cjk = raw->tail = 0;
	if (raw->high != 0)
		classify_high_512(x, raw);
}
#endif

#endif
