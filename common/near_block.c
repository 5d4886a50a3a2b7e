/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "near_block.h"
#include "word.h"

enum {
	KEY_SHIFT = 64 - NEAR_CLASS_BITS,
	GRAM_TURN = 16, /* bits, from word to word: the order counts */
	PROSE_WORDS = 6 /* to a mark of a program, at least, in prose */
};

/* A word as a number of 64 bits; its kind doesn't count. */
static inline uint64_t
spread(uint32_t term)
{
	return (term & TERM_WORD) * WORD_FACTOR;
}

static inline uint64_t
turn(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

/* A sequence, of its words from the last on. */
static inline uint64_t
gram_of(uint64_t d, uint64_t c, uint64_t b, uint64_t a)
{
	return word_mix(d + turn(c, GRAM_TURN) + turn(b, 2 * GRAM_TURN)
	    + turn(a, 3 * GRAM_TURN)) | 1;
}

/* Reads the keys of a block of at least NEAR_GRAM words. */
static void
read_keys(struct near_block *b)
{
	const uint32_t *w = b->terms.of;
	uint64_t key[NEAR_KEYS], x = spread(w[0]), y = spread(w[1]);
	uint64_t z = spread(w[2]), last, h, *least;
	size_t i;

	memset(key, 0xFF, sizeof key);
	for (i = NEAR_GRAM - 1; i < b->terms.n; i++) {
		last = spread(w[i]);
		h = gram_of(last, z, y, x);
		least = &key[h >> KEY_SHIFT];
		*least = h < *least ? h : *least;
		x = y;
		y = z;
		z = last;
	}
	for (i = 0; i < NEAR_KEYS; i++)
		b->key[i] = key[i] == UINT64_MAX ? 0 : key[i];
}

void
near_pair(struct near_pairs *p, const uint32_t *w, size_t n)
{
	size_t i, bit;

	if (p->made)
		return;
	memset(p->bits, 0, sizeof p->bits);
	p->made = true;
	for (i = 0; i + 1 < n; i++) {
		bit = word_mix(spread(w[i + 1]) + turn(spread(w[i]),
		    GRAM_TURN)) % NEAR_SET;
		p->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

void
near_reread(struct near_block *b)
{
	b->pairs.made = false;
	if (near_has_size(b))
		read_keys(b);
}

/* The terms were read: the rest is made of them. */
static void
finish(struct near_block *b, bool open)
{
	if (b->terms.n_program * PROSE_WORDS > b->terms.n)
		b->terms.n = 0;
	b->open = open;
	near_reread(b);
}

void
near_read(struct near_block *b, const struct scan *s, size_t start,
    size_t end, bool open)
{
	terms_read(&b->terms, s, start, end);
	finish(b, open);
}

void
near_read_words(struct near_block *b, const struct scan *s, size_t start,
    size_t end, const uint32_t *word, bool open)
{
	terms_of_words(&b->terms, s, start, end, word);
	finish(b, open);
}
