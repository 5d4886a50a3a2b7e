/* SPDX-License-Identifier: ISC */
/*
 * The places of a block's words are taken from the masks of each cell, up to
 * 32 at a time; then eight words at a time are hashed and weighed for what
 * they are.
 */
#include <stddef.h>
#include <string.h>

#include "sample_gap.h"
#include "sample_wide.h"
#include "word_wide.h"

#ifdef HAVE_SAMPLE_COUNT

enum {
	FOUR = 4,           /* words at a time .. */
	EIGHT = 8,          /* .. or these */
	PLACES = 32,        /* put down of a cell's bits */
	FAR = 65535 - 2 * CELL, /* bytes from the base to the last word */
	BEHIND = CELL       /* bytes of the text that are read behind a block */
};

_Static_assert(SAMPLE_HEAD + EIGHT <= PLACES
    && SAMPLE_TAIL + EIGHT <= PLACES, "all words and some to spare");

/* Words by their places, as bytes behind `base`. */
struct words {
	const char *base;
	uint16_t start[SAMPLE_HEAD + PLACES], end[SAMPLE_HEAD + PLACES];
	size_t n, n_ends;
};

/* Puts down the places of a cell's bits; returns how many. */
WIDE static inline size_t
put_places(uint16_t *to, uint64_t bits, size_t base)
{
	static const uint8_t numbers[CELL] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
		10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
		26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41,
		42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
		58, 59, 60, 61, 62, 63 };
	__m512i places = _mm512_maskz_compress_epi8(bits,
	    _mm512_loadu_si512(numbers));

	_mm512_storeu_si512(to, _mm512_add_epi16(
	    _mm512_set1_epi16((short)base),
	    _mm512_cvtepu8_epi16(_mm512_castsi512_si256(places))));
	return (size_t)_mm_popcnt_u64(bits);
}

/*
 * Finds the first n words from `from` on, where there are so many, and the
 * signs between them. False if they are too far apart.
 */
WIDE static inline bool
find_words(struct words *w, struct gaps *g, const struct scan *s, size_t from,
    size_t n)
{
	const struct scan_cell *cell = &s->cell[from / CELL];
	uint64_t bits = ~(uint64_t)0 << from % CELL, starts, taken, word, ends;
	uint64_t before = 0, first = 0, in;
	size_t base = from / CELL * CELL, off;

	w->base = s->text + base;
	w->n = w->n_ends = 0;
	for (off = 0;; off += CELL, cell++, bits = ~(uint64_t)0) {
		starts = cell->mask[SCAN_START] & bits;
		word = cell->mask[SCAN_WORD];
		taken = _pdep_u64(lowest(n - w->n), starts);
		ends = (word << 1 | before) & (~word | cell->mask[SCAN_START]);
		before = word >> 63;
		if (first == 0) {
			first = starts & -starts;
			ends &= -first << 1;
		}
		w->n_ends += put_places(w->end + w->n_ends, ends, off);
		w->n += put_places(w->start + w->n, taken, off);
		in = bits;
		if (w->n == n)
			in &= lowest(scan_highest(taken | 1));
		add_signs(g, s, base + off, in & ~word);
		if (is_long(in & ~word) || off > FAR)
			return false;
		if (w->n == n)
			return base + w->start[0] - from <= SIGN_BYTES;
	}
}

/* Where the last word ends, as bytes behind the base: it may be cells on. */
WIDE static inline bool
find_end(struct words *w, const struct scan *s, size_t end)
{
	size_t base = (size_t)(w->base - s->text), last = w->n - 1, to;

	if (w->n_ends < w->n) {
		to = scan_word_end(s, base + w->start[last], end) - base;
		if (to > UINT16_MAX)
			return false;
		w->end[last] = (uint16_t)to;
	}
	return true;
}

/* Eight numbers of 16 bits as such of 64. */
WIDE static inline __m512i
widen(const uint16_t *p)
{
	return _mm512_cvtepu16_epi64(_mm_loadu_si128((const void *)p));
}

/* 16 bytes each of words 0, 2, 4 and 6. */
WIDE static inline __m512i
load_words(const char *base, const uint16_t *start)
{
	return word_wide_load(base + start[0], base + start[2],
	    base + start[4], base + start[6]);
}

/* The words of which the lowest byte is one of n from `from` on. */
WIDE static inline unsigned
begin_with(__m512i eight, char from, int n)
{
	__m512i byte = _mm512_and_si512(eight, _mm512_set1_epi64(0xFF));

	return _mm512_cmplt_epu64_mask(_mm512_sub_epi64(byte,
	    _mm512_set1_epi64(from)), _mm512_set1_epi64(n));
}

/*
 * Enters eight words, those from w's i-th on as the sample's at-th and so on,
 * of which `valid` are there. Returns bits of those that are to be entered one
 * by one.
 */
WIDE static inline unsigned
enter_eight(struct sample *sample, size_t at, const struct words *w, size_t i,
    unsigned valid)
{
	const __m512i n = _mm512_sub_epi64(widen(w->end + i),
	    widen(w->start + i));
	const struct word_wide h = word_wide_hash(
	    load_words(w->base, w->start + i),
	    load_words(w->base, w->start + i + 1), n);

	_mm512_storeu_si512(sample->hash + at, h.hash);
	sample->longer |= (uint64_t)(valid & _mm512_cmpge_epi64_mask(n,
	    _mm512_set1_epi64(SAMPLE_LONG))) << at;
	sample->numbers |= (uint64_t)(valid & begin_with(h.eight, '0', 10))
	    << at;
	sample->n_caps += (size_t)_mm_popcnt_u64(valid
	    & begin_with(h.eight, 'A', 26));
	return valid & h.others;
}

WIDE static inline void
enter_words(struct sample *sample, const struct scan *s,
    const struct words *w)
{
	unsigned odd;
	size_t i, k;

	for (i = 0; i < w->n; i += EIGHT) {
		odd = enter_eight(sample, sample->n + i, w, i,
		    (unsigned)lowest(w->n - i) & 0xFF);
		for (; odd != 0; odd &= odd - 1) {
			k = i + scan_lowest(odd);
			sample_enter(sample, s, sample->n + k,
			    (struct span) { w->base + w->start[k],
			        (size_t)(w->end[k] - w->start[k]) });
		}
	}
	sample->n += w->n;
}

/*
 * Takes the first n words from `from` on. Returns where the last one ends;
 * 0 if they can't be taken.
 */
WIDE static inline size_t
take(struct sample *sample, struct gaps *g, const struct scan *s, size_t from,
    size_t end, size_t n)
{
	struct words w;

	if (!find_words(&w, g, s, from, n) || !find_end(&w, s, end))
		return 0;
	enter_words(sample, s, &w);
	return (size_t)(w.base - s->text) + w.end[n - 1];
}

#define F1 WORD_FACTOR
#define F2 (F1 * F1)
#define F4 (F2 * F2)
#define F8 (F4 * F4)

/* All hashes in their order, as look_up of sample.c puts them into one. */
WIDE static inline uint64_t
chain_of(const uint64_t *hash, size_t n)
{
	__m512i factor = _mm512_set_epi64((long long)F8,
	    (long long)(F4 * F2 * F1), (long long)(F4 * F2),
	    (long long)(F4 * F1), (long long)F4, (long long)(F2 * F1),
	    (long long)F2, (long long)F1);
	__m512i chain = _mm512_setzero_si512();
	uint64_t part[EIGHT], sum = 0;
	size_t i;

	for (i = 0; i < n; i += EIGHT) {
		chain = _mm512_add_epi64(chain, _mm512_mullo_epi64(factor,
		    _mm512_maskz_loadu_epi64((__mmask8)lowest(n - i),
		        hash + i)));
		factor = _mm512_mullo_epi64(factor,
		    _mm512_set1_epi64((long long)F8));
	}
	_mm512_storeu_si512(part, chain);
	for (i = 0; i < EIGHT; i++)
		sum += part[i];
	return sum;
}

/* The words of which `kinds` have a bit. */
WIDE static inline uint64_t
of_kind(const uint8_t kinds[CELL], enum grammar_kind kind)
{
	return _mm512_test_epi8_mask(_mm512_loadu_si512(kinds),
	    _mm512_set1_epi8((char)kind));
}

/*
 * Looks the words up, four at a time: one by one, for gathering takes longer.
 * Behind the last one there are hashes of anything.
 */
WIDE static inline void
look_up(struct sample *sample, const struct grammar *g)
{
	const uint64_t *hash = sample->hash;
	size_t n = sample->n, i, k;
	uint64_t all = lowest(n), follows;
	uint8_t kinds[CELL] = { 0 };

	sample->hash[n] = 0;
	for (i = 0; i < n; i += FOUR)
#pragma GCC unroll 4
		for (k = i; k < i + FOUR; k++)
			kinds[k] = (uint8_t)grammar_kinds(g, hash[k]);
	sample->alone = of_kind(kinds, GRAMMAR_PHRASE) & all;
	follows = of_kind(kinds, GRAMMAR_FOLLOWS) & all;
	sample->pairs = of_kind(kinds, GRAMMAR_BEGINS) & follows >> 1;
	sample->chain = chain_of(hash, n);
	sample->functions = of_kind(kinds, GRAMMAR_FUNCTION) & all;
	sample->first = of_kind(kinds, GRAMMAR_FIRST) & all;
	sample->second = of_kind(kinds, GRAMMAR_SECOND) & all;
}

WIDE static bool
sample_by_eights(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *grammar)
{
	struct sample_counts c = sample_count(s, start, end);
	struct gaps g = { 0 };
	size_t at = start, n;

	memset(sample, 0, offsetof(struct sample, hash));
	sample->n_words = c.words;
	sample->n_stops = c.stops;
	sample->n_marks = c.marks;
	sample->n_head = c.words < SAMPLE_HEAD ? c.words : SAMPLE_HEAD;
	if (sample->n_head > 0)
		at = take(sample, &g, s, start, end, sample->n_head);
	if (at > start && sample->n == SAMPLE_HEAD) {
		at = sample_tail(at, end);
		n = at < end ? sample_count(s, at, end).words : 0;
		n = n < SAMPLE_TAIL ? n : SAMPLE_TAIL;
		if (n > 0)
			at = take(sample, &g, s, at, end, n);
	}
	if (at == 0 && c.words > 0)
		return false;
	look_up(sample, grammar);
	sample->n_numbers = (size_t)_mm_popcnt_u64(sample->numbers);
	sample->n_commas = g.n_commas;
	sample->n_parens = g.n_parens;
	sample->signs = signs_of(&g);
	return true;
}

/* Whether a place is inside of a word. */
static bool
is_inside(const struct scan *s, size_t at)
{
	return scan_is(s, SCAN_WORD, at) && !scan_is(s, SCAN_START, at);
}

bool
sample_wide(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *grammar)
{
	return s->len - end >= BEHIND && !is_inside(s, end)
	    && __builtin_cpu_supports("avx512vbmi2")
	    && __builtin_cpu_supports("avx512vbmi")
	    && __builtin_cpu_supports("avx512dq")
	    && __builtin_cpu_supports("avx512bw")
	    && __builtin_cpu_supports("avx512vl")
	    && __builtin_cpu_supports("bmi2")
	    && sample_by_eights(sample, s, start, end, grammar);
}
#else
bool
sample_wide(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *grammar)
{
	(void)sample, (void)s, (void)start, (void)end;
	(void)grammar;
	return false;
}
#endif
