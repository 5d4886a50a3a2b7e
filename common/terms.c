/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "tables.h"
#include "terms.h"
#include "utf8.h"
#include "word.h"

/* Whether letters of a script are small or capital. */
static bool
has_case(uint32_t code)
{
	return code < 0x590                        /* to Armenian */
	    || (code >= 0x10A0 && code < 0x1100)   /* Georgian */
	    || (code >= 0x13A0 && code < 0x1400)   /* Cherokee */
	    || (code >= 0x1C80 && code < 0x1CC0)   /* Georgian .. */
	    || (code >= 0x1D00 && code < 0x2000)   /* Latin, Greek .. */
	    || (code >= 0x2C00 && code < 0x2E00)   /* .. Coptic .. */
	    || (code >= 0xA640 && code < 0xA800)   /* .. Latin .. */
	    || (code >= 0xFB00 && code < 0xFB18);  /* .. ligatures */
}

struct reading {
	struct terms *out;
	const struct scan *scan;
	size_t end;                 /* of the text */
	const uint32_t *word;       /* the next word's hash .. */
	const uint32_t *first;      /* .. and the text's first one's */
	struct term_number number;  /* that the last special word was */
};

/*
 * Whether a word goes on after the one before: only spaces, commas or hyphens
 * are between them.
 */
static inline bool
goes_on(const struct scan *s, size_t start)
{
	const char *p = s->text;

	while (start > 0 && (p[start - 1] == ' ' || p[start - 1] == ','
	    || p[start - 1] == '-' || p[start - 1] == '\n'))
		start--;
	return start > 0 && scan_is(s, SCAN_WORD, start - 1);
}

/* Whether a word begins with a capital, or is of a script that has none. */
static bool
is_name(struct span word)
{
	uint32_t code;

	if ((word.p[0] & 0x80) == 0)
		return word.p[0] >= 'A' && word.p[0] <= 'Z';
	if (utf8_is_upper(word.p, word.n))
		return true;
	utf8_read(word.p, word.n, &code, NULL);
	return !has_case(code);
}

/* Room for a term is there: see terms_read. */
static void
add(struct terms *t, uint32_t term)
{
	t->of[t->n++] = term;
}

static void
add_number(struct terms *t, const struct scan *s, size_t start, size_t end,
    struct term_number *number)
{
	size_t digits = number->digits;
	struct span word = scan_span(s, start, end);

	if (!term_read_number(number, s->text, start, end)) {
		number->digits = 0;
		add(t, term_make(word_hash(word), TERM_NUMBER));
	} else if (number->digits > end - start && digits > 0) {
		t->of[t->n - 1] = term_of_number(number->value);
	} else {
		add(t, term_of_number(number->value));
	}
	if (end < s->len && s->text[end] == '%')
		add(t, term_of(span_of("percent")));
}

/* Leaves off the 's of an owner, which is no part of the name. */
static struct span
without_owner(struct span word)
{
	const char *end = word.p + word.n;

	if (word.n > 2 && end[-1] == 's' && end[-2] == '\'')
		word.n -= 2;
	else if (word.n > 4 && memcmp(end - 4, "\xE2\x80\x99s", 4) == 0)
		word.n -= 4;
	return word;
}

/*
 * A word that begins with a capital, or has a digit or other letters. A capital
 * tells where nothing but the begin of a sentence asks for one.
 */
static void
add_special(struct reading *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;
	const char *text_end = s->text + s->len;
	struct span word = scan_span(s, start, end);
	bool inside = r->word != r->first && goes_on(s, start);
	uint32_t term = *r->word++;

	if (scan_next(s, SCAN_DIGIT, start, end) < end) {
		add_number(r->out, s, start, end, &r->number);
		return;
	}
	r->number.digits = 0;
	word = without_owner(word);
	if (word.n < end - start)
		term = term_make(word_hash_in(word, text_end), TERM_PLAIN);
	if (is_name(word) && (inside || !grammar_is_function(&functions_table,
	    word_hash_in(word, text_end))))
		term |= TERM_NAME;
	add(r->out, term);
}

/* The same of a word of nothing but letters of ASCII, some capital. */
static inline void
add_capital(struct reading *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;
	bool inside = r->word != r->first && goes_on(s, start);
	uint32_t term = *r->word++;

	r->number.digits = 0;
	if (scan_is(s, SCAN_UPPER, start) && (inside
	    || !grammar_is_function(&functions_table, word_hash_in(
	        scan_span(s, start, end), s->text + s->len))))
		term |= TERM_NAME;
	add(r->out, term);
}

/* The special word at a bit of a cell; `odd` are bytes that are no letters. */
static inline void
add_word(struct reading *r, size_t base, size_t at, uint64_t odd)
{
	const uint64_t *mask = r->scan->cell[base / 64].mask;
	uint64_t stops = ~mask[SCAN_WORD] | mask[SCAN_START];
	uint64_t after = stops & ~(uint64_t)1 << at;
	size_t start = base + at;
	size_t to = scan_word_end(r->scan, start, r->end);

	if (after == 0
	    || (odd & ((after & -after) - 1) & ~(uint64_t)0 << at) != 0)
		add_special(r, start, to);
	else
		add_capital(r, start, to);
}

/* Words of small letters and nothing else. */
static inline void
add_plain(struct reading *r, size_t n)
{
	uint32_t *to = r->out->of + r->out->n;
	size_t i = 0;

	do /* at least once: whether n is 0 is hard to foretell */
		memcpy(to + i, r->word + i, TERMS_SPARE * sizeof *to);
	while ((i += TERMS_SPARE) < n);
	r->out->n += n;
	r->word += n;
}

static inline uint64_t
odd_of(const struct scan_cell *c)
{
	return c->mask[SCAN_HIGH] | c->mask[SCAN_DIGIT] | c->mask[SCAN_MARK];
}

/* The last byte, if what a cell's last word goes on with is not plain. */
static inline uint64_t
behind(const struct scan_cell *next)
{
	const uint64_t *mask = next->mask;
	uint64_t stops = ~mask[SCAN_WORD] | mask[SCAN_START];
	uint64_t word = (stops & -stops) - 1;
	bool plain = stops != 0
	    && ((odd_of(next) | mask[SCAN_UPPER]) & word) == 0;

	return (uint64_t)!plain << 63;
}

/*
 * The words that start in a cell. Most are plain and come many at a time; one
 * that goes on behind the cell is plain if all of it is.
 */
static void
read_cell(struct reading *r, size_t base, uint64_t starts)
{
	const struct scan_cell *c = &r->scan->cell[base / 64];
	uint64_t odd = odd_of(c), upto;
	uint64_t special = (c->mask[SCAN_UPPER] | odd | behind(c + 1))
	    & c->mask[SCAN_WORD];
	size_t at;

	if (r->end - base < 64)
		special &= ~(~(uint64_t)0 << (r->end - base));
	while ((special &= -(starts & -starts)) != 0) {
		upto = starts & (special ^ (special - 1));
		at = scan_highest(upto);
		add_plain(r, scan_ones(upto) - 1);
		add_word(r, base, at, odd);
		starts ^= upto;
	}
	add_plain(r, scan_ones(starts));
}

void
terms_end(struct terms *t)
{
	alloc_free(t->of, t->cap, sizeof *t->of);
	*t = (struct terms) { 0 };
}

void
terms_of_words(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	struct reading r = { t, s, end, word, word, { 0 } };
	uint64_t starts;
	size_t base;

	t->n = 0;
	for (base = start / 64 * 64; base < end; base += 64) {
		starts = s->cell[base / 64].mask[SCAN_START];
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		if (end - base < 64)
			starts &= ~(~(uint64_t)0 << (end - base));
		t->of = alloc_grow(t->of, &t->cap, t->n + 2 * 64 + TERMS_SPARE,
		    sizeof *t->of);
		read_cell(&r, base, starts);
	}
}

uint32_t *
terms_more(struct terms *t, size_t n)
{
	t->of = alloc_grow(t->of, &t->cap, t->n + n + TERMS_SPARE,
	    sizeof *t->of);
	t->n += n;
	return t->of + t->n - n;
}

void
terms_add_words(struct terms *t, const struct scan *s, size_t start,
    size_t end)
{
	struct span word;

	while (scan_word(s, &start, end, &word))
		*terms_more(t, 1) = term_make(word_hash(word), TERM_PLAIN);
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct terms words = { 0 };
	struct reading r = { t, s, end, NULL, NULL, { 0 } };
	size_t at = start, to;

	terms_add_words(&words, s, start, end);
	r.word = r.first = words.of;
	t->n = 0;
	while ((at = scan_next(s, SCAN_START, at, end)) < end) {
		to = scan_word_end(s, at, end);
		t->of = alloc_grow(t->of, &t->cap, t->n + 2, sizeof *t->of);
		add_special(&r, at, to);
		at = to;
	}
	terms_end(&words);
}
