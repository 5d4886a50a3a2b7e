/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
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
	size_t end;    /* of the text */
	size_t before; /* where the word before ended; SCAN_NONE: there is none */
	struct term_number number; /* that it was */
};

/*
 * Whether a word goes on after the one before, which ended at `before`: only
 * spaces, commas or hyphens are between them.
 */
static bool
goes_on(const struct scan *s, size_t before, size_t start)
{
	const char *p = s->text;

	for (; before < start; before++)
		if (p[before] != ' ' && p[before] != ',' && p[before] != '-'
		    && p[before] != '\r' && p[before] != '\n')
			return false;
	return true;
}

/*
 * The kind of a word that is no number. A capital tells where nothing but the
 * begin of a sentence asks for one.
 */
static enum term_kind
kind_of(struct span word, uint64_t hash, bool inside)
{
	bool upper = utf8_is_upper(word.p, word.n);
	uint32_t code;

	if (!upper && (word.p[0] & 0x80) == 0)
		return TERM_PLAIN;
	if (!upper) {
		utf8_read(word.p, word.n, &code, NULL);
		if (has_case(code))
			return TERM_PLAIN;
	}
	return !inside && grammar_is_function(&functions_table, hash)
	    ? TERM_PLAIN : TERM_NAME;
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

/* A word that begins with a capital, or has a digit or other letters. */
static void
add_special(struct reading *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;
	struct span word = scan_span(s, start, end);
	uint64_t hash;

	if (scan_next(s, SCAN_DIGIT, start, end) < end) {
		add_number(r->out, s, start, end, &r->number);
		return;
	}
	r->number.digits = 0;
	word = without_owner(word);
	hash = word_hash_in(word, s->text + s->len);
	add(r->out, term_make(hash, kind_of(word, hash, r->before != SCAN_NONE
	    && goes_on(s, r->before, start))));
}

/* The words that start in a cell; most are small letters and nothing else. */
static void
read_cell(struct reading *r, size_t base, uint64_t starts)
{
	const struct scan *s = r->scan;
	const uint64_t *mask = s->cell[base / 64].mask;
	uint64_t special = mask[SCAN_UPPER] | mask[SCAN_HIGH]
	    | mask[SCAN_DIGIT] | mask[SCAN_MARK];
	uint64_t stops = ~mask[SCAN_WORD] | mask[SCAN_START], after;
	size_t start, to;

	for (; starts != 0; starts &= starts - 1) {
		start = base + scan_lowest(starts);
		after = stops & ~(uint64_t)1 << scan_lowest(starts);
		to = after != 0 ? base + scan_lowest(after)
		                : scan_word_end(s, start, r->end);
		if (to > r->end)
			to = r->end;
		if (after == 0 || (special & ((after & -after) - 1)
		    & ~(uint64_t)0 << scan_lowest(starts)) != 0)
			add_special(r, start, to);
		else
			add(r->out, term_make(word_hash_in(scan_span(s, start,
			    to), s->text + s->len), TERM_PLAIN));
		r->before = to;
	}
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct reading r = { t, s, end, SCAN_NONE, { 0 } };
	uint64_t starts;
	size_t base;

	t->n = 0;
	for (base = start / 64 * 64; base < end; base += 64) {
		starts = s->cell[base / 64].mask[SCAN_START];
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		if (end - base < 64)
			starts &= ~(~(uint64_t)0 << (end - base));
		t->of = alloc_grow(t->of, &t->cap, t->n + 2 * 64,
		    sizeof *t->of);
		read_cell(&r, base, starts);
	}
}

void
terms_end(struct terms *t)
{
	free(t->of);
	*t = (struct terms) { 0 };
}
