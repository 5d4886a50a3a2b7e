/* SPDX-License-Identifier: ISC */
#include "fingerprint.h"
#include "utf8.h"

/*
 * The hash of the word at start..end. Most words have at most 8 bytes, all of
 * ASCII, and are hashed without a branch on their length.
 */
static inline uint64_t
hash_at(const struct scan *s, size_t start, size_t end)
{
	size_t n = end - start;
	uint64_t eight;

	if (n <= 8 && s->len - start >= 8) {
		eight = word_eight(s->text + start);
		if ((eight << 8 * (8 - n) & WORD_HIGH_BITS) == 0)
			return word_hash_short(eight, n);
	}
	return word_hash(scan_span(s, start, end));
}

/* 8 bits of a word's first letter, its case aside. */
static inline uint32_t
letter_at(const struct scan *s, size_t start)
{
	unsigned char c = (unsigned char)s->text[start];
	uint32_t code;

	if (c < 0x80)
		return c | 0x20;
	utf8_read(s->text + start, s->len - start, &code, NULL);
	return utf8_lower(code) & CHECK_LETTER;
}

static inline uint32_t
check_at(const struct scan *s, size_t start, uint64_t chain)
{
	return (uint32_t)(chain >> 32) << 8 | letter_at(s, start);
}

/* Takes words up to `most`, from f->last_end on, with checkpoints. */
static void
take_checked(const struct scan *s, size_t end, struct fingerprint *f,
    struct checkpoints *c)
{
	size_t from = f->last_end, start;

	while (f->n_words < FINGERPRINT_WORDS) {
		start = scan_next(s, SCAN_START, from, end);
		if (start == end)
			return;
		from = scan_word_end(s, start, end);
		f->last = hash_at(s, start, from);
		f->all = word_chain(f->all, f->last);
		c->check[f->n_words++] = check_at(s, start, f->all);
		if (f->n_words == FINGERPRINT_HEAD)
			c->head = f->all;
		f->last_start = start;
		f->last_end = from;
	}
}

struct fingerprint
fingerprint_of(const struct scan *s, size_t start, size_t end,
    struct checkpoints *c)
{
	struct fingerprint f = { .last_start = start, .last_end = start };
	size_t from, at;

	if (c != NULL)
		take_checked(s, end, &f, c);
	from = f.last_end;
	while ((at = scan_next(s, SCAN_START, from, end)) != end) {
		from = scan_word_end(s, at, end);
		f.last = hash_at(s, at, from);
		f.all = word_chain(f.all, f.last);
		f.n_words++;
		f.last_start = at;
		f.last_end = from;
	}
	return f;
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
			word[n] = (struct word_at) { hash_at(s, at, from), at,
				from };
	}
	return n;
}
