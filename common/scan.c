/* SPDX-License-Identifier: ISC */
/*
 * The raw masks of 64 bytes (scan_classify.h) become those of a cell:
 * characters that are not letters are taken out of the words, apostrophes are
 * put in, starts are found.
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
#include "scan_classify.h"
#include "utf8.h"

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

/* Enters what is seen of a cell at once; returns the bytes of words. */
static inline uint64_t
set_masks(const struct raw *raw, struct scan_cell *cell)
{
	uint64_t word = raw->alnum | raw->high;

	cell->mask[SCAN_NEWLINE] = raw->newline;
	cell->mask[SCAN_UPPER] = raw->upper;
	cell->mask[SCAN_DIGIT] = raw->digit;
	cell->mask[SCAN_MARK] = raw->mark;
	cell->mask[SCAN_STOP] = raw->stop;
	cell->mask[SCAN_HIGH] = raw->high;
	return word;
}

/* Enters where words are and start: a start is also what `starts` says. */
static inline void
set_words(struct scan_cell *cell, uint64_t word, uint64_t starts,
    struct carry *carry)
{
	cell->mask[SCAN_WORD] = word;
	cell->mask[SCAN_START] = starts | (word & ~(word << 1 | carry->word));
	carry->word = word >> 63;
}

/* The bits of characters of Han in a cell, a word each. */
static uint64_t
han_starts(const struct scan *s, size_t base, const struct raw *raw)
{
	uint64_t starts = raw->tail >> 1;

	if (base + CELL < s->len && (s->text[base + CELL] & 0xC0) == 0x80)
		starts |= (uint64_t)1 << 63;
	return starts & raw->cjk;
}

/* Finishes any cell, of which some characters must be looked at. */
static void
finish_slowly(const struct scan *s, size_t base, const struct raw *raw,
    struct scan_cell *cell, struct carry *carry)
{
	uint64_t word, after, bits;

	cell->mask[SCAN_WORD] = set_masks(raw, cell) & ~carry->clear;
	cell->mask[SCAN_START] = 0;
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
	set_words(cell, word, cell->mask[SCAN_START]
	    | (raw->cjk != 0 ? han_starts(s, base, raw) : 0), carry);
}

/* Whether a cell, or the one before, has what no mask tells. */
static inline bool
is_slow(const struct raw *raw, const struct carry *carry)
{
	return (raw->special | raw->cjk | carry->clear
	    | raw->apostrophe >> 63) != 0;
}

static inline void
finish_quickly(const struct raw *raw, struct scan_cell *cell,
    struct carry *carry)
{
	uint64_t word = set_masks(raw, cell);

	word |= raw->apostrophe & (word << 1 | carry->word) & word >> 1;
	set_words(cell, word, 0, carry);
}

typedef void classify_fn(const unsigned char *, struct raw *);

/*
 * Compiled once for each way of classifying. The loop inside, which most cells
 * are done by, calls nothing, so that constants stay where they are.
 */
static inline __attribute__((always_inline)) void
scan_by(struct scan *s, classify_fn *classify)
{
	unsigned char part[CELL] = { 0 };
	struct carry carry = { 0 };
	struct raw raw;
	size_t i;

	for (i = 0; i * CELL < s->len; i++) {
		for (; (i + 1) * CELL <= s->len; i++) {
			classify((const unsigned char *)s->text + i * CELL,
			    &raw);
			if (is_slow(&raw, &carry))
				break;
			finish_quickly(&raw, &s->cell[i], &carry);
		}
		if (i * CELL == s->len)
			break;
		if ((i + 1) * CELL > s->len) {
			memcpy(part, s->text + i * CELL, s->len - i * CELL);
			classify(part, &raw);
		}
		finish_slowly(s, i * CELL, &raw, &s->cell[i], &carry);
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
	if (way == SCAN_AVX512 && __builtin_cpu_supports("avx512bw")
	    && __builtin_cpu_supports("avx512vbmi"))
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
