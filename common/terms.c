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
		    && p[before] != '\n')
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

static bool
has_digit(struct span word)
{
	size_t i;

	for (i = 0; i < word.n; i++)
		if (word.p[i] >= '0' && word.p[i] <= '9')
			return true;
	return false;
}

static void
add(struct terms *t, uint32_t term)
{
	t->of = alloc_grow(t->of, &t->cap, t->n + 1, sizeof *t->of);
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

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct term_number number = { 0 };
	size_t at = scan_next(s, SCAN_START, start, end), to, before;
	struct span word;
	uint64_t hash;

	for (t->n = 0, before = SCAN_NONE; at < end; before = to,
	    at = scan_next(s, SCAN_START, to, end)) {
		to = scan_word_end(s, at, end);
		word = scan_span(s, at, to);
		if (has_digit(word)) {
			add_number(t, s, at, to, &number);
			continue;
		}
		number.digits = 0;
		word = without_owner(word);
		hash = word_hash_in(word, s->text + s->len);
		add(t, term_make(hash, kind_of(word, hash,
		    before != SCAN_NONE && goes_on(s, before, at))));
	}
}

void
terms_end(struct terms *t)
{
	free(t->of);
	*t = (struct terms) { 0 };
}
