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

enum { INITIALS = 8 }; /* of an abbreviation, at most */

struct reading {
	struct terms *out;
	const struct scan *scan;
	size_t end;    /* of the text */
	size_t before; /* where the word before ended; SCAN_NONE: there is none */
	char initial[INITIALS]; /* it was these letters, of "a.m." */
	size_t n_initials;
	struct term_number number; /* that it was */
	size_t whole; /* the first term of the words that hang together */
	bool joined;  /* a mark that JOINS is between two of these */
};

/* What a mark tells about the words around it. */
enum {
	WITHIN = 1,  /* it may be in a path, an address, an identifier .. */
	JOINS = 2,   /* .. and makes one of the words */
	LEADS = 4,   /* a word behind it is one of these by itself */
	PROGRAM = 8  /* programs are full of it */
};

static const uint8_t marks[128] = {
	['_'] = WITHIN | JOINS, ['/'] = WITHIN | JOINS, ['.'] = WITHIN | JOINS,
	['='] = WITHIN | JOINS | PROGRAM, ['#'] = WITHIN | JOINS | LEADS,
	['@'] = WITHIN | JOINS | LEADS, ['\\'] = WITHIN | JOINS,
	['&'] = WITHIN | JOINS, [':'] = WITHIN | JOINS, ['-'] = WITHIN,
	['?'] = WITHIN, ['%'] = WITHIN, ['+'] = WITHIN, ['~'] = WITHIN,
	['$'] = WITHIN | LEADS, ['`'] = LEADS, ['{'] = PROGRAM,
	['}'] = PROGRAM, [';'] = PROGRAM, ['<'] = PROGRAM, ['>'] = PROGRAM,
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

/* Room for a term is there: see terms_read. */
static void
add(struct terms *t, uint32_t term)
{
	t->of[t->n++] = term;
}

/*
 * Whether a word goes on with the number before it: "3.5", "10:30". One of
 * three digits behind a comma may do so in another way: see term.h.
 */
static bool
is_fraction(const struct reading *r, size_t start)
{
	const struct terms *t = r->out;
	char mark;

	if (r->before == SCAN_NONE || start != r->before + 1 || t->n == 0
	    || term_kind(t->of[t->n - 1]) != TERM_NUMBER)
		return false;
	mark = r->scan->text[r->before];
	return mark == '.' || mark == ',' || mark == ':' || mark == '/';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Where the unit begins that is written close to a number, as in "10am"; `end`
 * if there is none. Of "1st" and "1990s" the letters say nothing by themselves.
 */
static size_t
unit_of(const struct scan *s, size_t start, size_t end)
{
	static const char *const suffix[] = { "st", "nd", "rd", "th", "s" };
	size_t at = start, i;

	while (at < end && scan_is(s, SCAN_DIGIT, at))
		at++;
	for (i = at; i < end; i++)
		if (!is_letter(s->text[i]))
			return end;
	for (i = 0; i < sizeof suffix / sizeof suffix[0]; i++)
		if (span_equal(scan_span(s, at, end), span_of(suffix[i])))
			return end;
	return at > start ? at : end;
}

/* A number, without a unit. */
static void
add_digits(struct reading *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;
	struct terms *t = r->out;
	size_t before = r->number.digits;
	uint32_t term;

	if (term_read_number(&r->number, s->text, start, end)) {
		term = term_of_number(r->number.value);
	} else {
		r->number.digits = 0;
		term = term_make(word_hash(scan_span(s, start, end)),
		    TERM_NUMBER);
	}
	if (before > 0 && r->number.digits > end - start)
		t->of[t->n - 1] = term;
	else if (is_fraction(r, start))
		t->of[t->n - 1] = term_make(word_mix(
		    (uint64_t)t->of[t->n - 1] << 32 | term), TERM_NUMBER);
	else
		add(t, term);
}

static void
add_number(struct reading *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;
	size_t unit = unit_of(s, start, end);

	add_digits(r, start, unit);
	if (unit < end)
		add(r->out, term_of(scan_span(s, unit, end)));
	else if (end < s->len && s->text[end] == '%')
		add(r->out, term_of(span_of("percent")));
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
	enum term_kind kind;
	uint64_t hash;

	if (scan_next(s, SCAN_DIGIT, start, end) < end) {
		add_number(r, start, end);
		return;
	}
	r->number.digits = 0;
	word = without_owner(word);
	hash = word_hash_in(word, s->text + s->len);
	kind = kind_of(word, hash, r->before != SCAN_NONE
	    && goes_on(s, r->before, start));
	if (!scan_is(s, SCAN_UPPER, start)
	    && scan_next(s, SCAN_UPPER, start + 1, end) < end)
		kind = TERM_NAME; /* "eBay" */
	add(r->out, term_make(hash, kind));
}

static unsigned
mark_of(char c)
{
	return (c & 0x80) == 0 ? marks[(unsigned char)c] : 0;
}

/*
 * Begins a word with other than a space before it. It hangs together with the
 * word before where nothing but marks of these is between.
 */
static void
begin_word(struct reading *r, size_t start)
{
	const char *p = r->scan->text;
	unsigned mark = 0, any = 0, every = WITHIN;
	size_t at = r->before;

	if (at == SCAN_NONE)
		at = start > 0 ? start - 1 : 0;
	for (; at < start; at++) {
		mark = mark_of(p[at]);
		any |= mark;
		every &= mark;
	}
	if (every == 0 || r->before == SCAN_NONE) {
		r->whole = r->out->n;
		r->joined = (mark & LEADS) != 0;
		r->out->n_program += (any & PROGRAM) != 0
		    || (r->before != SCAN_NONE && p[r->before] == '(');
	} else if (r->n_initials == 0 || p[r->before] != '.') {
		r->joined |= (any & JOINS) != 0;
	}
}

/* Makes one word of the last two terms, for the letters are one: "U.S.". */
static void
join_initials(struct reading *r)
{
	struct span word = { r->initial, r->n_initials };
	struct terms *t = r->out;

	t->n--;
	t->of[t->n - 1] = term_make(word_hash(word),
	    utf8_is_upper(word.p, word.n) ? TERM_NAME : TERM_PLAIN);
	if (r->whole >= t->n)
		r->whole = t->n - 1;
}

/* Looks at a letter just added: it may be one of an abbreviation. */
static void
add_initial(struct reading *r, size_t start)
{
	const char *p = r->scan->text;
	bool more = r->n_initials > 0 && r->n_initials < INITIALS
	    && start == r->before + 1 && p[r->before] == '.';

	if (!more)
		r->n_initials = 0;
	r->initial[r->n_initials++] = p[start];
	if (more)
		join_initials(r);
}

/* Makes names of words that are joined, for as such they are replaced. */
static void
name_joined(struct reading *r)
{
	struct terms *t = r->out;

	for (; r->whole < t->n; r->whole++)
		if (term_kind(t->of[r->whole]) == TERM_PLAIN)
			t->of[r->whole] |= TERM_NAME;
}

/* A word of small letters and nothing else, if it is not special. */
static void
add_word(struct reading *r, size_t start, size_t end, bool special)
{
	const struct scan *s = r->scan;

	if (special)
		add_special(r, start, end);
	else
		add(r->out, term_make(word_hash_in(scan_span(s, start, end),
		    s->text + s->len), TERM_PLAIN));
	if (end == start + 1 && is_letter(s->text[start]))
		add_initial(r, start);
	else
		r->n_initials = 0;
	if (r->joined)
		name_joined(r);
	r->before = end;
}

/* The words that start in a cell; most have a space before them. */
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
		if (start == r->before + 1 && start > 0
		    && s->text[start - 1] == ' ') {
			r->whole = r->out->n;
			r->joined = false;
		} else {
			begin_word(r, start);
		}
		add_word(r, start, to, after == 0
		    || (special & ((after & -after) - 1)
		    & ~(uint64_t)0 << scan_lowest(starts)) != 0);
	}
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct reading r = { t, s, end, SCAN_NONE, { 0 }, 0, { 0 }, 0, false };
	uint64_t starts;
	size_t base;

	t->n = t->n_program = 0;
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
