/* SPDX-License-Identifier: ISC */
#include "fingerprint.h"
#include "utf8.h"

/* 8 bits of each of the first two letters of a word, case aside. */
static inline uint32_t
letters_at(const struct scan *s, size_t start, size_t end)
{
	const char *p = s->text + start;
	uint32_t first, second;
	size_t n;

	if (end - start >= 2 && ((p[0] | p[1]) & 0x80) == 0)
		return ((uint32_t)p[0] | 0x20) | ((uint32_t)p[1] | 0x20) << 8;
	n = utf8_read(p, end - start, &first, NULL);
	first = utf8_lower(first) & 0xFF;
	if (n == end - start)
		return first;
	utf8_read(p + n, end - start - n, &second, NULL);
	return first | (utf8_lower(second) & 0xFF) << 8;
}

/* The n-th word, from 0, gets its checkpoint. */
static inline void
set_check(const struct scan *s, size_t start, size_t end,
    const struct fingerprint *f, struct checkpoints *c)
{
	if (f->n_words >= FINGERPRINT_WORDS)
		return;
	c->check[f->n_words] = (uint32_t)(f->all >> 32) << 16
	    | letters_at(s, start, end);
	if (f->n_words == FINGERPRINT_HEAD - 1)
		c->head = f->all;
}

/*
 * The words that start in `starts`, bits of the cell at `base`. The ends are
 * not searched from the starts on, nor the starts from the ends: so the
 * processor can work on many words at a time.
 */
static inline void
take_cell(const struct scan *s, size_t base, uint64_t starts, size_t end,
    struct fingerprint *f, struct checkpoints *c)
{
	const uint64_t *mask = s->cell[base / 64].mask;
	uint64_t stops = ~mask[SCAN_WORD] | mask[SCAN_START], after;
	size_t start, to;

	for (; starts != 0; starts &= starts - 1) {
		start = base + scan_lowest(starts);
		after = stops & ~(uint64_t)1 << scan_lowest(starts);
		to = after != 0 ? base + scan_lowest(after)
		                : scan_word_end(s, start, end);
		if (to > end)
			to = end;
		f->last = word_hash_in(scan_span(s, start, to),
		    s->text + s->len);
		f->all = word_chain(f->all, f->last);
		if (c != NULL)
			set_check(s, start, to, f, c);
		f->n_words++;
		f->last_start = start;
		f->last_end = to;
	}
}

static inline struct fingerprint
take_words(const struct scan *s, size_t start, size_t end,
    struct checkpoints *c)
{
	struct fingerprint f = { .last_start = start, .last_end = start };
	uint64_t starts;
	size_t base;

	for (base = start / 64 * 64; base < end; base += 64) {
		starts = s->cell[base / 64].mask[SCAN_START];
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		if (end - base < 64)
			starts &= ~(~(uint64_t)0 << (end - base));
		take_cell(s, base, starts, end, &f, c);
	}
	return f;
}

struct fingerprint
fingerprint_of(const struct scan *s, size_t start, size_t end,
    struct checkpoints *c)
{
	return c == NULL ? take_words(s, start, end, NULL)
	                 : take_words(s, start, end, c);
}

size_t
fingerprint_words(const struct scan *s, size_t start, size_t end,
    struct word_at *word, size_t most)
{
	size_t n, at, from = start;

	for (n = 0; n <= most; n++) {
		at = scan_next(s, SCAN_START, from, end);
		if (at == end)
			return n;
		from = scan_word_end(s, at, end);
		if (n < most)
			word[n] = (struct word_at) { 0, at, from };
	}
	return n;
}

void
fingerprint_hash(const struct scan *s, struct word_at *word, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		word[i].hash = word_hash_in(
		    scan_span(s, word[i].start, word[i].end),
		    s->text + s->len);
}
