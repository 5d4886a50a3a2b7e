/* SPDX-License-Identifier: ISC */
#include "fingerprint.h"

/* The checkpoint of a word; the chain is with it. */
static inline uint32_t
check_of(uint64_t chain, uint32_t letters)
{
	return (uint32_t)(chain >> 32) << 16 | letters;
}

/* The n-th word, from 0, gets its checkpoint. */
static inline void
set_check(const struct scan *s, size_t start, size_t end,
    const struct fingerprint *f, struct checkpoints *c)
{
	if (f->n_words >= FINGERPRINT_WORDS)
		return;
	c->check[f->n_words] = check_of(f->all,
	    word_letters(scan_span(s, start, end)));
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

void
fingerprints_begin(struct fingerprints *r, const struct scan *s, size_t from)
{
	words_begin(&r->words, s, from);
	r->i = 0;
}

/* Puts down the words from the i-th on that were taken. */
static void
put_terms(const struct fingerprints *r, size_t i)
{
	uint32_t *to = terms_more(r->terms, r->i - i);

	for (; i < r->i; i++)
		*to++ = term_half(r->words.hash[i]);
}

/* Passes words that start before `start`. */
static void
pass_words(struct fingerprints *r, size_t start)
{
	const struct words *w = &r->words;

	if (w->to * 64 <= start)
		fingerprints_begin(r, w->scan, start);
	while (r->i < w->n && w->start[r->i] < start)
		r->i++;
}

/*
 * Takes words that start before `end`, until the block has `most` or the
 * stretch has no more; each gets its checkpoint, if c is not null.
 */
static inline void
take_some(struct fingerprints *r, size_t end, size_t most,
    struct fingerprint *f, struct checkpoints *c)
{
	const struct words *w = &r->words;
	size_t i = r->i, room = most - f->n_words;
	size_t to = w->n - i < room ? w->n : i + room;
	uint64_t all = f->all;
	uint32_t *check = c == NULL ? NULL : c->check + f->n_words;

	for (; i < to && w->start[i] < end; i++) {
		all = word_chain(all, w->hash[i]);
		if (c != NULL)
			*check++ = check_of(all, w->letters[i]);
	}
	f->all = all;
	f->n_words += i - r->i;
	r->i = i;
}

/* Takes the words of the stretch that start before `end`. */
static inline void
take_stretch(struct fingerprints *r, size_t end, struct fingerprint *f,
    struct checkpoints *c)
{
	if (c != NULL && f->n_words < FINGERPRINT_HEAD) {
		take_some(r, end, FINGERPRINT_HEAD, f, c);
		c->head = f->all;
	}
	if (c != NULL && f->n_words < FINGERPRINT_WORDS)
		take_some(r, end, FINGERPRINT_WORDS, f, c);
	take_some(r, end, SIZE_MAX, f, NULL);
}

static bool
ends_in_word(const struct scan *s, size_t end)
{
	return end < s->len && scan_is(s, SCAN_WORD, end)
	    && !scan_is(s, SCAN_START, end);
}

void
fingerprint_next(struct fingerprints *r, size_t start, size_t end,
    struct fingerprint *f, struct checkpoints *c)
{
	struct words *w = &r->words;
	size_t i;

	if (ends_in_word(w->scan, end)) {
		if (r->terms != NULL)
			terms_add_words(r->terms, w->scan, start, end);
		*f = fingerprint_of(w->scan, start, end, c);
		return;
	}
	f->all = f->last = f->n_words = 0;
	f->last_start = f->last_end = start;
	pass_words(r, start);
	for (;;) {
		i = r->i;
		take_stretch(r, end, f, c);
		if (r->terms != NULL)
			put_terms(r, i);
		if (r->i > i) {
			f->last = w->hash[r->i - 1];
			f->last_start = w->start[r->i - 1];
			f->last_end = w->end[r->i - 1];
		}
		if (w->to * 64 >= end || !words_next(w))
			return;
		r->i = 0;
	}
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
