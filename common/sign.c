/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "sign.h"
#include "utf8.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

static uint16_t
bit_of_high(uint32_t code)
{
	switch (code) {
	case 0xA9: case 0xAE: case 0x2117: case 0x2122:
		return 1 << SIGN_COPYRIGHT;
	case 0xBB: case 0x203A: case 0x2192: case 0x25B6: case 0x25B8:
		return 1 << SIGN_ARROW;
	case 0xB7: case 0x2022: case 0x30FB: case 0x2219: case 0x25CF:
		return 1 << SIGN_DOT;
	case 0xFF5C: case 0x2502:
		return 1 << SIGN_PIPE;
	case 0x2013: case 0x2014:
		return 1 << SIGN_DASH;
	case 0xA3: case 0xA5: case 0x20AC: case 0x20B9:
		return 1 << SIGN_MONEY;
	case 0xFF1A:
		return 1 << SIGN_COLON;
	case 0x60C: case 0x3001: case 0xFF0C:
		return 1 << SIGN_COMMA;
	case 0xFF08:
		return 1 << SIGN_PAREN;
	default:
		return 0;
	}
}

#define LOW(sign) 1 << (sign)
#define HIGH(sign) 1 << ((sign) - 8)

const uint8_t sign_low[128] = {
	['|'] = LOW(SIGN_PIPE),
	['>'] = LOW(SIGN_ARROW),
	['/'] = LOW(SIGN_ARROW),
	['@'] = LOW(SIGN_AT),
	['#'] = LOW(SIGN_HASH),
	['$'] = LOW(SIGN_MONEY),
	['*'] = LOW(SIGN_DOT),
};

const uint8_t sign_high[128] = {
	[':'] = HIGH(SIGN_COLON),
	[','] = HIGH(SIGN_COMMA),
	['-'] = HIGH(SIGN_DASH),
	['{'] = HIGH(SIGN_CODE),
	['}'] = HIGH(SIGN_CODE),
	[';'] = HIGH(SIGN_CODE),
	['='] = HIGH(SIGN_CODE),
	['('] = HIGH(SIGN_PAREN),
};

/* Two slashes are of an address; a dash has a space behind it. */
static inline uint16_t
bit_of_ascii(const char *p, size_t n)
{
	char next = n > 1 ? p[1] : '\0';
	unsigned char c = (unsigned char)p[0];
	uint16_t bit = (uint16_t)(sign_low[c] | sign_high[c] << 8);

	bit = p[0] == '/' && next == '/' ? 1 << SIGN_URL : bit;
	return p[0] == '-' && next != ' ' ? 0 : bit;
}

/* The bit of the character at p, with the bytes that it has in *len. */
static inline uint16_t
bit_of(const char *p, size_t n, size_t *len)
{
	uint32_t code;

	*len = 1;
	if ((unsigned char)p[0] < 0x80)
		return bit_of_ascii(p, n);
	*len = utf8_read(p, n, &code, NULL);
	return bit_of_high(code);
}

uint16_t
sign_bit(const char *p, size_t n)
{
	size_t len;

	return bit_of(p, n, &len);
}

uint16_t
sign_bits(const char *p, size_t n)
{
	uint16_t bits = 0;
	size_t i, len;

	for (i = 0; i < n && i < SIGN_BYTES; i += len)
		bits |= bit_of(p + i, n - i, &len);
	return bits;
}

uint64_t
sign_mask_plain(const char *p, size_t n)
{
	static const char signs[] = "|>/@#$:,-*{};=(";
	uint64_t mask = 0;
	size_t i;

	for (i = 0; i < n && i < 64; i++)
		mask |= (uint64_t)((unsigned char)p[i] >= 0x80
		            || memchr(signs, p[i], sizeof signs - 1) != NULL)
		    << i;
	return mask;
}

#ifdef HAVE_AVX2
/*
 * A sign is a byte whose two halves have a bit in common in two tables: one
 * for each row of ASCII that has signs, by the sign's place in the row.
 *
 *	1  # $ ( * , - /	4  @
 *	2  : ; = >		8  { | }
 */
__attribute__((target("avx2"))) static uint64_t
mask_avx2(const char *p)
{
	const __m256i places = _mm256_broadcastsi128_si256(_mm_setr_epi8(4, 0,
	    0, 1, 1, 0, 0, 0, 1, 0, 1 | 2, 2 | 8, 1 | 8, 1 | 2 | 8, 2, 1));
	const __m256i rows = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0, 1,
	    2, 4, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0));
	const __m256i half = _mm256_set1_epi8(15);
	__m256i x, row, none;
	uint64_t mask = 0;
	int i;

	for (i = 0; i < 64; i += 32) {
		x = _mm256_loadu_si256((const __m256i *)(const void *)(p + i));
		row = _mm256_and_si256(_mm256_srli_epi16(x, 4), half);
		row = _mm256_and_si256(_mm256_shuffle_epi8(places, x),
		    _mm256_shuffle_epi8(rows, row));
		none = _mm256_cmpeq_epi8(row, _mm256_setzero_si256());
		mask |= (uint64_t)(uint32_t)(~_mm256_movemask_epi8(none)
		            | _mm256_movemask_epi8(x))
		    << i;
	}
	return mask;
}
#endif

uint64_t
sign_mask(const char *p, size_t n)
{
#ifdef HAVE_AVX2
	char part[64] = { 0 };

	if (__builtin_cpu_supports("avx2"))
		return mask_avx2(n < 64 ? memcpy(part, p, n) : p);
#endif
	return sign_mask_plain(p, n);
}
