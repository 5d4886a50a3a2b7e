/* SPDX-License-Identifier: ISC */
/*
 * word - words as numbers: equal but for case and apostrophe style, equal hash
 *
 * The hash is part of dedupe-related's state format: it is the same on every
 * machine and never changes. Nothing here allocates or fails.
 */
#ifndef WORD_H
#define WORD_H

#include <stdint.h>

#include "span.h"

#define WORD_SEED 0x243F6A8885A308D3u
#define WORD_FACTOR 0xFF51AFD7ED558CCDu
#define WORD_CASE_BITS 0x2020202020202020u
#define WORD_HIGH_BITS 0x8080808080808080u

/* word_hash of a word that is not of 1 to 8 bytes of ASCII, or of any. */
uint64_t word_hash_long(struct span word);

static inline uint64_t
word_mix(uint64_t h)
{
	h *= WORD_FACTOR;
	return h ^ h >> 32;
}

/* Eight bytes as a little-endian number. */
static inline uint64_t
word_eight(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof x);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

/* Four bytes likewise. */
static inline uint64_t
word_four(const char *p)
{
	uint32_t x;

	memcpy(&x, p, sizeof x);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap32(x);
#endif
	return x;
}

/* word_hash of 1 to 8 bytes of ASCII that are folded, and zeros behind them. */
static inline uint64_t
word_hash_eight(uint64_t eight, size_t n)
{
	return word_mix(word_mix(WORD_SEED ^ eight) ^ n);
}

/*
 * The same hash of a word of ASCII, of 1 to 8 bytes, that has `eight` as its
 * first eight bytes, the lowest first, whatever comes behind the word.
 */
static inline uint64_t
word_hash_short(uint64_t eight, size_t n)
{
	unsigned spare = 8 * (8 - (unsigned)n);

	return word_hash_eight((eight | WORD_CASE_BITS) << spare >> spare, n);
}

/*
 * 1 to 8 bytes as a little-endian number, without a loop: the fours, or the
 * bytes, at both ends may be the same in part.
 */
static inline uint64_t
word_load(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;

	if (n >= 4)
		return word_four(p) | word_four(p + n - 4) << 8 * (n - 4);
	return s[0] | (uint64_t)s[n / 2] << 8 * (n / 2)
	    | (uint64_t)s[n - 1] << 8 * (n - 1);
}

/* 64 bits of a word, any number of bytes; case folded, U+2019 as '. */
static inline uint64_t
word_hash(struct span word)
{
	uint64_t eight;

	if (word.n - 1 < 8) {
		eight = word_load(word.p, word.n);
		if ((eight & WORD_HIGH_BITS) == 0)
			return word_hash_short(eight, word.n);
	}
	return word_hash_long(word);
}

/*
 * word_hash of a word of a text that ends at `end`. Most words have at most 8
 * bytes, all of ASCII, and are hashed without a branch on their length.
 */
static inline uint64_t
word_hash_in(struct span word, const char *end)
{
	unsigned spare = 8 * (8 - (unsigned)word.n);
	uint64_t eight;

	if (word.n - 1 < 8 && end - word.p >= 8) {
		eight = word_eight(word.p) << spare;
		if ((eight & WORD_HIGH_BITS) == 0)
			return word_hash_eight((eight | WORD_CASE_BITS)
			    >> spare, word.n);
	}
	return word_hash_long(word);
}

/* 8 bits of each of a word's first two letters, case aside; 0 of none. */
uint16_t word_letters(struct span word);

/* The hash of a sequence of hashes, one put behind the others. */
static inline uint64_t
word_chain(uint64_t chain, uint64_t hash)
{
	chain = (chain ^ hash) * 0x9E3779B97F4A7C15u;
	return chain ^ chain >> 29;
}

#endif
