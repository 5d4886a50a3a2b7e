/* SPDX-License-Identifier: ISC */
/*
 * One of three makes the raw masks of 64 bytes: classify_avx512, classify_avx2
 * and their plain twin classify_plain. What they share follows: characters that
 * are not letters are taken out of the words, apostrophes are put in, starts
 * are found.
 *
 * Leads of characters that may be no letters are "special" and looked at one
 * by one; all other bytes from 0x80 up are letters without a look. So scripts
 * like Cyrillic and Han cost no more than ASCII.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "letter.h"
#include "scan.h"
#include "utf8.h"

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

/* What goes from a cell to the next. */
struct carry {
	uint64_t word;  /* bit 0: the last byte was of a word */
	uint64_t clear; /* bytes that are no letters after all */
};

/* Whether the character at a byte is a letter; a bad part counts as one. */
static bool
is_letter_at(const char *text, size_t len, size_t at)
{
	uint32_t code;
	bool bad;

	if (at >= len)
		return false;
	utf8_read(text + at, len - at, &code, &bad);
	return bad || letter_is(code);
}

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

#define AVX512 __attribute__((target("avx512f,avx512bw")))

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

AVX512 static inline void
classify_avx512(const unsigned char *p, struct raw *raw)
{
	__m512i x = _mm512_loadu_si512((const void *)p);

	raw->newline = equal_512(x, '\n');
	raw->upper = between_512(x, 'A', 25);
	raw->digit = between_512(x, '0', 9);
	raw->alnum = raw->digit | between_512(
	    _mm512_or_si512(x, _mm512_set1_epi8(0x20)), 'a', 25);
	raw->apostrophe = equal_512(x, '\'');
	raw->mark = raw->apostrophe | equal_512(x, '"') | equal_512(x, '`');
	raw->stop = equal_512(x, '.') | equal_512(x, '!')
	    | equal_512(x, '?');
	raw->high = _mm512_movepi8_mask(x);
	raw->special = raw->cjk = raw->tail = 0;
	if (raw->high != 0)
		classify_high_512(x, raw);
}
#endif

/* Looks at the character whose lead is bit i of the cell. */
static void
look_at(const struct scan *s, size_t base, unsigned i, struct scan_cell *cell,
    struct carry *carry)
{
	const char *p = s->text + base + i;
	size_t n = s->len - (base + i), len;
	uint64_t bytes, before;
	uint32_t code;
	bool bad;

	len = utf8_read(p, n, &code, &bad);
	if (bad)
		return;
	if (letter_is(code)) {
		if (letter_is_word(code))
			cell->mask[SCAN_START] |= (uint64_t)1 << i;
		return;
	}
	before = i > 0 ? cell->mask[SCAN_WORD] >> (i - 1) & 1 : carry->word;
	if (code != 0x2019 || before == 0
	    || !is_letter_at(s->text, s->len, base + i + len)) {
		bytes = ((uint64_t)1 << len) - 1;
		cell->mask[SCAN_WORD] &= ~(bytes << i);
		if (i + len > CELL)
			carry->clear = bytes >> (CELL - i);
	}
	if (letter_is_mark(code))
		cell->mask[SCAN_MARK] |= (uint64_t)1 << i;
	if (letter_is_stop(code))
		cell->mask[SCAN_STOP] |= (uint64_t)1 << i;
}

static inline void
finish_cell(const struct scan *s, size_t base, const struct raw *raw,
    struct scan_cell *cell, struct carry *carry)
{
	uint64_t word = (raw->alnum | raw->high) & ~carry->clear, bits;
	uint64_t after, starts = 0;

	cell->mask[SCAN_NEWLINE] = raw->newline;
	cell->mask[SCAN_WORD] = word;
	cell->mask[SCAN_START] = 0;
	cell->mask[SCAN_UPPER] = raw->upper;
	cell->mask[SCAN_DIGIT] = raw->digit;
	cell->mask[SCAN_MARK] = raw->mark;
	cell->mask[SCAN_STOP] = raw->stop;
	cell->mask[SCAN_HIGH] = raw->high;
	carry->clear = 0;
	for (bits = raw->special; bits != 0; bits &= bits - 1)
		look_at(s, base, scan_lowest(bits), cell, carry);
	word = cell->mask[SCAN_WORD];
	if (raw->apostrophe != 0) {
		after = word >> 1;
		if (raw->apostrophe >> 63 != 0
		    && is_letter_at(s->text, s->len, base + CELL))
			after |= (uint64_t)1 << 63;
		word |= raw->apostrophe & (word << 1 | carry->word) & after;
	}
	if (raw->cjk != 0) {
		starts = raw->tail >> 1;
		if (base + CELL < s->len
		    && (s->text[base + CELL] & 0xC0) == 0x80)
			starts |= (uint64_t)1 << 63;
		starts &= raw->cjk;
	}
	cell->mask[SCAN_WORD] = word;
	cell->mask[SCAN_START]
	    |= starts | (word & ~(word << 1 | carry->word));
	carry->word = word >> 63;
}

typedef void classify_fn(const unsigned char *, struct raw *);

/* Compiled once for each way of classifying. */
static inline __attribute__((always_inline)) void
scan_by(struct scan *s, classify_fn *classify)
{
	unsigned char part[CELL];
	struct carry carry = { 0 };
	struct raw raw;
	size_t base, i;

	for (base = i = 0; base < s->len; base += CELL, i++) {
		if (s->len - base >= CELL) {
			classify((const unsigned char *)s->text + base, &raw);
		} else {
			memset(part, 0, sizeof part);
			memcpy(part, s->text + base, s->len - base);
			classify(part, &raw);
		}
		finish_cell(s, base, &raw, &s->cell[i], &carry);
	}
	memset(&s->cell[i], 0, sizeof s->cell[i]);
}

#ifdef HAVE_VECTORS
AVX2 static void
scan_avx2(struct scan *s)
{
	scan_by(s, classify_avx2);
}

AVX512 static void
scan_avx512(struct scan *s)
{
	scan_by(s, classify_avx512);
}
#endif

bool
scan_text_by(struct scan *s, enum scan_way way, const char *text, size_t len)
{
	s->text = text;
	s->len = len;
	s->cell = alloc_grow(s->cell, &s->cap, len / CELL + 2,
	    sizeof *s->cell);
#ifdef HAVE_VECTORS
	if (way == SCAN_AVX512 && __builtin_cpu_supports("avx512bw"))
		scan_avx512(s);
	else if (way == SCAN_AVX2 && __builtin_cpu_supports("avx2"))
		scan_avx2(s);
	else
#endif
	if (way == SCAN_PLAIN)
		scan_by(s, classify_plain);
	else
		return false;
	return true;
}

void
scan_text(struct scan *s, const char *text, size_t len)
{
	enum scan_way way = SCAN_AVX512;

	while (!scan_text_by(s, way, text, len))
		way--;
}

struct span
scan_word_beyond(const struct scan *s, size_t at, size_t to)
{
	size_t start = scan_next(s, SCAN_START, at, to);

	if (start == to)
		return (struct span) { NULL, 0 };
	return scan_span(s, start, scan_word_end(s, start, to));
}

void
scan_end(struct scan *s)
{
	free(s->cell);
	memset(s, 0, sizeof *s);
}

static inline size_t
count(const struct scan *s, enum scan_class class, size_t from, size_t to)
{
	size_t i = from / 64, last = to / 64, n;
	uint64_t head = ~(uint64_t)0 << from % 64;
	uint64_t tail = ~(~(uint64_t)0 << to % 64);

	if (from >= to)
		return 0;
	if (i == last)
		return (size_t)__builtin_popcountll(
		    s->cell[i].mask[class] & head & tail);
	n = (size_t)__builtin_popcountll(s->cell[i].mask[class] & head);
	for (i++; i < last; i++)
		n += (size_t)__builtin_popcountll(s->cell[i].mask[class]);
	if (to % 64 != 0)
		n += (size_t)__builtin_popcountll(
		    s->cell[last].mask[class] & tail);
	return n;
}

#ifdef HAVE_VECTORS
__attribute__((target("popcnt"))) static size_t
count_popcnt(const struct scan *s, enum scan_class class, size_t from,
    size_t to)
{
	return count(s, class, from, to);
}
#endif

size_t
scan_count(const struct scan *s, enum scan_class class, size_t from, size_t to)
{
#ifdef HAVE_VECTORS
	if (__builtin_cpu_supports("popcnt"))
		return count_popcnt(s, class, from, to);
#endif
	return count(s, class, from, to);
}
