/* SPDX-License-Identifier: ISC */
/*
 * sample_gap - the signs between words, 64 bytes at a time
 *
 *	text     a, (b), c
 *	gaps     .111.111.
 *	commas   .1....1..
 *	sum      ....1...1  gaps + commas, not in gaps: where such a gap ends
 *
 * For sample_wide.c alone.
 */
#ifndef SAMPLE_GAP_H
#define SAMPLE_GAP_H

#include "sample_count.h"
#include "sign.h"

#ifdef HAVE_SAMPLE_COUNT
#define WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl," \
    "avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

enum { CELL = 64 /* bytes in a cell */ };

/* What is met in the gaps between words. */
struct gaps {
	__m512i low, high;  /* signs, as bits: see sign_low, sign_high */
	uint64_t url;       /* bytes at which addresses begin .. */
	uint16_t more;      /* .. and signs of characters of many bytes */
	size_t n_commas, n_parens;
	unsigned char comma, paren; /* carried from cell to cell */
};

/* How many gaps that end in the cell have one of these bytes. */
WIDE static inline size_t
count_gaps(uint64_t gap, uint64_t bytes, unsigned char *carry)
{
	unsigned long long sum;

	*carry = _addcarry_u64(*carry, gap, bytes, &sum);
	return (size_t)_mm_popcnt_u64(sum & ~gap);
}

/* Adds the signs of a cell's gaps. */
WIDE static inline void
add_signs(struct gaps *g, const struct scan *s, size_t base, uint64_t gap)
{
	const char *p = s->text + base;
	const __m512i x = _mm512_loadu_si512(p);
	const __m512i next = _mm512_loadu_si512(p + 1);
	const __m512i slash = _mm512_set1_epi8('/');
	uint64_t high = (uint64_t)_mm512_movepi8_mask(x) & gap, ascii;
	uint64_t url = _mm512_mask_cmpeq_epi8_mask(
	    _mm512_mask_cmpeq_epi8_mask(gap, x, slash), next, slash);
	uint64_t dash = _mm512_mask_cmpneq_epi8_mask(
	    _mm512_mask_cmpeq_epi8_mask(gap, x, _mm512_set1_epi8('-')), next,
	    _mm512_set1_epi8(' '));
	uint64_t comma = _mm512_mask_cmpeq_epi8_mask(gap, x,
	    _mm512_set1_epi8(','));
	uint64_t paren = _mm512_mask_cmpeq_epi8_mask(gap, x,
	    _mm512_set1_epi8('('));
	uint64_t lead = _mm512_mask_cmpge_epi8_mask(high, x,
	    _mm512_set1_epi8((char)0xC0));
	uint16_t bits;

	ascii = gap & ~high & ~url & ~dash;
	g->low = _mm512_or_si512(g->low,
	    _mm512_maskz_permutex2var_epi8(ascii,
	        _mm512_loadu_si512(sign_low), x,
	        _mm512_loadu_si512(sign_low + CELL)));
	g->high = _mm512_or_si512(g->high,
	    _mm512_maskz_permutex2var_epi8(ascii,
	        _mm512_loadu_si512(sign_high), x,
	        _mm512_loadu_si512(sign_high + CELL)));
	g->url |= url;
	for (; lead != 0; lead &= lead - 1) {
		bits = sign_bit(p + scan_lowest(lead),
		    s->len - base - scan_lowest(lead));
		g->more |= bits;
		comma |= (lead & -lead) * (bits >> SIGN_COMMA & 1);
		paren |= (lead & -lead) * (bits >> SIGN_PAREN & 1);
	}
	g->n_commas += count_gaps(gap, comma, &g->comma);
	g->n_parens += count_gaps(gap, paren, &g->paren);
}

/* The bits that any byte has. */
WIDE static inline unsigned
any_of(__m512i x)
{
	uint64_t bits = (uint64_t)_mm512_reduce_or_epi64(x);

	bits |= bits >> 32;
	bits |= bits >> 16;
	return (unsigned)(bits | bits >> 8) & 0xFF;
}

WIDE static inline uint16_t
signs_of(const struct gaps *g)
{
	return (uint16_t)(any_of(g->low) | any_of(g->high) << 8
	    | (unsigned)(g->url != 0) << SIGN_URL | g->more);
}

/* Whether 16 bytes on end are of a gap: too many to be counted here. */
static inline bool
is_long(uint64_t gap)
{
	gap &= gap >> 1;
	gap &= gap >> 2;
	gap &= gap >> 4;
	return (gap & gap >> 8) != 0;
}
#endif

#endif
