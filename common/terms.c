/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "term_cell.h"
#include "term_reader.h"
#include "tables.h"
#include "word.h"

void
terms_end(struct terms *t)
{
	alloc_free(t->of, t->cap, sizeof *t->of);
	*t = (struct terms) { 0 };
}

uint32_t *
terms_more(struct terms *t, size_t n)
{
	t->of = alloc_grow(t->of, &t->cap, t->n + n + TERMS_SPARE,
	    sizeof *t->of);
	t->n += n;
	return t->of + t->n - n;
}

/* How the words of a cell are found and copied. */
struct way {
	struct term_bytes (*look)(const char *p);

	/* Bits of `starts` as the numbers of these words, from 0. */
	uint64_t (*number)(uint64_t bits, uint64_t starts);

	/* Puts down n words; those with a bit are names. */
	void (*copy)(uint32_t *to, const uint32_t *word, size_t n,
	    uint64_t names);
};

static inline uint64_t
number_plain(uint64_t bits, uint64_t starts)
{
	uint64_t numbers = 0;

	for (; bits != 0; bits &= bits - 1)
		numbers |= (uint64_t)1
		    << (scan_ones(starts & (bits ^ (bits - 1))) - 1);
	return numbers;
}

/* At least once: whether n is 0 is hard to foretell. */
static inline void
copy_plain(uint32_t *to, const uint32_t *word, size_t n, uint64_t names)
{
	size_t i = 0, k;

	do
		for (k = i; k < i + TERMS_SPARE; k++)
			to[k] = word[k] & TERM_WORD;
	while ((i += TERMS_SPARE) < n);
	if (n < 64)
		names &= ((uint64_t)1 << n) - 1;
	for (; names != 0; names &= names - 1)
		to[scan_lowest(names)] |= TERM_NAME;
}

#ifdef TERM_CELL_WIDE
TERM_CELL_WIDE static inline uint64_t
number_wide(uint64_t bits, uint64_t starts)
{
	return _pext_u64(bits, starts);
}

TERM_CELL_WIDE static inline void
copy_wide(uint32_t *to, const uint32_t *word, size_t n, uint64_t names)
{
	const __m512i name = _mm512_set1_epi32(TERM_NAME);
	size_t i = 0;
	__m512i some;

	do {
		some = _mm512_and_si512(_mm512_loadu_si512(word + i),
		    _mm512_set1_epi32((int)TERM_WORD));
		_mm512_storeu_si512(to + i, _mm512_mask_or_epi32(some,
		    (__mmask16)(names >> i), some, name));
	} while ((i += TERMS_SPARE) < n);
}
#endif

#define INLINE static inline __attribute__((always_inline))

/*
 * The numbers of the words that have one of the bits in them, or behind them:
 * each is carried to the start of the next word.
 */
INLINE uint64_t
words_with(const struct way *way, uint64_t bits, uint64_t starts)
{
	uint64_t first = bits & starts;
	uint64_t sum = ~starts + ((bits ^ first) | first << 1);
	uint64_t last = first >> 63 | (uint64_t)(sum < ~starts);

	return (way->number(sum & starts, starts)
	    | last << scan_ones(starts)) >> 1;
}

/* The numbers of the words that are names, if the reader need not see them. */
INLINE uint64_t
find_names(const struct way *way, const struct term_cell *c, uint64_t starts,
    uint64_t within, const uint32_t *word)
{
	uint64_t names = words_with(way, c->named & within, starts);
	uint64_t asked = way->number(c->asked & starts, starts);
	unsigned i;

	for (; asked != 0; asked &= asked - 1) {
		i = scan_lowest(asked);
		names |= (uint64_t)!grammar_is_function_half(&functions_table,
		    word[i]) << i;
	}
	return names;
}

INLINE void
add_run(const struct way *way, struct term_reader *r, size_t n, uint64_t names)
{
	way->copy(r->out->of + r->out->n, r->word, n, names);
	r->out->n += n;
	r->word += n;
}

/*
 * The words that start in a cell, up to the bits `within` the block. Most come
 * many at a time; one that goes on behind the cell does, too, if what is there
 * is plain.
 */
INLINE void
read_cell(const struct way *way, struct term_reader *r,
    const struct term_cell *c, size_t base, uint64_t starts, uint64_t within)
{
	uint64_t names = find_names(way, c, starts, within, r->word);
	uint64_t special = c->special & within, program = c->program, upto;
	size_t at, n;

	while ((special &= -(starts & -starts)) != 0) {
		upto = starts & (special ^ (special - 1));
		at = scan_highest(upto);
		n = scan_ones(upto) - 1;
		add_run(way, r, n, names);
		names >>= n + 1;
		term_reader_word(r, base + at,
		    scan_word_end(r->scan, base + at, r->to));
		program &= ~((uint64_t)1 << at);
		starts ^= upto;
	}
	add_run(way, r, scan_ones(starts), names);
	if (program != 0)
		r->out->n_program += scan_ones(program & within);
}

INLINE void
read_cells(const struct way *way, struct term_reader *r, size_t start)
{
	const struct scan *s = r->scan;
	struct term_cell cell = { 0 };
	struct term_bytes bytes;
	uint64_t starts, within;
	char copy[64];
	size_t base;

	for (base = start / 64 * 64; base < r->to; base += 64) {
		within = ~(uint64_t)0;
		if (r->to - base < 64)
			within = ~(within << (r->to - base));
		starts = s->cell[base / 64].mask[SCAN_START] & within;
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		bytes = way->look(term_cell_bytes(s, base, copy));
		term_cell_look(&cell, &s->cell[base / 64], &bytes, starts);
		if (r->word == r->first && starts != 0)
			term_cell_first(&cell, s, base, starts);
		if (r->to - base <= 64)
			term_cell_last(&cell, s, r->to);
		read_cell(way, r, &cell, base, starts, within);
	}
}

static void
read_plain(struct term_reader *r, size_t start)
{
	static const struct way way = { term_bytes_plain, number_plain,
		copy_plain };

	read_cells(&way, r, start);
}

#ifdef TERM_CELL_WIDE
/* Where the processor counts bits, scan_ones is one instruction. */
TERM_CELL_QUICK static void
read_quick(struct term_reader *r, size_t start)
{
	static const struct way way = { term_bytes_quick, number_plain,
		copy_plain };

	read_cells(&way, r, start);
}

TERM_CELL_WIDE static void
read_wide(struct term_reader *r, size_t start)
{
	static const struct way way = { term_bytes_wide, number_wide,
		copy_wide };

	read_cells(&way, r, start);
}
#endif

bool
terms_of_words_by(enum terms_way way, struct terms *t, const struct scan *s,
    size_t start, size_t end, const uint32_t *word, size_t n)
{
	struct term_reader r;

	t->n = 0;
	terms_more(t, 2 * n); /* a word is two terms, at most */
	term_reader_begin(&r, t, s, start, end, word);
#ifdef TERM_CELL_WIDE
	if (way == TERMS_WIDE && __builtin_cpu_supports("avx512vbmi")
	    && __builtin_cpu_supports("avx512bw")
	    && __builtin_cpu_supports("bmi2")) {
		read_wide(&r, start);
		return true;
	}
	if (way == TERMS_QUICK && __builtin_cpu_supports("avx2")
	    && __builtin_cpu_supports("popcnt")
	    && __builtin_cpu_supports("bmi")) {
		read_quick(&r, start);
		return true;
	}
#endif
	if (way == TERMS_PLAIN)
		read_plain(&r, start);
	return way == TERMS_PLAIN;
}

void
terms_of_words(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word, size_t n)
{
	if (!terms_of_words_by(TERMS_WIDE, t, s, start, end, word, n)
	    && !terms_of_words_by(TERMS_QUICK, t, s, start, end, word, n))
		terms_of_words_by(TERMS_PLAIN, t, s, start, end, word, n);
}

void
terms_add_words(struct terms *t, const struct scan *s, size_t start,
    size_t end)
{
	struct span word;

	while (scan_word(s, &start, end, &word))
		*terms_more(t, 1) = term_half(word_hash(word));
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct terms words = { 0 };
	struct term_reader r;
	size_t at = start, to;

	terms_add_words(&words, s, start, end);
	term_reader_begin(&r, t, s, start, end, words.of);
	while ((at = scan_next(s, SCAN_START, at, end)) < end) {
		to = scan_word_end(s, at, end);
		t->of = alloc_grow(t->of, &t->cap, t->n + 2, sizeof *t->of);
		term_reader_word(&r, at, to);
		at = to;
	}
	terms_end(&words);
}
