/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "near_block.h"
#include "word.h"

enum {
	KEY_SHIFT = 64 - NEAR_CLASS_BITS,
	PROSE_WORDS = 6 /* to a mark of a program, at least, in prose */
};

/* Two words as one number; their kinds don't count. */
static uint64_t
pair_of(const uint32_t *w)
{
	return word_mix(WORD_SEED ^ ((uint64_t)(w[0] & TERM_WORD) << 32
	    | (w[1] & TERM_WORD)));
}

static void
add_pair(struct near_pairs *p, uint64_t pair)
{
	size_t bit = pair % NEAR_SET;

	p->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Reads the keys and the pairs of a block of at least NEAR_GRAM words. */
static void
read_grams(struct near_block *b)
{
	const uint32_t *w = b->terms.of;
	uint64_t key[NEAR_KEYS], pair = pair_of(w), next = pair_of(w + 1);
	uint64_t behind, h, *least;
	size_t i;

	memset(&b->pairs, 0, sizeof b->pairs);
	memset(key, 0xFF, sizeof key);
	for (i = 0; i + NEAR_GRAM <= b->terms.n; i++) {
		behind = pair_of(w + i + 2);
		h = word_mix(pair + (behind << 1)) | 1;
		least = &key[h >> KEY_SHIFT];
		*least = h < *least ? h : *least;
		add_pair(&b->pairs, pair);
		pair = next;
		next = behind;
	}
	add_pair(&b->pairs, pair);
	add_pair(&b->pairs, next);
	for (i = 0; i < NEAR_KEYS; i++)
		b->key[i] = key[i] == UINT64_MAX ? 0 : key[i];
}

void
near_reread(struct near_block *b)
{
	if (near_has_size(b))
		read_grams(b);
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
