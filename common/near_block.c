/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "near_block.h"
#include "word.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_WIDE 1
#include <immintrin.h>
#endif

enum {
	KEY_SHIFT = 64 - NEAR_CLASS_BITS,
	GRAM_TURN = 16, /* bits, from word to word: the order counts */
	PROSE_WORDS = 6 /* to a mark of a program, at least, in prose */
};

/* A word as a number of 64 bits; its kind doesn't count. */
static inline uint64_t
spread(uint32_t term)
{
	return (term & TERM_WORD) * WORD_FACTOR;
}

static inline uint64_t
turn(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

/* A sequence, of its words from the last on. */
static inline uint64_t
gram_of(uint64_t d, uint64_t c, uint64_t b, uint64_t a)
{
	return word_mix(d + turn(c, GRAM_TURN) + turn(b, 2 * GRAM_TURN)
	    + turn(a, 3 * GRAM_TURN)) | 1;
}

/* Reads the keys of at least NEAR_GRAM words. */
static void
keys_plain(uint64_t key[NEAR_KEYS], const uint32_t *w, size_t n)
{
	uint64_t x = spread(w[0]), y = spread(w[1]), z = spread(w[2]);
	uint64_t last, h, *least;
	size_t i;

	memset(key, 0xFF, NEAR_KEYS * sizeof *key);
	for (i = NEAR_GRAM - 1; i < n; i++) {
		last = spread(w[i]);
		h = gram_of(last, z, y, x);
		least = &key[h >> KEY_SHIFT];
		*least = h < *least ? h : *least;
		x = y;
		y = z;
		z = last;
	}
	for (i = 0; i < NEAR_KEYS; i++)
		if (key[i] == UINT64_MAX)
			key[i] = 0;
}

#ifdef HAVE_WIDE
#define WIDE __attribute__((target("avx512f,avx512dq,avx512vl")))

enum { EIGHT = 8, ALL = 0xFF }; /* numbers at a time */

WIDE static inline __m512i
times_factor(__m512i x)
{
	return _mm512_mullo_epi64(x,
	    _mm512_set1_epi64((long long)WORD_FACTOR));
}

/* spread of eight words, of which those of the mask are there. */
WIDE static inline __m512i
spread_wide(const uint32_t *w, __mmask8 mask)
{
	__m256i words = _mm256_and_si256(_mm256_maskz_loadu_epi32(mask, w),
	    _mm256_set1_epi32((int)TERM_WORD));

	return times_factor(_mm512_cvtepu32_epi64(words));
}

/* gram_of the eight sequences that end in `at`; `before`: the eight before. */
WIDE static inline __m512i
grams_wide(__m512i at, __m512i before)
{
	__m512i c = _mm512_alignr_epi64(at, before, EIGHT - 1);
	__m512i b = _mm512_alignr_epi64(at, before, EIGHT - 2);
	__m512i a = _mm512_alignr_epi64(at, before, EIGHT - 3);
	__m512i h = _mm512_add_epi64(
	    _mm512_add_epi64(at, _mm512_rol_epi64(c, GRAM_TURN)),
	    _mm512_add_epi64(_mm512_rol_epi64(b, 2 * GRAM_TURN),
	        _mm512_rol_epi64(a, 3 * GRAM_TURN)));

	h = times_factor(h);
	return _mm512_or_si512(_mm512_xor_si512(h, _mm512_srli_epi64(h, 32)),
	    _mm512_set1_epi64(1));
}

/* The lesser of two neighbours each, of a at even places and of b at odd. */
WIDE static inline __m512i
lesser_1(__m512i a, __m512i b)
{
	return _mm512_min_epu64(_mm512_unpacklo_epi64(a, b),
	    _mm512_unpackhi_epi64(a, b));
}

/* The same of pairs of places. */
WIDE static inline __m512i
lesser_2(__m512i a, __m512i b)
{
	const __m512i low = _mm512_set_epi64(13, 12, 5, 4, 9, 8, 1, 0);
	const __m512i high = _mm512_set_epi64(15, 14, 7, 6, 11, 10, 3, 2);

	return _mm512_min_epu64(_mm512_permutex2var_epi64(a, low, b),
	    _mm512_permutex2var_epi64(a, high, b));
}

/* The least number of each of eight vectors, less class k * CLASS, as a key. */
WIDE static inline void
least_of_each(uint64_t key[NEAR_KEYS], const __m512i v[NEAR_KEYS])
{
	const __m512i class = _mm512_set1_epi64((long long)1 << KEY_SHIFT);
	const __m512i number = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);
	__m512i a = lesser_2(lesser_1(v[0], v[1]), lesser_1(v[2], v[3]));
	__m512i b = lesser_2(lesser_1(v[4], v[5]), lesser_1(v[6], v[7]));
	__m512i x = _mm512_min_epu64(
	    _mm512_shuffle_i64x2(a, b, _MM_SHUFFLE(1, 0, 1, 0)),
	    _mm512_shuffle_i64x2(a, b, _MM_SHUFFLE(3, 2, 3, 2)));
	__mmask8 there = _mm512_cmplt_epu64_mask(x, class);

	x = _mm512_add_epi64(x, _mm512_slli_epi64(number, KEY_SHIFT));
	there &= _mm512_cmpneq_epi64_mask(x, _mm512_set1_epi64(-1));
	_mm512_storeu_si512(key, _mm512_maskz_mov_epi64(there, x));
}

/*
 * keys_plain, eight sequences at a time. A class's first hash is taken from
 * each hash: then those of the class, and only they, are below CLASS, and the
 * least of all is the least of the class.
 */
WIDE static void
keys_wide(uint64_t key[NEAR_KEYS], const uint32_t *w, size_t n)
{
	const uint64_t class = (uint64_t)1 << KEY_SHIFT;
	__m512i least[NEAR_KEYS], at, before, h;
	__mmask8 mask = (__mmask8)(ALL << (NEAR_GRAM - 1));
	size_t i, k;

	for (k = 0; k < NEAR_KEYS; k++)
		least[k] = _mm512_set1_epi64(-1);
	before = _mm512_setzero_si512();
	for (i = 0; i < n; i += EIGHT, mask = ALL) {
		if (n - i < EIGHT)
			mask &= (__mmask8)~(ALL << (n - i));
		at = spread_wide(w + i, n - i < EIGHT
		    ? (__mmask8)~(ALL << (n - i)) : ALL);
		h = grams_wide(at, before);
		before = at;
		for (k = 0; k < NEAR_KEYS; k++)
			least[k] = _mm512_mask_min_epu64(least[k], mask,
			    least[k], _mm512_sub_epi64(h,
			    _mm512_set1_epi64((long long)(k * class))));
	}
	least_of_each(key, least);
}
#endif

static bool
has_wide(void)
{
#ifdef HAVE_WIDE
	return __builtin_cpu_supports("avx512f")
	    && __builtin_cpu_supports("avx512dq")
	    && __builtin_cpu_supports("avx512vl");
#else
	return false;
#endif
}

bool
near_keys_by(enum near_way way, uint64_t key[NEAR_KEYS], const uint32_t *w,
    size_t n)
{
	if (way == NEAR_WIDE && !has_wide())
		return false;
#ifdef HAVE_WIDE
	if (way == NEAR_WIDE)
		keys_wide(key, w, n);
#endif
	if (way == NEAR_PLAIN)
		keys_plain(key, w, n);
	return true;
}

/* Puts the pairs of n words into a set; *bits is empty. */
static void
pairs_plain(uint64_t bits[NEAR_SET / 64], const uint32_t *w, size_t n)
{
	uint64_t before = spread(w[0]), last;
	size_t i, bit;

	for (i = 1; i < n; i++, before = last) {
		last = spread(w[i]);
		bit = word_mix(last + turn(before, GRAM_TURN)) % NEAR_SET;
		bits[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

#ifdef HAVE_WIDE
/* The same, but that eight pairs at a time are hashed. */
WIDE static void
pairs_wide(uint64_t bits[NEAR_SET / 64], const uint32_t *w, size_t n)
{
	__m512i at, before = spread_wide(w, 1), h;
	uint64_t bit[EIGHT];
	size_t i, k, some;

	before = _mm512_alignr_epi64(before, before, 1);
	for (i = 1; i < n; i += EIGHT, before = at) {
		some = n - i < EIGHT ? n - i : EIGHT;
		at = spread_wide(w + i, (__mmask8)~(ALL << some));
		h = _mm512_alignr_epi64(at, before, EIGHT - 1);
		h = times_factor(_mm512_add_epi64(at,
		    _mm512_rol_epi64(h, GRAM_TURN)));
		_mm512_storeu_si512(bit,
		    _mm512_xor_si512(h, _mm512_srli_epi64(h, 32)));
		for (k = 0; k < some; k++)
			bits[bit[k] % NEAR_SET / 64] |= (uint64_t)1
			    << bit[k] % 64;
	}
}
#endif

bool
near_pairs_by(enum near_way way, struct near_pairs *p, const uint32_t *w,
    size_t n)
{
	memset(p->bits, 0, sizeof p->bits);
	if (way == NEAR_WIDE && !has_wide())
		return false;
#ifdef HAVE_WIDE
	if (way == NEAR_WIDE)
		pairs_wide(p->bits, w, n);
#endif
	if (way == NEAR_PLAIN)
		pairs_plain(p->bits, w, n);
	return true;
}

static bool
is_made(const struct near_pairs *p)
{
	uint64_t any = 0;
	size_t i;

	for (i = 0; i < NEAR_SET / 64; i++)
		any |= p->bits[i];
	return any != 0;
}

void
near_pair(struct near_pairs *p, const uint32_t *w, size_t n)
{
	if (!is_made(p) && !near_pairs_by(NEAR_WIDE, p, w, n))
		near_pairs_by(NEAR_PLAIN, p, w, n);
}

static inline __attribute__((always_inline)) struct near_lack
count_lack(const struct near_pairs *a, const struct near_pairs *b)
{
	struct near_lack lack = { 0, 0 };
	size_t i;

	for (i = 0; i < NEAR_SET / 64; i++) {
		lack.n += scan_ones(a->bits[i]);
		lack.missing += scan_ones(a->bits[i] & ~b->bits[i]);
	}
	return lack;
}

#ifdef HAVE_WIDE
/* Where the processor counts bits, scan_ones is one instruction. */
__attribute__((target("popcnt"))) static struct near_lack
lack_counting(const struct near_pairs *a, const struct near_pairs *b)
{
	return count_lack(a, b);
}
#endif

struct near_lack
near_lack(const struct near_pairs *a, const struct near_pairs *b)
{
#ifdef HAVE_WIDE
	if (__builtin_cpu_supports("popcnt"))
		return lack_counting(a, b);
#endif
	return count_lack(a, b);
}

void
near_reread(struct near_block *b)
{
	memset(&b->pairs, 0, sizeof b->pairs);
	if (near_has_size(b)
	    && !near_keys_by(NEAR_WIDE, b->key, b->terms.of, b->terms.n))
		near_keys_by(NEAR_PLAIN, b->key, b->terms.of, b->terms.n);
}

/* The terms were read: the rest is made of them. */
static void
finish(struct near_block *b, bool open)
{
	if (b->terms.n_program * PROSE_WORDS > b->terms.n)
		b->terms.n = 0;
	b->open = open;
	near_reread(b);
}

void
near_read(struct near_block *b, const struct scan *s, size_t start,
    size_t end, bool open)
{
	terms_read(&b->terms, s, start, end);
	finish(b, open);
}

void
near_read_words(struct near_block *b, const struct scan *s, size_t start,
    size_t end, const uint32_t *word, size_t n, bool open)
{
	terms_of_words(&b->terms, s, start, end, word, n);
	finish(b, open);
}
