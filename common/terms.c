/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "term_reader.h"
#include "word.h"

/* Words of small letters and nothing else. */
static inline void
add_plain(struct term_reader *r, size_t n)
{
	uint32_t *to = r->out->of + r->out->n;
	size_t i = 0;

	do /* at least once: whether n is 0 is hard to foretell */
		memcpy(to + i, r->word + i, TERMS_SPARE * sizeof *to);
	while ((i += TERMS_SPARE) < n);
	r->out->n += n;
	r->word += n;
}

/* The bits of spaces among the 64 bytes from `base` on. */
static uint64_t
spaces_at(const struct scan *s, size_t base)
{
	const uint64_t ones = 0x0101010101010101u, low = 0x7F * ones;
	char copy[64] = { 0 };
	const char *p = s->text + base;
	uint64_t bits = 0, x;
	size_t i;

	if (s->len - base < sizeof copy)
		p = memcpy(copy, p, s->len - base);
	for (i = 0; i < sizeof copy / 8; i++) {
		x = word_eight(p + 8 * i) ^ ' ' * ones;
		x = ~(((x & low) + low) | x | low) >> 7; /* 1: a space */
		bits |= (x * 0x0102040810204080u >> 56) << 8 * i;
	}
	return bits;
}

static inline uint64_t
special_of(const struct scan_cell *c)
{
	return (c->mask[SCAN_UPPER] | c->mask[SCAN_HIGH]
	    | c->mask[SCAN_DIGIT] | c->mask[SCAN_MARK]) & c->mask[SCAN_WORD];
}

/* The last byte, if what a cell's last word goes on with is not plain. */
static inline uint64_t
behind(const struct scan_cell *next)
{
	uint64_t stops = ~next->mask[SCAN_WORD] | next->mask[SCAN_START];
	uint64_t word = (stops & -stops) - 1;

	return (uint64_t)(stops == 0 || (special_of(next) & word) != 0) << 63;
}

/* The bytes before a cell that a space was, and that were of words. */
struct before {
	uint64_t space, word;
};

/*
 * The bytes of a cell that make a word one for the reader: of special words
 * some, and the first ones of words that do not follow another with a space
 * between, and of single letters that no space follows.
 */
static inline uint64_t
find_special(const struct scan *s, size_t base, uint64_t starts,
    struct before *b)
{
	const struct scan_cell *c = &s->cell[base / 64];
	uint64_t word = c->mask[SCAN_WORD], space = spaces_at(s, base);
	uint64_t follows = (space << 1 | b->space >> 63)
	    & (word << 2 | b->word >> 62);
	uint64_t single = starts & ~(word >> 1) & ~(space >> 1);

	*b = (struct before) { space, word };
	return special_of(c) | behind(c + 1) | (starts & ~follows) | single;
}

/*
 * The words that start in a cell. Most are plain and come many at a time; one
 * that goes on behind the cell is plain if all of it is.
 */
static void
read_cell(struct term_reader *r, const struct scan *s, size_t base,
    uint64_t starts, uint64_t special, size_t end)
{
	uint64_t upto;
	size_t at;

	if (r->word == r->first)
		special |= starts & -starts;
	if (end - base < 64)
		special &= ~(~(uint64_t)0 << (end - base));
	while ((special &= -(starts & -starts)) != 0) {
		upto = starts & (special ^ (special - 1));
		at = base + scan_highest(upto);
		add_plain(r, scan_ones(upto) - 1);
		term_reader_word(r, at, scan_word_end(s, at, end));
		starts ^= upto;
	}
	add_plain(r, scan_ones(starts));
}

void
terms_end(struct terms *t)
{
	alloc_free(t->of, t->cap, sizeof *t->of);
	*t = (struct terms) { 0 };
}

void
terms_of_words(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	struct before before = { 0 };
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
