/* SPDX-License-Identifier: ISC */
/*
 * term_cell - which of the words that start in a cell term_reader must be given
 *
 * All is found for 64 bytes at a time, as bits, the lowest for the first. The
 * cells of a block come in their order; before the first, struct term_cell is
 * all zero.
 */
#ifndef TERM_CELL_H
#define TERM_CELL_H

#include <string.h>

#include "scan.h"
#include "term_mark.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define TERM_CELL_QUICK __attribute__((target("avx2,popcnt,bmi")))
#define TERM_CELL_WIDE __attribute__((target("avx512f,avx512bw," \
    "avx512vbmi,popcnt,bmi,bmi2")))
#include <immintrin.h>
#endif

struct term_cell {
	uint64_t special; /* bytes that make a word one for the reader */
	uint64_t named;   /* capitals of words that are names .. */
	uint64_t asked;   /* .. and first ones that a sentence may ask for */
	uint64_t program; /* first bytes of words behind marks of programs */

	/* private: of the cell before too, until the next is looked at */
	uint64_t word, tight;
	uint64_t of_program, of_end; /* of the gap that goes on, if 1 */
};

/* What bytes are, beyond what the scan tells: see term_mark. */
struct term_bytes {
	uint64_t tight, program, call, on, s;
};

/* 64 bytes of the text from `base` on, in a copy where it ends before. */
static inline const char *
term_cell_bytes(const struct scan *s, size_t base, char copy[64])
{
	if (s->len - base >= 64)
		return s->text + base;
	memset(copy, 0, 64);
	return memcpy(copy, s->text + base, s->len - base);
}

static inline struct term_bytes
term_bytes_plain(const char *p)
{
	struct term_bytes b = { 0 };
	unsigned mark;
	size_t i;

	for (i = 0; i < 64; i++) {
		mark = term_mark(p[i]);
		b.tight |= (uint64_t)((mark & (MARK_WITHIN | MARK_LEADS)) != 0)
		    << i;
		b.program |= (uint64_t)((mark & MARK_PROGRAM) != 0) << i;
		b.call |= (uint64_t)((mark & MARK_CALL) != 0) << i;
		b.on |= (uint64_t)((mark & MARK_ON) != 0) << i;
		b.s |= (uint64_t)((mark & MARK_S) != 0) << i;
	}
	return b;
}

#ifdef TERM_CELL_WIDE
/* Where 32 bytes are one of n marks, as bits. */
TERM_CELL_QUICK static inline uint64_t
term_any(__m256i bytes, const char *mark, size_t n)
{
	__m256i found = _mm256_setzero_si256();
	size_t i;

	for (i = 0; i < n; i++)
		found = _mm256_or_si256(found,
		    _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(mark[i])));
	return (uint32_t)_mm256_movemask_epi8(found);
}

/* The same, by comparing. */
TERM_CELL_QUICK static inline struct term_bytes
term_bytes_quick(const char *p)
{
	struct term_bytes b = { 0 };
	__m256i bytes;
	int i;

	for (i = 2; i-- > 0;) {
		bytes = _mm256_loadu_si256((const void *)(p + 32 * i));
		b.tight = b.tight << 32
		    | term_any(bytes, "_/.:=#@\\&-?%+~$`", 16);
		b.program = b.program << 32 | term_any(bytes, "={};<>", 6);
		b.call = b.call << 32 | term_any(bytes, "(", 1);
		b.on = b.on << 32 | term_any(bytes, " ,-\r\n", 5);
		b.s = b.s << 32 | term_any(bytes, "s", 1);
	}
	return b;
}

/* The same, by a table of 128 bytes in two registers. */
TERM_CELL_WIDE static inline struct term_bytes
term_bytes_wide(const char *p)
{
	const __m512i bytes = _mm512_loadu_si512(p);
	const __m512i mark = _mm512_maskz_permutex2var_epi8(
	    ~_mm512_movepi8_mask(bytes), _mm512_loadu_si512(term_marks),
	    bytes, _mm512_loadu_si512(term_marks + 64));

	return (struct term_bytes) {
		_mm512_test_epi8_mask(mark,
		    _mm512_set1_epi8(MARK_WITHIN | MARK_LEADS)),
		_mm512_test_epi8_mask(mark, _mm512_set1_epi8(MARK_PROGRAM)),
		_mm512_test_epi8_mask(mark, _mm512_set1_epi8(MARK_CALL)),
		_mm512_test_epi8_mask(mark, _mm512_set1_epi8(MARK_ON)),
		_mm512_test_epi8_mask(mark, _mm512_set1_epi8(MARK_S)),
	};
}
#endif

/* Bits that are so many bytes behind those of a mask and the one before. */
static inline uint64_t
term_behind(unsigned n, uint64_t before, uint64_t mask)
{
	return mask << n | before >> (64 - n);
}

/* Bits that are so many bytes before those of a mask and the next one. */
static inline uint64_t
term_ahead(unsigned n, uint64_t mask, uint64_t next)
{
	return mask >> n | next << (64 - n);
}

/* Bytes of a word that make it special, whatever is around it. */
static inline uint64_t
term_special(const struct scan_cell *c)
{
	return (c->mask[SCAN_HIGH] | c->mask[SCAN_DIGIT]) & c->mask[SCAN_WORD];
}

/* The last byte, if what a cell's last word goes on with is not plain. */
static inline uint64_t
term_special_behind(const struct scan_cell *next)
{
	uint64_t stops = ~next->mask[SCAN_WORD] | next->mask[SCAN_START];
	uint64_t word = (stops & -stops) - 1;

	return (uint64_t)(stops == 0 || ((term_special(next)
	    | next->mask[SCAN_UPPER] | next->mask[SCAN_MARK]) & word) != 0)
	    << 63;
}

/*
 * The words behind a gap in which one of some bytes stands: where these are
 * added to the gap's bits, one is carried to the byte behind it, or to the next
 * cell.
 */
static inline uint64_t
term_behind_gap(uint64_t *carry, uint64_t word, uint64_t bytes)
{
	uint64_t gap = ~word, sum = gap + bytes, all = sum + *carry;

	*carry = (uint64_t)(sum < gap) | (uint64_t)(all < sum);
	return all & word;
}

/* All bytes of words, of which the first ones are given. */
static inline uint64_t
term_words_of(uint64_t word, uint64_t first)
{
	return word & ~(word + first);
}

/*
 * Looks at the words that start at `starts` of a cell, whose bytes are these. A
 * letter is given to the reader where it may be one of "U.S.". A capital that
 * no sentence asks for is a name's.
 */
static inline void
term_cell_look(struct term_cell *t, const struct scan_cell *c,
    const struct term_bytes *b, uint64_t starts)
{
	const uint64_t word = c->mask[SCAN_WORD], next = c[1].mask[SCAN_WORD];
	const uint64_t last = (uint64_t)1 << 63;
	uint64_t behind_word = term_behind(1, t->word, word);
	uint64_t single = starts & ~term_ahead(1, word, next)
	    & (b->tight >> 1 | last)
	    & ((word | b->tight) >> 2 | last | last >> 1);
	uint64_t owner = c->mask[SCAN_MARK] & word & (b->s >> 1 | last)
	    & ((~word | c->mask[SCAN_START]) >> 2 | last | last >> 1);

	t->special = term_special(c) | term_special_behind(c + 1) | owner
	    | single
	    | (starts & (behind_word | term_behind(1, t->tight, b->tight)));
	t->asked = starts & c->mask[SCAN_UPPER]
	    & term_behind_gap(&t->of_end, word, ~word & ~b->on);
	t->named = c->mask[SCAN_UPPER] & ~term_words_of(word, t->asked);
	t->program = starts & term_behind_gap(&t->of_program, word,
	    b->program | (b->call & behind_word));
	t->word = word;
	t->tight = b->tight;
}

/*
 * The first word of a block has none before it, and what the byte before it
 * tells is for the reader.
 */
static inline void
term_cell_first(struct term_cell *t, const struct scan *s, size_t base,
    uint64_t starts)
{
	uint64_t first = starts & -starts;
	size_t at = base + scan_lowest(starts);

	if (at > 0 && term_mark(s->text[at - 1])
	    & (MARK_WITHIN | MARK_LEADS | MARK_PROGRAM))
		t->special |= first;
	t->asked |= first & s->cell[base / 64].mask[SCAN_UPPER];
	t->named &= ~term_words_of(t->word, t->asked);
	t->program &= ~first;
}

/* The last word of a block may be cut off: the reader sees what it is then. */
static inline void
term_cell_last(struct term_cell *t, const struct scan *s, size_t end)
{
	if (end < s->len && scan_is(s, SCAN_WORD, end))
		t->special |= (uint64_t)1 << (end - 1) % 64;
}

#endif
