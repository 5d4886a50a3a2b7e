/* SPDX-License-Identifier: ISC */
/*
 * Two passes make the raw masks of 64 bytes: classify_avx2 and its plain twin
 * classify_plain. What both share follows: characters that are not letters
 * are taken out of the words, apostrophes are put in, starts are found.
 *
 * Leads of characters that may be no letters are "special" and looked at one
 * by one; all other bytes from 0x80 up are letters without a look. So scripts
 * like Cyrillic and Han cost no more than ASCII.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "scan.h"
#include "utf8.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
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

struct range {
	uint32_t first, last;
};

/* Characters from U+0080 that are not letters, digits or marks on them. */
static const struct range not_letters[] = {
	{ 0x80, 0xA9 }, { 0xAB, 0xB4 }, { 0xB6, 0xB9 }, { 0xBB, 0xBF },
	{ 0xD7, 0xD7 }, { 0xF7, 0xF7 }, { 0x37E, 0x37E }, { 0x589, 0x58A },
	{ 0x5BE, 0x5BE }, { 0x609, 0x60D }, { 0x61B, 0x61F },
	{ 0x6D4, 0x6D4 }, { 0x964, 0x965 }, { 0x970, 0x970 },
	{ 0xE3F, 0xE3F }, { 0xE4F, 0xE4F }, { 0xE5A, 0xE5B },
	{ 0xF08, 0xF14 }, { 0x104A, 0x104F }, { 0x1360, 0x1368 },
	{ 0x1680, 0x1680 }, { 0x17D4, 0x17DA }, { 0x1800, 0x180A },
	{ 0x2000, 0x2BFF }, { 0x2E00, 0x2E7F }, { 0x3000, 0x3004 },
	{ 0x3008, 0x3020 }, { 0x3030, 0x3030 }, { 0x303D, 0x303F },
	{ 0x30FB, 0x30FB }, { 0xD800, 0xF8FF }, { 0xFE00, 0xFE6F },
	{ 0xFEFF, 0xFEFF }, { 0xFF01, 0xFF0F }, { 0xFF1A, 0xFF20 },
	{ 0xFF3B, 0xFF40 }, { 0xFF5B, 0xFF65 }, { 0xFFE0, 0xFFFF },
	{ 0x1F000, 0x1FAFF },
};

/* Scripts without spaces, Han from U+4000 aside: each character a word. */
static const struct range no_spaces[] = {
	{ 0xE01, 0xE30 }, { 0xE32, 0xE33 }, { 0xE40, 0xE46 },
	{ 0xE81, 0xEB0 }, { 0xEB2, 0xEB3 }, { 0xEC0, 0xEC6 },
	{ 0x1000, 0x102A }, { 0x1780, 0x17B3 }, { 0x3005, 0x3007 },
	{ 0x3021, 0x3029 }, { 0x3031, 0x3035 }, { 0x3041, 0x30FA },
	{ 0x30FC, 0x31BF }, { 0x31F0, 0x31FF }, { 0x3400, 0x3FFF },
	{ 0xF900, 0xFAFF }, { 0xFF66, 0xFF9F }, { 0x20000, 0x3FFFF },
};

static const uint32_t marks[] = { 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201B,
	0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0x300C, 0x300D, 0x300E,
	0x300F, 0xFF02 };

static const uint32_t stops[] = { 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x104B,
	0x1362, 0x17D4, 0x2026, 0x203C, 0x203D, 0x2047, 0x2048, 0x2049, 0x3002,
	0xFF01, 0xFF0E, 0xFF1F, 0xFF61 };

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool
in_ranges(const struct range *table, size_t n, uint32_t code)
{
	size_t low = 0, high = n, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (code > table[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && code >= table[low].first;
}

static bool
in_list(const uint32_t *table, size_t n, uint32_t code)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (table[i] == code)
			return true;
	return false;
}

bool
scan_is_letter(uint32_t code)
{
	if (code < 0x80)
		return (code | 32) - 'a' < 26 || code - '0' < 10;
	return !in_ranges(not_letters, COUNT(not_letters), code);
}

/* Whether the character at a byte is a letter; a bad part counts as one. */
static bool
is_letter_at(const char *text, size_t len, size_t at)
{
	uint32_t code;
	bool bad;

	if (at >= len)
		return false;
	utf8_read(text + at, len - at, &code, &bad);
	return bad || scan_is_letter(code);
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

	memset(raw, 0, sizeof *raw);
	for (i = 0; i < CELL; i++, bit <<= 1) {
		c = p[i];
		raw->newline |= c == '\n' ? bit : 0;
		raw->upper |= c >= 'A' && c <= 'Z' ? bit : 0;
		raw->digit |= c >= '0' && c <= '9' ? bit : 0;
		raw->alnum |= c < 0x80 && scan_is_letter(c) ? bit : 0;
		raw->apostrophe |= c == '\'' ? bit : 0;
		raw->mark |= c == '"' || c == '\'' || c == '`' ? bit : 0;
		raw->stop |= c == '.' || c == '!' || c == '?' ? bit : 0;
		raw->high |= c >= 0x80 ? bit : 0;
		raw->special |= is_special(c) ? bit : 0;
		raw->cjk |= c >= 0xE4 && c <= 0xE9 ? bit : 0;
		raw->tail |= c >= 0x80 && c < 0xC0 ? bit : 0;
	}
}

#ifdef HAVE_AVX2
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

AVX2 static void
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
	if (!in_ranges(not_letters, COUNT(not_letters), code)) {
		if (in_ranges(no_spaces, COUNT(no_spaces), code))
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
	if (in_list(marks, COUNT(marks), code))
		cell->mask[SCAN_MARK] |= (uint64_t)1 << i;
	if (in_list(stops, COUNT(stops), code))
		cell->mask[SCAN_STOP] |= (uint64_t)1 << i;
}

static void
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

static void
scan_by(struct scan *s, const char *text, size_t len, classify_fn *classify)
{
	unsigned char part[CELL];
	struct carry carry = { 0 };
	struct raw raw;
	size_t base, i;

	s->text = text;
	s->len = len;
	s->cell = alloc_grow(s->cell, &s->cap, len / CELL + 2,
	    sizeof *s->cell);
	for (base = i = 0; base < len; base += CELL, i++) {
		if (len - base >= CELL) {
			classify((const unsigned char *)text + base, &raw);
		} else {
			memset(part, 0, sizeof part);
			memcpy(part, text + base, len - base);
			classify(part, &raw);
		}
		finish_cell(s, base, &raw, &s->cell[i], &carry);
	}
	memset(&s->cell[i], 0, sizeof s->cell[i]);
}

void
scan_text_plain(struct scan *s, const char *text, size_t len)
{
	scan_by(s, text, len, classify_plain);
}

void
scan_text(struct scan *s, const char *text, size_t len)
{
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("avx2")) {
		scan_by(s, text, len, classify_avx2);
		return;
	}
#endif
	scan_text_plain(s, text, len);
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

#ifdef HAVE_AVX2
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
#ifdef HAVE_AVX2
	if (__builtin_cpu_supports("popcnt"))
		return count_popcnt(s, class, from, to);
#endif
	return count(s, class, from, to);
}
