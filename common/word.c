/* SPDX-License-Identifier: ISC */
/*
 * The folded bytes are taken in little-endian eights, the last one filled up
 * with zeros: h = mix(h ^ eight), and the length last. A mix is a multiply
 * and a shift, as in MurmurHash's finalizer (Appleby, 2011). Folding sets bit
 * 0x20 of every ASCII byte: this makes letters small and leaves digits and
 * the apostrophe as they are, and words hold no other.
 */
#include <stddef.h>

#include "utf8.h"
#include "word.h"

/*
 * Folds the character at p to `to`; returns the bytes it has there, and in
 * *taken those of the word. Bytes that are no UTF-8 stay as they are, so that
 * words of other encodings do not all become the same.
 */
static size_t
fold(const char *p, size_t n, char *to, size_t *taken)
{
	uint32_t code;
	bool bad;

	if ((*p & 0x80) == 0) {
		*to = *p | 0x20;
		*taken = 1;
		return 1;
	}
	*taken = utf8_read(p, n, &code, &bad);
	if (bad) {
		memcpy(to, p, *taken);
		return *taken;
	}
	code = code == 0x2019 ? '\'' : utf8_lower(code);
	if (code < 0x80)
		code |= 0x20;
	return utf8_write(to, code);
}

/* A word with bytes from 0x80: folded a character at a time. */
static uint64_t
hash_folded(struct span word)
{
	char eight[8 + UTF8_MAX];
	uint64_t h = WORD_SEED, len = 0;
	size_t i, n = 0, taken;

	for (i = 0; i < word.n; i += taken) {
		n += fold(word.p + i, word.n - i, eight + n, &taken);
		if (n >= 8) {
			h = word_mix(h ^ word_eight(eight));
			len += 8;
			n -= 8;
			memmove(eight, eight + 8, n);
		}
	}
	if (n > 0)
		h = word_mix(h ^ word_load(eight, n));
	return word_mix(h ^ (len + n));
}

/* The bytes from i on, less than 8, without reading beyond the word. */
static uint64_t
rest(struct span word, size_t i)
{
	if (i == 0)
		return word_load(word.p, word.n);
	return word_eight(word.p + word.n - 8) >> 8 * (8 - (word.n - i));
}

/* A word of any length, eight bytes at a time. */
static uint64_t
hash_eights(struct span word)
{
	uint64_t h = WORD_SEED, x;
	size_t i;

	for (i = 0; word.n - i >= 8; i += 8) {
		x = word_eight(word.p + i);
		if ((x & WORD_HIGH_BITS) != 0)
			return hash_folded(word);
		h = word_mix(h ^ (x | WORD_CASE_BITS));
	}
	if (i < word.n) {
		x = rest(word, i);
		if ((x & WORD_HIGH_BITS) != 0)
			return hash_folded(word);
		x |= WORD_CASE_BITS >> 8 * (8 - (word.n - i));
		h = word_mix(h ^ x);
	}
	return word_mix(h ^ word.n);
}

/* Nearly all that are longer than 8 bytes have no more than 16. */
uint64_t
word_hash_long(struct span word)
{
	unsigned spare = 8 * (16 - (unsigned)word.n);
	uint64_t first, second;

	if (word.n - 9 >= 8)
		return hash_eights(word);
	first = word_eight(word.p);
	second = word_eight(word.p + word.n - 8);
	if (((first | second) & WORD_HIGH_BITS) != 0)
		return hash_folded(word);
	first = word_mix(WORD_SEED ^ (first | WORD_CASE_BITS));
	second = (second | WORD_CASE_BITS) >> spare;
	return word_mix(word_mix(first ^ second) ^ word.n);
}

uint16_t
word_letters(struct span word)
{
	uint32_t first, second;
	size_t n;

	if (word.n >= 2 && ((word.p[0] | word.p[1]) & 0x80) == 0)
		return (uint16_t)((word.p[0] | 0x20)
		    | (word.p[1] | 0x20) << 8);
	n = utf8_read(word.p, word.n, &first, NULL);
	first = utf8_lower(first) & 0xFF;
	if (n == word.n)
		return (uint16_t)first;
	utf8_read(word.p + n, word.n - n, &second, NULL);
	return (uint16_t)(first | (utf8_lower(second) & 0xFF) << 8);
}
