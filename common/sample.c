/* SPDX-License-Identifier: ISC */
/*
 * Three ways to the same, one in sample_wide.c. take_plain goes from word to
 * word; take_fast goes from cell to cell, does by masks what can be done for
 * all words of a cell, and takes the others' hashes with no branch but the
 * loop's:
 *
 *	text     Ask Mr. O'Connor, 42, nonetheless
 *	starts   1...1...1.........1...1..........
 *	goes_on  11..1...1111111...1...1111111111.  the next byte is of the word
 *	odd      ......................1..........  hashed one by one
 *
 * Odd are words over eight bytes, those with bytes from 0x80, and those that
 * end in the next cell.
 */
#include <string.h>

#include "byte_mask.h"
#include "sample.h"
#include "sample_count.h"
#include "sample_wide.h"
#include "sign.h"
#include "utf8.h"
#include "word.h"

enum {
	HAN_LEAD = 0xE3,   /* of scripts without spaces, whose words say more */
	LETTER_LEAD = 0xE0 /* of scripts whose letters may be words */
};

_Static_assert(SAMPLE_WORDS <= 64, "a bit for each word");

void
sample_enter(struct sample *sample, const struct scan *s, size_t i,
    struct span word)
{
	unsigned char lead = (unsigned char)word.p[0];

	sample->hash[i] = word_hash_in(word, s->text + s->len);
	sample->longer |= (uint64_t)(word.n >= SAMPLE_LONG || lead >= HAN_LEAD)
	    << i;
	sample->letters |= (uint64_t)(lead >= LETTER_LEAD) << i;
	sample->n_caps += lead >= 0x80 && utf8_is_upper(word.p, word.n);
}

static void
add_gap(struct sample *sample, const char *p, size_t n)
{
	uint16_t bits;

	if (n == 0 || (n == 1 && *p == ' '))
		return;
	bits = sign_bits(p, n);
	sample->signs |= bits;
	sample->n_commas += bits >> SIGN_COMMA & 1;
	sample->n_parens += bits >> SIGN_PAREN & 1;
}

/* Takes the words from `at` on, `most` at most; returns where they end. */
static size_t
take_plain(struct sample *sample, const struct scan *s, size_t at, size_t end,
    size_t most)
{
	struct span word;
	size_t before = at, start;
	bool digit;

	most += sample->n;
	while (sample->n < most && scan_word(s, &at, end, &word)) {
		start = (size_t)(word.p - s->text);
		add_gap(sample, s->text + before, start - before);
		before = at;
		sample_enter(sample, s, sample->n, word);
		sample->n_caps += scan_is(s, SCAN_UPPER, start);
		digit = scan_is(s, SCAN_DIGIT, start);
		sample->numbers |= (uint64_t)digit << sample->n;
		sample->n_numbers += digit;
		sample->n++;
	}
	return before;
}

/*
 * Looks the words up. All their hashes together are a polynomial, so that none
 * waits for the one before.
 */
static inline void
look_up(struct sample *sample, const struct grammar *g)
{
	const uint64_t *hash = sample->hash;
	uint64_t chain = 0, factor = WORD_FACTOR;
	size_t n = sample->n, i;
	uint8_t kinds[64] = { 0 };

	sample->hash[n] = 0;
	for (i = 0; i < n; i++) {
		chain += hash[i] * factor;
		factor *= WORD_FACTOR;
		kinds[i] = (uint8_t)grammar_kinds(g, hash[i]);
	}
	sample->alone = byte_bits(kinds, scan_lowest(GRAMMAR_PHRASE));
	sample->pairs = byte_bits(kinds, scan_lowest(GRAMMAR_BEGINS))
	    & byte_bits(kinds, scan_lowest(GRAMMAR_FOLLOWS)) >> 1;
	sample->chain = chain;
	sample->functions = byte_bits(kinds, scan_lowest(GRAMMAR_FUNCTION));
	sample->first = byte_bits(kinds, scan_lowest(GRAMMAR_FIRST));
	sample->second = byte_bits(kinds, scan_lowest(GRAMMAR_SECOND));
}

static void
take_sample(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *g)
{
	size_t at;

	memset(sample, 0, offsetof(struct sample, hash));
	sample->n_words = scan_count(s, SCAN_START, start, end);
	sample->n_stops = scan_count(s, SCAN_STOP, start, end);
	sample->n_marks = scan_count(s, SCAN_MARK, start, end);
	at = take_plain(sample, s, start, end, SAMPLE_HEAD);
	sample->n_head = sample->n;
	if (sample->n == SAMPLE_HEAD)
		take_plain(sample, s, sample_tail(at, end), end, SAMPLE_TAIL);
	look_up(sample, g);
}

#ifdef HAVE_SAMPLE_COUNT

/* Where taking words stands. */
struct walk {
	struct sample *sample;
	const struct scan *s;
	size_t end;          /* of the block */
	size_t gap;          /* where the last word before the cell ends */
	size_t comma, paren; /* the gaps that had the last ones */
};

static void
add_sign(struct walk *w, size_t at, size_t gap)
{
	const char *p = w->s->text + at;
	uint16_t bits;

	if (at - gap >= SIGN_BYTES || ((unsigned char)*p & 0xC0) == 0x80)
		return;
	bits = sign_bit(p, w->s->len - at);
	w->sample->signs |= bits;
	if ((bits & 1 << SIGN_COMMA) != 0 && gap != w->comma) {
		w->sample->n_commas++;
		w->comma = gap;
	}
	if ((bits & 1 << SIGN_PAREN) != 0 && gap != w->paren) {
		w->sample->n_parens++;
		w->paren = gap;
	}
}

/*
 * Adds the signs in the gaps that are of the bits `in` of a cell, given the
 * bytes of the words before them.
 */
SAMPLE_BMI static inline void
add_signs(struct walk *w, const struct scan_cell *cell, size_t base,
    uint64_t in, uint64_t words)
{
	uint64_t bits = sign_mask(w->s->text + base, w->s->len - base)
	    & ~cell->mask[SCAN_WORD] & in, before;
	unsigned i;

	for (; bits != 0; bits &= bits - 1) {
		i = scan_lowest(bits);
		before = words & lowest(i);
		add_sign(w, base + i,
		    before != 0 ? base + scan_highest(before) + 1 : w->gap);
	}
	if (words != 0)
		w->gap = base + scan_highest(words) + 1;
}

/* The bytes of a cell that have another one of their word behind them. */
SAMPLE_BMI static inline uint64_t
goes_on_at(const struct scan_cell *cell, size_t left)
{
	uint64_t here = cell[0].mask[SCAN_WORD] & ~cell[0].mask[SCAN_START];
	uint64_t next = cell[1].mask[SCAN_WORD] & ~cell[1].mask[SCAN_START];

	return (here >> 1 | next << 63) & lowest(left - 1);
}

/* The starts of the words of a cell that have a byte from 0x80. */
SAMPLE_BMI static inline uint64_t
high_starts(uint64_t starts, uint64_t high)
{
	uint64_t found = 0, before;
	unsigned i;

	while (high != 0) {
		i = scan_lowest(high);
		before = starts & lowest(i + 1);
		if (before != 0)
			found |= (uint64_t)1 << scan_highest(before);
		starts &= ~before;
		high &= ~((starts & -starts) - 1);
	}
	return found;
}

/* Enters the odd words of a cell. */
SAMPLE_BMI static inline void
enter_odd(struct walk *w, size_t base, uint64_t starts, uint64_t odd)
{
	uint64_t before;
	size_t at;

	for (; odd != 0; odd &= odd - 1) {
		at = base + scan_lowest(odd);
		before = starts & ((odd & -odd) - 1);
		sample_enter(w->sample, w->s,
		    w->sample->n + (size_t)_mm_popcnt_u64(before),
		    scan_span(w->s, at, scan_word_end(w->s, at, w->end)));
	}
}

/* The hashes of words of ASCII of up to eight bytes; others get any. */
SAMPLE_BMI static inline void
hash_short(uint64_t *hash, const char *text, uint64_t starts, uint64_t goes_on)
{
	unsigned i, n;
	uint64_t x;

	for (; starts != 0; starts &= starts - 1) {
		i = scan_lowest(starts);
		n = (unsigned)_tzcnt_u64(~goes_on >> i) + 1;
		x = _bzhi_u64(word_eight(text + i) | WORD_CASE_BITS, 8 * n);
		*hash++ = word_mix(word_mix(WORD_SEED ^ x) ^ n);
	}
}

/* Enters the words of a cell, given by their starts. */
SAMPLE_BMI static inline void
add_words(struct walk *w, const struct scan_cell *cell, size_t base,
    uint64_t starts)
{
	struct sample *sample = w->sample;
	uint64_t goes_on = goes_on_at(cell, w->end - base);
	uint64_t two = goes_on & goes_on >> 1, four = two & two >> 2;
	uint64_t eight = four & four >> 4, odd = starts;
	uint64_t high = cell->mask[SCAN_HIGH] & cell->mask[SCAN_WORD];

	if (w->s->len - base >= 64 + 8) {
		hash_short(&sample->hash[sample->n], w->s->text + base, starts,
		    goes_on);
		odd &= eight | (goes_on >> 63) << scan_highest(starts | 1);
		if (high != 0)
			odd |= high_starts(starts, high);
	}
	sample->longer |= _pext_u64(four, starts) << sample->n;
	sample->numbers |= _pext_u64(cell->mask[SCAN_DIGIT], starts)
	    << sample->n;
	sample->n_numbers
	    += (size_t)_mm_popcnt_u64(cell->mask[SCAN_DIGIT] & starts);
	sample->n_caps
	    += (size_t)_mm_popcnt_u64(cell->mask[SCAN_UPPER] & starts);
	enter_odd(w, base, starts, odd);
	sample->n += (size_t)_mm_popcnt_u64(starts);
}

/* Takes n words from..end, which has so many; returns where they end. */
SAMPLE_BMI static inline size_t
take_fast(struct sample *sample, const struct scan *s, size_t from, size_t end,
    size_t n)
{
	struct walk w = { sample, s, end, from, end, end };
	uint64_t bits = ~(uint64_t)0 << from % 64, starts, in, words;
	size_t i = from / 64, left = n, last = 63, n_starts;

	for (; left > 0; i++) {
		starts = s->cell[i].mask[SCAN_START] & bits;
		words = s->cell[i].mask[SCAN_WORD];
		if (w.gap == from)
			words &= -(starts & -starts);
		n_starts = (size_t)_mm_popcnt_u64(starts);
		starts = _pdep_u64(lowest(left), starts);
		last = scan_highest(starts | 1);
		in = n_starts < left ? bits : bits & lowest(last);
		add_signs(&w, &s->cell[i], i * 64, in, words);
		add_words(&w, &s->cell[i], i * 64, starts);
		left -= n_starts < left ? n_starts : left;
		bits = ~(uint64_t)0;
	}
	return n > 0 ? scan_word_end(s, (i - 1) * 64 + last, end) : from;
}

SAMPLE_BMI static void
sample_of_fast(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *g)
{
	struct sample_counts c = sample_count(s, start, end);
	size_t at, n;

	memset(sample, 0, offsetof(struct sample, hash));
	sample->n_words = c.words;
	sample->n_stops = c.stops;
	sample->n_marks = c.marks;
	sample->n_head = c.words < SAMPLE_HEAD ? c.words : SAMPLE_HEAD;
	at = take_fast(sample, s, start, end, sample->n_head);
	if (sample->n == SAMPLE_HEAD) {
		at = sample_tail(at, end);
		n = at < end ? sample_count(s, at, end).words : 0;
		take_fast(sample, s, at, end,
		    n < SAMPLE_TAIL ? n : SAMPLE_TAIL);
	}
	look_up(sample, g);
}

static bool
has_fast(void)
{
	return __builtin_cpu_supports("avx2")
	    && __builtin_cpu_supports("bmi2");
}
#endif

bool
sample_of_by(struct sample *sample, enum sample_way way,
    const struct scan *s, size_t start, size_t end, const struct grammar *g)
{
	if (way == SAMPLE_WIDE)
		return sample_wide(sample, s, start, end, g);
#ifdef HAVE_SAMPLE_COUNT
	if (way == SAMPLE_FAST && has_fast()) {
		sample_of_fast(sample, s, start, end, g);
		return true;
	}
#endif
	if (way == SAMPLE_PLAIN)
		take_sample(sample, s, start, end, g);
	return way == SAMPLE_PLAIN;
}

void
sample_of(struct sample *sample, const struct scan *s, size_t start,
    size_t end, const struct grammar *g)
{
	enum sample_way way = SAMPLE_WIDE;

	while (!sample_of_by(sample, way, s, start, end, g))
		way--;
}
