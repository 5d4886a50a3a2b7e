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

#define SEED 0x243F6A8885A308D3u
#define FACTOR 0xFF51AFD7ED558CCDu
#define HIGH_BITS 0x8080808080808080u
#define CASE_BITS 0x2020202020202020u

static uint64_t
mix(uint64_t h)
{
	h *= FACTOR;
	return h ^ h >> 32;
}

/* Up to 8 bytes as a little-endian number. */
static uint64_t
load(const char *p, size_t n)
{
	uint64_t x = 0;
	size_t i;

	for (i = 0; i < n; i++)
		x |= (uint64_t)(unsigned char)p[i] << 8 * i;
	return x;
}

static uint64_t
load_eight(const char *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint64_t x;

	memcpy(&x, p, sizeof x);
	return x;
#else
	return load(p, 8);
#endif
}

/* A word with bytes from 0x80: folded a character at a time. */
static uint64_t
hash_folded(struct span word)
{
	char eight[8 + UTF8_MAX];
	uint64_t h = SEED, len = 0;
	size_t i, n = 0;
	uint32_t code;
	bool bad;

	for (i = 0; i < word.n;) {
		i += utf8_read(word.p + i, word.n - i, &code, &bad);
		code = code == 0x2019 ? '\'' : utf8_lower(code);
		if (code < 0x80)
			code |= 0x20;
		n += utf8_write(eight + n, code);
		if (n >= 8) {
			h = mix(h ^ load_eight(eight));
			len += 8;
			n -= 8;
			memmove(eight, eight + 8, n);
		}
	}
	if (n > 0)
		h = mix(h ^ load(eight, n));
	return mix(h ^ (len + n));
}

uint64_t
word_hash(struct span word)
{
	uint64_t h = SEED, x;
	size_t i;

	for (i = 0; word.n - i >= 8; i += 8) {
		x = load_eight(word.p + i);
		if ((x & HIGH_BITS) != 0)
			return hash_folded(word);
		h = mix(h ^ (x | CASE_BITS));
	}
	if (i < word.n) {
		x = load(word.p + i, word.n - i);
		if ((x & HIGH_BITS) != 0)
			return hash_folded(word);
		x |= CASE_BITS >> 8 * (8 - (word.n - i));
		h = mix(h ^ x);
	}
	return mix(h ^ word.n);
}
