/* SPDX-License-Identifier: ISC */
/*
 * word_wide - word_hash of eight words at a time, where there is AVX-512
 *
 * The words are of a text of which 16 bytes may be read at each. What is too
 * long for that, or not of ASCII, is told apart and left to word_hash.
 */
#ifndef WORD_WIDE_H
#define WORD_WIDE_H

#include "word.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_WORD_WIDE 1
#include <immintrin.h>

#define WORD_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

enum {
	WORD_WIDE_WORDS = 8,  /* at a time */
	WORD_WIDE_BYTES = 16  /* of the longest one that is hashed so */
};

/* Eight words, the numbers of each 64 bits wide. */
struct word_wide {
	__m512i hash;
	__m512i eight;    /* the first eight bytes, as they stand in the text */
	__m512i folded;   /* of these the word's own, case folded; 0 behind */
	unsigned others;  /* a bit for each word that has another hash */
};

/* 16 bytes each, at four places. */
WORD_WIDE static inline __m512i
word_wide_load(const char *a, const char *b, const char *c, const char *d)
{
	__m512i x = _mm512_castsi128_si512(
	    _mm_loadu_si128((const void *)a));

	x = _mm512_inserti64x2(x, _mm_loadu_si128((const void *)b), 1);
	x = _mm512_inserti64x2(x, _mm_loadu_si128((const void *)c), 2);
	return _mm512_inserti64x2(x, _mm_loadu_si128((const void *)d), 3);
}

/* word_mix of eight numbers. */
WORD_WIDE static inline __m512i
word_wide_mix(__m512i h)
{
	h = _mm512_mullo_epi64(h, _mm512_set1_epi64((long long)WORD_FACTOR));
	return _mm512_xor_si512(h, _mm512_srli_epi64(h, 32));
}

/* The first n bytes of each eight, folded; n may be more, or less than 0. */
WORD_WIDE static inline __m512i
word_wide_fold(__m512i eight, __m512i n)
{
	const __m512i most = _mm512_set1_epi64(8);
	__m512i spare = _mm512_slli_epi64(_mm512_sub_epi64(most,
	    _mm512_max_epi64(_mm512_min_epi64(n, most),
	    _mm512_setzero_si512())), 3);

	eight = _mm512_or_si512(eight,
	    _mm512_set1_epi64((long long)WORD_CASE_BITS));
	return _mm512_and_si512(eight,
	    _mm512_srlv_epi64(_mm512_set1_epi64(-1), spare));
}

/* Hashes words of n bytes each; `even` has the words 0, 2, 4 and 6. */
WORD_WIDE static inline struct word_wide
word_wide_hash(__m512i even, __m512i odd, __m512i n)
{
	const __m512i eight = _mm512_set1_epi64(8);
	const __m512i most = _mm512_set1_epi64(WORD_WIDE_BYTES);
	struct word_wide w = { .eight = _mm512_unpacklo_epi64(even, odd) };
	const __m512i second = word_wide_fold(
	    _mm512_unpackhi_epi64(even, odd), _mm512_sub_epi64(n, eight));
	__m512i h;

	w.folded = word_wide_fold(w.eight, n);
	h = word_wide_mix(_mm512_xor_si512(w.folded,
	    _mm512_set1_epi64(WORD_SEED)));
	h = _mm512_mask_mov_epi64(h, _mm512_cmpgt_epi64_mask(n, eight),
	    word_wide_mix(_mm512_xor_si512(h, second)));
	w.hash = word_wide_mix(_mm512_xor_si512(h, n));
	w.others = _mm512_cmpgt_epi64_mask(n, most)
	    | _mm512_test_epi64_mask(_mm512_or_si512(w.folded, second),
	        _mm512_set1_epi64((long long)WORD_HIGH_BITS));
	return w;
}
#endif

#endif
