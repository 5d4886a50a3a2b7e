/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "byte_mask.h"
#include "term_reader.h"
#include "word.h"

/* 64 bytes of the text from `base` on, in a copy where it ends before. */
static const char *
bytes_at(const struct scan *s, size_t base, char copy[64])
{
	if (s->len - base >= 64)
		return s->text + base;
	memset(copy, 0, 64);
	return memcpy(copy, s->text + base, s->len - base);
}

/* The words of a run that have a capital, as they follow others: names. */
static inline void
add_names(uint32_t *run, uint64_t starts, uint64_t upper)
{
	for (upper &= -(starts & -starts); upper != 0; upper &= upper - 1)
		run[scan_ones(starts & (upper ^ (upper - 1))) - 1]
		    |= TERM_NAME;
}

/* A run of words that the reader need not see: of letters of ASCII alone. */
static inline void
add_run(struct term_reader *r, uint64_t starts, uint64_t upper)
{
	uint32_t *to = r->out->of + r->out->n;
	size_t n = scan_ones(starts), i = 0;

	do /* at least once: whether n is 0 is hard to foretell */
		memcpy(to + i, r->word + i, TERMS_SPARE * sizeof *to);
	while ((i += TERMS_SPARE) < n);
	add_names(to, starts, upper);
	r->out->n += n;
	r->word += n;
}

static inline uint64_t
special_of(const struct scan_cell *c)
{
	return (c->mask[SCAN_HIGH] | c->mask[SCAN_DIGIT]
	    | c->mask[SCAN_MARK]) & c->mask[SCAN_WORD];
}

/* The last byte, if what a cell's last word goes on with is not plain. */
static inline uint64_t
behind(const struct scan_cell *next)
{
	uint64_t stops = ~next->mask[SCAN_WORD] | next->mask[SCAN_START];
	uint64_t word = (stops & -stops) - 1;

	return (uint64_t)(stops == 0
	    || ((special_of(next) | next->mask[SCAN_UPPER]) & word) != 0)
	    << 63;
}

/* What the bytes of a cell are, or of the one before. */
struct gaps {
	uint64_t word, space, comma, stop;
};

/* Bits that are so many bytes behind those of a mask and the one before. */
static inline uint64_t
behind_by(unsigned n, uint64_t before, uint64_t mask)
{
	return mask << n | before >> (64 - n);
}

/*
 * The first bytes of words that go on after another word, with a space between
 * or a comma and a space; or, in small letters, a stop and a space.
 */
static inline uint64_t
find_following(const struct gaps *b, const struct gaps *g, uint64_t upper)
{
	uint64_t space = behind_by(1, b->space, g->space);
	uint64_t comma = behind_by(2, b->comma, g->comma);
	uint64_t stop = behind_by(2, b->stop, g->stop) & ~upper;

	return space & (behind_by(2, b->word, g->word)
	    | (behind_by(3, b->word, g->word) & (comma | stop)));
}

/*
 * The bytes of a cell that make a word one for the reader: of special words
 * some, and the first ones of words that do not follow another, and of single
 * letters that no space follows.
 */
static inline uint64_t
find_special(const struct scan *s, size_t base, uint64_t starts,
    struct gaps *before)
{
	const struct scan_cell *c = &s->cell[base / 64];
	char copy[64];
	const char *p = bytes_at(s, base, copy);
	const struct gaps g = { c->mask[SCAN_WORD], byte_mask(p, ' '),
		byte_mask(p, ','), c->mask[SCAN_STOP] };
	uint64_t follows = find_following(before, &g, c->mask[SCAN_UPPER]);
	uint64_t single = starts & ~(g.word >> 1) & ~(g.space >> 1);

	*before = g;
	return special_of(c) | behind(c + 1) | (starts & ~follows) | single;
}

#if defined(__x86_64__) && defined(__GNUC__)
#define COUNTING __attribute__((target("popcnt,bmi")))
#endif

/*
 * The words that start in a cell. Most come many at a time; one that goes on
 * behind the cell does, too, if what is there is plain.
 */
static inline __attribute__((always_inline)) void
read_cell(struct term_reader *r, const struct scan *s, size_t base,
    uint64_t starts, uint64_t special, size_t end)
{
	uint64_t upper = s->cell[base / 64].mask[SCAN_UPPER], upto, run;
	size_t at;

	if (r->word == r->first)
		special |= starts & -starts;
	if (end - base < 64) {
		special &= ~(~(uint64_t)0 << (end - base));
		upper &= ~(~(uint64_t)0 << (end - base));
	}
	while ((special &= -(starts & -starts)) != 0) {
		upto = starts & (special ^ (special - 1));
		at = scan_highest(upto);
		run = upto ^ (uint64_t)1 << at;
		add_run(r, run, upper & (((uint64_t)1 << at) - 1));
		term_reader_word(r, base + at,
		    scan_word_end(s, base + at, end));
		starts ^= upto;
	}
	add_run(r, starts, upper);
}

void
terms_end(struct terms *t)
{
	alloc_free(t->of, t->cap, sizeof *t->of);
	*t = (struct terms) { 0 };
}

static inline __attribute__((always_inline)) void
read_cells(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	struct gaps before = { 0 };
	struct term_reader r;
	uint64_t starts, special;
	size_t base;

	term_reader_begin(&r, t, s, start, word);
	for (base = start / 64 * 64; base < end; base += 64) {
		starts = s->cell[base / 64].mask[SCAN_START];
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		if (end - base < 64)
			starts &= ~(~(uint64_t)0 << (end - base));
		t->of = alloc_grow(t->of, &t->cap, t->n + 2 * 64 + TERMS_SPARE,
		    sizeof *t->of);
		special = find_special(s, base, starts, &before);
		read_cell(&r, s, base, starts, special, end);
	}
}

#ifdef COUNTING
/* Where the processor counts bits, scan_ones is one instruction. */
COUNTING static void
read_counting(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	read_cells(t, s, start, end, word);
}
#endif

void
terms_of_words(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
#ifdef COUNTING
	if (__builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")) {
		read_counting(t, s, start, end, word);
		return;
	}
#endif
	read_cells(t, s, start, end, word);
}

uint32_t *
terms_more(struct terms *t, size_t n)
{
	t->of = alloc_grow(t->of, &t->cap, t->n + n + TERMS_SPARE,
	    sizeof *t->of);
	t->n += n;
	return t->of + t->n - n;
}

void
terms_add_words(struct terms *t, const struct scan *s, size_t start,
    size_t end)
{
	struct span word;

	while (scan_word(s, &start, end, &word))
		*terms_more(t, 1) = term_make(word_hash(word), TERM_PLAIN);
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct terms words = { 0 };
	struct term_reader r;
	size_t at = start, to;

	terms_add_words(&words, s, start, end);
	term_reader_begin(&r, t, s, start, words.of);
	while ((at = scan_next(s, SCAN_START, at, end)) < end) {
		to = scan_word_end(s, at, end);
		t->of = alloc_grow(t->of, &t->cap, t->n + 2, sizeof *t->of);
		term_reader_word(&r, at, to);
		at = to;
	}
	terms_end(&words);
}
