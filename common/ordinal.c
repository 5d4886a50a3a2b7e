/* SPDX-License-Identifier: ISC */
#include "block.h"
#include "ordinal.h"
#include "tables.h"
#include "utf8.h"

enum {
	DIGITS = 2,          /* of a number in a decimal, at most .. */
	DIVISION_DIGITS = 3, /* .. and of a chapter's */
	ROMAN_BYTES = 8,     /* of a Roman number, at most */
	TEN = 10,
	WIDE_ZERO = 0xFF10,  /* the digit 0 as wide as a Chinese character .. */
	WIDE_STOP = 0xFF0E,  /* .. and a full stop */
	LIST_COMMA = 0x3001, /* an ideographic comma: behind a number */
	CJK_FIRST = 0x2E80   /* from here on words need no space between */
};

static void
skip(struct span *s, size_t n)
{
	s->p += n;
	s->n -= n;
}

static void
skip_spaces(struct span *s)
{
	while (s->n > 0 && block_is_space(*s->p))
		skip(s, 1);
	while (s->n >= 3 && memcmp(s->p, "\xE3\x80\x80", 3) == 0)
		skip(s, 3);
}

/* The next character, 0 at the end; *n is set to its bytes. */
static uint32_t
peek(struct span s, size_t *n)
{
	uint32_t code = 0;

	*n = s.n > 0 ? utf8_read(s.p, s.n, &code, NULL) : 0;
	return code;
}

/* The digit that a character is; TEN if it is none. */
static unsigned
digit_of(uint32_t code)
{
	if (code - '0' < TEN)
		return code - '0';
	return code - WIDE_ZERO < TEN ? code - WIDE_ZERO : TEN;
}

/* Takes a number of so many digits at most and no zero before it. */
static bool
take_digits(struct span *s, size_t most, unsigned *number)
{
	struct span rest = *s;
	size_t n, i;

	*number = 0;
	for (i = 0; i <= most && digit_of(peek(rest, &n)) < TEN; i++) {
		if (i == 1 && *number == 0)
			return false;
		*number = TEN * *number + digit_of(peek(rest, &n));
		skip(&rest, n);
	}
	if (i == 0 || i > most)
		return false;
	*s = rest;
	return true;
}

/* Takes a number of Chinese characters, as 三, 十二, 二十. */
static bool
take_chinese(struct span *s, unsigned *number)
{
	unsigned kind, digit = 0, sum = 0, more;
	struct span rest = *s;
	uint32_t code;
	size_t n;

	while (sum <= DIVISION_MOST && (code = peek(rest, &n)) >= CJK_FIRST) {
		kind = division_of(&divisions_table,
		    (struct span) { rest.p, n });
		if (kind < DIVISION_NUMBER)
			break;
		more = kind - DIVISION_NUMBER;
		if (more >= TEN) {
			sum += (digit == 0 ? 1 : digit) * more;
			digit = 0;
		} else {
			digit = more;
		}
		skip(&rest, n);
	}
	if (rest.n == s->n)
		return false;
	*s = rest;
	*number = sum + digit;
	return true;
}

/* What a Roman digit counts, 0 if it is none; in small letters, too. */
static unsigned
roman_digit(char c)
{
	static const char digits[] = { 'I', 'V', 'X', 'L', 'C' };
	static const unsigned counts[] = { 1, 5, 10, 50, 100 };
	const char *at = memchr(digits, c & ~0x20, sizeof digits);

	return at == NULL ? 0 : counts[at - digits];
}

/* Takes a Roman number, of letters all capital or all small. */
static bool
take_roman(struct span *s, unsigned *number)
{
	unsigned here, next, sum = 0;
	size_t i;

	for (i = 0; i < s->n && i <= ROMAN_BYTES; i++) {
		here = roman_digit(s->p[i]);
		if (here == 0 || ((s->p[i] ^ s->p[0]) & 0x20) != 0)
			break;
		next = i + 1 < s->n ? roman_digit(s->p[i + 1]) : 0;
		sum = here < next ? sum - here : sum + here;
	}
	if (i == 0 || i > ROMAN_BYTES || sum - 1 >= DIVISION_MOST)
		return false;
	skip(s, i);
	*number = sum;
	return true;
}

/* Whether a word cannot go on here. */
static bool
is_word_end(struct span s)
{
	return s.n == 0 || !((s.p[0] & 0x80) != 0
	    || (s.p[0] >= '0' && s.p[0] <= '9')
	    || ((s.p[0] | 0x20) >= 'a' && (s.p[0] | 0x20) <= 'z'));
}

/* The bytes to the next space or sign of ASCII, a hyphen aside. */
static struct span
first_word(struct span s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == '-' || !is_word_end((struct span) {
	    s.p + i, s.n - i })))
		i++;
	return (struct span) { s.p, i };
}

static unsigned
kind_of(struct span word)
{
	return division_of(&divisions_table, word);
}

static bool
is_division(unsigned kind)
{
	return kind >= DIVISION_BOOK && kind <= DIVISION_SECTION;
}

/* Takes a number: of digits, Roman, or a word. */
static bool
take_number(struct span *s, unsigned *number)
{
	struct span rest = *s, word = first_word(rest);

	if (kind_of(word) >= DIVISION_NUMBER) {
		*number = kind_of(word) - DIVISION_NUMBER;
		skip(s, word.n);
		return true;
	}
	if ((take_digits(&rest, DIVISION_DIGITS, number)
	        || take_roman(&rest, number)) && is_word_end(rest)) {
		*s = rest;
		return true;
	}
	if (word.n != 1 || *word.p < 'A' || *word.p > 'Z')
		return false;
	*number = (unsigned)(*word.p - 'A' + 1);
	skip(s, 1);
	return true;
}

/* Takes the sign between or behind numbers. */
static bool
take_stop(struct span *s)
{
	size_t n;
	uint32_t code = peek(*s, &n);

	if (code != '.' && code != WIDE_STOP && code != LIST_COMMA)
		return false;
	skip(s, n);
	return true;
}

/* Passes what stands before a number: spaces, a stop, "the". */
static void
skip_before(struct span *s)
{
	struct span word;

	if (s->n > 0 && *s->p == '.')
		skip(s, 1);
	skip_spaces(s);
	word = first_word(*s);
	if (word.n > 1 && kind_of(word) == DIVISION_BEFORE) {
		skip(s, word.n);
		skip_spaces(s);
	}
}

/*
 * Takes "Chapter 3", "Chapter the First", "Erstes Kapitel", "3. Kapitel"; the
 * division, or DIVISION_NONE. "One Step Closer" is none, nor is "A Book".
 */
static unsigned
take_words(struct span *s, unsigned *number)
{
	struct span rest = *s, word = first_word(rest);
	unsigned kind = kind_of(word);
	bool stop;

	if (is_division(kind)) {
		skip(&rest, word.n);
		skip_before(&rest);
		if (!take_number(&rest, number))
			return DIVISION_NONE;
	} else {
		skip_before(&rest);
		kind = kind_of(first_word(rest));
		stop = kind >= DIVISION_NUMBER;
		if (!take_number(&rest, number))
			return DIVISION_NONE;
		stop |= take_stop(&rest);
		skip_spaces(&rest);
		word = first_word(rest);
		kind = kind_of(word);
		if (!stop || !is_division(kind))
			return DIVISION_NONE;
		skip(&rest, word.n);
		if (rest.n > 0 && block_is_space(*rest.p))
			return DIVISION_NONE;
	}
	*s = rest;
	return kind;
}

/* Takes 第3章, 第十二節, 제 1 장; the division, or DIVISION_NONE. */
static unsigned
take_counted(struct span *s, unsigned *number)
{
	struct span rest = *s;
	unsigned kind;
	size_t n;

	peek(rest, &n);
	if (kind_of((struct span) { rest.p, n }) != DIVISION_BEFORE)
		return DIVISION_NONE;
	skip(&rest, n);
	skip_spaces(&rest);
	if (!take_digits(&rest, DIVISION_DIGITS, number)
	    && !take_chinese(&rest, number))
		return DIVISION_NONE;
	skip_spaces(&rest);
	peek(rest, &n);
	kind = kind_of((struct span) { rest.p, n });
	if (!is_division(kind))
		return DIVISION_NONE;
	skip(&rest, n);
	*s = rest;
	return kind;
}

/* Takes 2.1, 2., A.1: numbers with stops between. */
static bool
take_decimal(struct span *s, struct ordinal *o)
{
	struct span rest = *s;
	unsigned number = 0;
	bool stop;
	size_t n;

	if (rest.n > 2 && *rest.p >= 'A' && *rest.p <= 'Z' && rest.p[1] == '.'
	    && digit_of((unsigned char)rest.p[2]) < TEN) {
		number = (unsigned)(*rest.p - 'A' + 1);
		skip(&rest, 1);
	} else if (!take_digits(&rest, DIGITS, &number)) {
		return false;
	}
	o->first = (uint16_t)number;
	o->depth = 0;
	do {
		o->path[o->depth++] = (uint8_t)number;
		stop = take_stop(&rest);
	} while (stop && o->depth < ORDINAL_DEPTH
	    && take_digits(&rest, DIGITS, &number));
	o->kind = ORDINAL_DECIMAL;
	o->bare = o->depth == 1 && !stop;
	*s = rest;
	return is_word_end(rest) || peek(rest, &n) >= CJK_FIRST;
}

/* Takes IV. or B., and 三、; o->kind is what it is. */
static bool
take_sign(struct span *s, struct ordinal *o)
{
	struct span rest = *s;
	unsigned number;

	o->depth = 1;
	if (take_chinese(&rest, &number)) {
		o->kind = ORDINAL_DECIMAL;
	} else if (rest.n > 0 && *rest.p <= 'Z' && take_roman(&rest, &number)) {
		o->kind = ORDINAL_ROMAN;
	} else if (rest.n > 0 && *rest.p >= 'A' && *rest.p <= 'Z') {
		o->kind = ORDINAL_LETTER;
		number = (unsigned)(*rest.p - 'A' + 1);
		skip(&rest, 1);
	} else {
		return false;
	}
	o->first = (uint16_t)number;
	o->bare = !take_stop(&rest);
	*s = rest;
	return !o->bare || (o->kind == ORDINAL_ROMAN && rest.n == 0);
}

/*
 * Passes signs and spaces behind the number; whether what comes may be a
 * heading's words.
 */
static bool
may_follow(const struct ordinal *o, struct span all, struct span *rest)
{
	size_t before = rest->n, n;
	uint32_t code;

	while (rest->n > 0 && (*rest->p == ':' || *rest->p == '.'))
		skip(rest, 1);
	skip_spaces(rest);
	code = peek(*rest, &n);
	if (rest->n == before && before > 0 && before < all.n
	    && code < CJK_FIRST)
		return false;
	if (rest->n == 0 || code >= 0x80)
		return true;
	if (o->kind == ORDINAL_DECIMAL)
		return (code >= 'A' && code <= 'Z') || code == '"'
		    || code == '\'';
	return !(code >= 'a' && code <= 'z');
}

/* Whether the first bytes may be an ordinal's: most texts' are not. */
static bool
may_begin(struct span text)
{
	char c = text.n > 0 ? *text.p : ' ';

	if ((c & 0x80) != 0 || digit_of((unsigned char)c) < TEN)
		return true;
	if (c < 'A' || c > 'Z')
		return false;
	return roman_digit(c) > 0 || (text.n > 1 && text.p[1] == '.')
	    || kind_of(first_word(text)) != DIVISION_NONE;
}

struct ordinal
ordinal_of(struct span text)
{
	struct ordinal o = { .kind = ORDINAL_NONE, .depth = 1 };
	struct span rest = text;
	unsigned kind, number = 0;
	bool good = true;

	if (!may_begin(text))
		return o;
	kind = take_words(&rest, &number);
	if (kind == DIVISION_NONE)
		kind = take_counted(&rest, &number);
	if (kind != DIVISION_NONE) {
		o.kind = (uint8_t)kind;
		o.first = (uint16_t)number;
	} else {
		good = take_decimal(&rest, &o) || take_sign(&rest, &o);
	}
	if (!good || !may_follow(&o, text, &rest))
		return (struct ordinal) { .kind = ORDINAL_NONE };
	o.n = text.n - rest.n;
	o.alone = rest.n == 0;
	return o;
}
