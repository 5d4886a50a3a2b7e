/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "tables.h"
#include "term_mark.h"
#include "term_reader.h"
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

const uint8_t term_marks[128] = {
	['_'] = MARK_WITHIN | MARK_JOINS, ['/'] = MARK_WITHIN | MARK_JOINS,
	['.'] = MARK_WITHIN | MARK_JOINS, [':'] = MARK_WITHIN | MARK_JOINS,
	['='] = MARK_WITHIN | MARK_JOINS | MARK_PROGRAM,
	['#'] = MARK_WITHIN | MARK_JOINS | MARK_LEADS,
	['@'] = MARK_WITHIN | MARK_JOINS | MARK_LEADS,
	['\\'] = MARK_WITHIN | MARK_JOINS, ['&'] = MARK_WITHIN | MARK_JOINS,
	['-'] = MARK_WITHIN | MARK_ON, ['?'] = MARK_WITHIN, ['%'] = MARK_WITHIN,
	['+'] = MARK_WITHIN, ['~'] = MARK_WITHIN,
	['$'] = MARK_WITHIN | MARK_LEADS, ['`'] = MARK_LEADS,
	['{'] = MARK_PROGRAM, ['}'] = MARK_PROGRAM, [';'] = MARK_PROGRAM,
	['<'] = MARK_PROGRAM, ['>'] = MARK_PROGRAM, ['('] = MARK_CALL,
	[' '] = MARK_ON, [','] = MARK_ON, ['\r'] = MARK_ON, ['\n'] = MARK_ON,
	['s'] = MARK_S
};

/*
 * Whether a word goes on after the one before, which ended at `before`: only
 * spaces, commas or hyphens are between them.
 */
static bool
goes_on(const struct scan *s, size_t before, size_t start)
{
	for (; before < start; before++)
		if ((term_mark(s->text[before]) & MARK_ON) == 0)
			return false;
	return true;
}

/* Whether a word begins with a capital, or is of a script that has none. */
static bool
is_capital(struct span word)
{
	uint32_t code;

	if ((word.p[0] & 0x80) == 0)
		return word.p[0] >= 'A' && word.p[0] <= 'Z';
	if (utf8_is_upper(word.p, word.n))
		return true;
	utf8_read(word.p, word.n, &code, NULL);
	return !has_case(code);
}

/* Room for a term is there: see term_reader_word. */
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
is_fraction(const struct term_reader *r, size_t start)
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
add_digits(struct term_reader *r, size_t start, size_t end)
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
add_number(struct term_reader *r, size_t start, size_t end)
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

/* A capital tells where nothing but the begin of a sentence asks for one. */
static bool
is_name(const struct term_reader *r, struct span text, size_t start,
    uint32_t word)
{
	const struct scan *s = r->scan;

	if (!scan_is(s, SCAN_UPPER, start)
	    && scan_next(s, SCAN_UPPER, start + 1, start + text.n)
	        < start + text.n)
		return true; /* "eBay" */
	return is_capital(text) && ((r->before != SCAN_NONE
	    && goes_on(s, r->before, start))
	    || !grammar_is_function_half(&functions_table, word));
}

/* A word that begins with a capital, or has a digit or other letters. */
static void
add_special(struct term_reader *r, size_t start, size_t end, uint32_t word)
{
	const struct scan *s = r->scan;
	struct span text = scan_span(s, start, end);
	uint32_t term;

	if (scan_next(s, SCAN_DIGIT, start, end) < end) {
		add_number(r, start, end);
		return;
	}
	r->number.digits = 0;
	text = without_owner(text);
	if (text.n < end - start)
		word = term_half(word_hash_in(text, s->text + s->len));
	term = word & TERM_WORD;
	add(r->out, is_name(r, text, start, word) ? term | TERM_NAME : term);
}

/*
 * Begins a word with other than a space before it. It hangs together with the
 * word before where nothing but marks of these is between.
 */
static void
begin_word(struct term_reader *r, size_t start)
{
	const char *p = r->scan->text;
	unsigned mark = 0, any = 0, every = MARK_WITHIN;
	size_t at = r->before;

	if (at == SCAN_NONE)
		at = start > 0 ? start - 1 : 0;
	for (; at < start; at++) {
		mark = term_mark(p[at]);
		any |= mark;
		every &= mark;
	}
	if (every == 0 || r->before == SCAN_NONE) {
		r->whole = r->out->n;
		r->joined = (mark & MARK_LEADS) != 0;
		r->out->n_program += (any & MARK_PROGRAM) != 0
		    || (r->before != SCAN_NONE && p[r->before] == '(');
	} else if (r->n_initials == 0 || p[r->before] != '.') {
		r->joined |= (any & MARK_JOINS) != 0;
	}
}

/* Makes one word of the last two terms, for the letters are one: "U.S.". */
static void
join_initials(struct term_reader *r)
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
add_initial(struct term_reader *r, size_t start)
{
	const char *p = r->scan->text;
	bool more = r->n_initials > 0 && r->n_initials < TERM_INITIALS
	    && start == r->before + 1 && p[r->before] == '.';

	if (!more)
		r->n_initials = 0;
	r->initial[r->n_initials++] = p[start];
	if (more)
		join_initials(r);
}

/* Makes names of words that are joined, for as such they are replaced. */
static void
name_joined(struct term_reader *r)
{
	struct terms *t = r->out;

	for (; r->whole < t->n; r->whole++)
		if (term_kind(t->of[r->whole]) == TERM_PLAIN)
			t->of[r->whole] |= TERM_NAME;
}

/* Whether a word has other than small letters of ASCII. */
static bool
is_special(const struct scan *s, size_t start, size_t end)
{
	const uint64_t *mask;
	uint64_t special;
	size_t at;

	for (at = start / 64 * 64; at < end; at += 64) {
		mask = s->cell[at / 64].mask;
		special = mask[SCAN_UPPER] | mask[SCAN_HIGH]
		    | mask[SCAN_DIGIT] | mask[SCAN_MARK];
		if (at < start)
			special &= ~(uint64_t)0 << (start - at);
		if (end - at < 64)
			special &= ~(~(uint64_t)0 << (end - at));
		if (special != 0)
			return true;
	}
	return false;
}

/* The words behind the last that was read were plain, and alone. */
static void
catch_up(struct term_reader *r, size_t start)
{
	if (r->word != r->read) {
		r->whole = r->out->n - 1;
		r->joined = false;
		r->n_initials = 0;
	}
	r->before = r->word == r->first ? SCAN_NONE
	    : scan_last(r->scan, SCAN_WORD, r->from, start) + 1;
}

/* Not by one assignment, which is slow: what blocks have is often short. */
void
term_reader_begin(struct term_reader *r, struct terms *out,
    const struct scan *s, size_t from, size_t to, const uint32_t *word)
{
	r->out = out;
	r->word = r->first = r->read = word;
	r->scan = s;
	r->from = from;
	r->to = to;
	r->before = r->n_initials = r->whole = 0;
	r->number.value = r->number.digits = r->number.end = 0;
	r->joined = false;
	out->n = out->n_program = 0;
}

void
term_reader_word(struct term_reader *r, size_t start, size_t end)
{
	const struct scan *s = r->scan;

	catch_up(r, start);
	if (start == r->before + 1 && start > 0 && s->text[start - 1] == ' ') {
		r->whole = r->out->n;
		r->joined = false;
	} else {
		begin_word(r, start);
	}
	if (is_special(s, start, end))
		add_special(r, start, end, *r->word);
	else
		add(r->out, *r->word & TERM_WORD);
	if (end == start + 1 && is_letter(s->text[start]))
		add_initial(r, start);
	else
		r->n_initials = 0;
	if (r->joined)
		name_joined(r);
	r->read = ++r->word;
}
