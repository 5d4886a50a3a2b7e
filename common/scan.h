/* SPDX-License-Identifier: ISC */
/*
 * scan - what every byte of a text is, as bit masks for 64 bytes at a time
 *
 * One pass over the bytes; all that is above works on the masks. A cell holds
 * the masks of 64 bytes, a bit for each byte, the lowest for the first.
 *
 * A word is a run of letters, digits, apostrophes between these, and bytes
 * from 0x80 up that belong to no punctuation or symbol (so that Latin-1 has
 * words, too). In scripts written without spaces (Han, kana, Thai, Lao, Khmer,
 * Burmese) each character is a word.
 *
 * scan owns its cells and borrows the text. Out of memory ends the program.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

enum scan_class {
	SCAN_NEWLINE, /* \n */
	SCAN_WORD,    /* every byte of a word */
	SCAN_START,   /* the first byte of a word */
	SCAN_UPPER,   /* A to Z */
	SCAN_DIGIT,   /* 0 to 9 */
	SCAN_MARK,    /* the first byte of a quotation mark or apostrophe */
	SCAN_STOP,    /* the first byte of a stop that ends a sentence */
	SCAN_HIGH,    /* bytes from 0x80 up */
	SCAN_CLASSES
};

#define SCAN_NONE ((size_t)-1) /* no byte */

struct scan_cell {
	uint64_t mask[SCAN_CLASSES];
};

struct scan {
	const char *text;       /* borrowed until the next scan_text */
	size_t len;
	struct scan_cell *cell; /* one for 64 bytes, and an empty one after */
	size_t cap;             /* of cell; private */
};

/* An empty scan is all zero: struct scan s = { 0 }. */
void scan_text(struct scan *, const char *text, size_t len);
void scan_end(struct scan *);

/* How masks are made, the slowest first: all ways make the same. */
enum scan_way { SCAN_PLAIN, SCAN_AVX2, SCAN_AVX512 };

/* The same, a certain way; false if the processor has it not. */
bool scan_text_by(struct scan *, enum scan_way, const char *text, size_t len);

/* Number of leading zero bits below the lowest one; x is not 0. */
static inline unsigned
scan_lowest(uint64_t x)
{
	return (unsigned)__builtin_ctzll(x);
}

/* The number of the highest bit; x is not 0. */
static inline unsigned
scan_highest(uint64_t x)
{
	return 63 - (unsigned)__builtin_clzll(x);
}

/* How many bits are set; inline where the processor has no instruction. */
static inline size_t
scan_ones(uint64_t x)
{
	x -= x >> 1 & 0x5555555555555555u;
	x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
	x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
	return (size_t)(x * 0x0101010101010101u >> 56);
}

/* Whether the byte at `at` is of the class. */
static inline bool
scan_is(const struct scan *s, enum scan_class class, size_t at)
{
	return (s->cell[at / 64].mask[class] >> at % 64 & 1) != 0;
}

/* The first byte of the class in from..to, `to` if there is none. */
static inline size_t
scan_next(const struct scan *s, enum scan_class class, size_t from, size_t to)
{
	uint64_t bits;
	size_t i = from / 64;

	if (from >= to)
		return to;
	bits = s->cell[i].mask[class] >> from % 64;
	while (bits == 0) {
		from = ++i * 64;
		if (from >= to)
			return to;
		bits = s->cell[i].mask[class];
	}
	from += scan_lowest(bits);
	return from < to ? from : to;
}

/* The last byte of the class in from..to, SCAN_NONE if there is none. */
static inline size_t
scan_last(const struct scan *s, enum scan_class class, size_t from, size_t to)
{
	uint64_t bits;
	size_t i;

	if (from >= to)
		return SCAN_NONE;
	i = (to - 1) / 64;
	bits = s->cell[i].mask[class] & ~(uint64_t)0 >> (63 - (to - 1) % 64);
	while (bits == 0) {
		if (i-- * 64 <= from)
			return SCAN_NONE;
		bits = s->cell[i].mask[class];
	}
	i = i * 64 + scan_highest(bits);
	return i >= from ? i : SCAN_NONE;
}

/* The number of bytes of the class in from..to. */
size_t scan_count(const struct scan *, enum scan_class, size_t from,
    size_t to);

/* Whether a word ends before, or starts at, each byte of a cell, as bits. */
static inline uint64_t
scan_ends(const struct scan_cell *cell)
{
	return ~cell->mask[SCAN_WORD] | cell->mask[SCAN_START];
}

/* Where the word that starts at `from` ends, `to` at most. */
static inline size_t
scan_word_end(const struct scan *s, size_t from, size_t to)
{
	size_t end = from + 1, i = end / 64;
	uint64_t bits;

	if (end >= to)
		return to;
	bits = scan_ends(&s->cell[i]) >> end % 64;
	while (bits == 0) {
		end = ++i * 64;
		if (end >= to)
			return to;
		bits = scan_ends(&s->cell[i]);
	}
	end += scan_lowest(bits);
	return end < to ? end : to;
}

/* The same, with the words that hyphens join to it. */
static inline size_t
scan_compound_end(const struct scan *s, size_t at, size_t to)
{
	size_t end = scan_word_end(s, at, to);

	while (end + 1 < to && s->text[end] == '-'
	    && scan_is(s, SCAN_START, end + 1))
		end = scan_word_end(s, end + 1, to);
	return end;
}

/* The next word in at..to, wherever it begins and ends; or none. */
struct span scan_word_beyond(const struct scan *, size_t at, size_t to);

/*
 * The next word in *at..to, as a span of the text, with *at moved behind it;
 * false if there is none.
 */
static inline bool
scan_word(const struct scan *s, size_t *at, size_t to, struct span *word)
{
	const uint64_t *mask = s->cell[*at / 64].mask;
	uint64_t starts = mask[SCAN_START] & ~(uint64_t)0 << *at % 64;
	uint64_t low = starts & -starts; /* most words are in this cell: */
	uint64_t after = (~mask[SCAN_WORD] | mask[SCAN_START]) & -(low << 1);
	size_t start, end;

	if (*at >= to || after == 0) {
		*word = scan_word_beyond(s, *at, to);
		if (word->n > 0)
			*at = (size_t)(word->p - s->text) + word->n;
		return word->n > 0;
	}
	start = (*at & ~(size_t)63) + scan_lowest(starts);
	end = (*at & ~(size_t)63) + scan_lowest(after);
	*at = end < to ? end : to;
	*word = (struct span) { s->text + start, *at - start };
	return start < to;
}

/* The span from..to of the text. */
static inline struct span
scan_span(const struct scan *s, size_t from, size_t to)
{
	return (struct span) { s->text + from, to - from };
}

#endif
