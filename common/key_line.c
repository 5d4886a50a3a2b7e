/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "base85.h"
#include "key_line.h"

enum {
	HEAD_BYTES = KEY_BYTES + 1 + POSITION_BYTES, /* key, TAB, position */
	NUMBERS_BYTES = 48, /* two numbers, or a letter and one */
	CHECKS_BYTES = 1 + BASE85_BYTES * TEASER_CHECKS,
	LINE_BYTES = HEAD_BYTES + NUMBERS_BYTES + CHECKS_BYTES + 1,
	TERMS_BYTES = BASE85_BYTES * (1 + ALIGN_WORDS),
	NEAR_BYTES = HEAD_BYTES + NUMBERS_BYTES + TERMS_BYTES + 1
};

static const char hex[] = "0123456789abcdef";
static const char bad_key[] = "not a key of --emit-keys";
static const char bad_position[] = "not a position";
static const char bad_value[] = "not a value of this key";

/* Writes key, TAB and position; HEAD_BYTES. */
static void
put_head(char *to, char type, uint64_t key, struct position at)
{
	int i;

	*to++ = type;
	for (i = KEY_HEX; i-- > 0;)
		*to++ = hex[key >> 4 * i & 0xF];
	*to++ = '\t';
	position_write(to, at);
}

void
key_line_block(struct output *out, uint64_t fingerprint, struct position at)
{
	char line[HEAD_BYTES + 1];

	put_head(line, KEY_EXACT, fingerprint, at);
	line[HEAD_BYTES] = '\n';
	output_write(out, line, sizeof line);
}

void
key_line_crumb(struct output *out, uint64_t fingerprint, struct position at,
    uint32_t number, uint64_t last)
{
	char line[LINE_BYTES];
	size_t n = HEAD_BYTES;

	put_head(line, KEY_EXACT, fingerprint, at);
	n += (size_t)snprintf(line + n, NUMBERS_BYTES, " %u %ju\n",
	    (unsigned)number, (uintmax_t)last);
	output_write(out, line, n);
}

/* The words of a record that have a check. */
static size_t
count_checks(size_t n_words)
{
	if (n_words > FINGERPRINT_WORDS)
		n_words = FINGERPRINT_WORDS;
	return n_words < FINGERPRINT_HEAD ? 0 : n_words - FINGERPRINT_HEAD;
}

/* How a block ends; a sentence may have beginnings, other stops not. */
static const struct {
	char letter;
	enum ending_kind kind;
	bool sentence;
} endings[] = {
	{ 's', ENDING_STOP, true },
	{ 'r', ENDING_STOP, false },
	{ 'o', ENDING_OPEN, false },
	{ 'e', ENDING_ELLIPSIS, false },
	{ 'm', ENDING_MORE, false },
};

enum { ENDINGS = sizeof endings / sizeof endings[0] };

static char
letter_of(bool sentence, enum ending_kind kind)
{
	size_t i;

	if (kind == ENDING_COLON)
		kind = ENDING_STOP;
	for (i = 0; endings[i].kind != kind
	    || (kind == ENDING_STOP && endings[i].sentence != sentence); i++)
		;
	return endings[i].letter;
}

void
key_line_teaser(struct output *out, struct position at,
    const struct teaser_record *t, enum ending_kind ending)
{
	size_t n_checks = count_checks(t->n_words), n = HEAD_BYTES;
	char line[LINE_BYTES];

	put_head(line, KEY_TEASER, t->head, at);
	n += (size_t)snprintf(line + n, NUMBERS_BYTES, " %c %u",
	    letter_of(t->sentence != 0, ending), (unsigned)t->n_words);
	if (n_checks > 0)
		line[n++] = ' ';
	base85_write(line + n, t->check, n_checks);
	n += n_checks * BASE85_BYTES;
	line[n++] = '\n';
	output_write(out, line, n);
}

void
key_line_near(struct output *out, uint64_t key, struct position at,
    uint64_t fingerprint, const struct terms *t, enum ending_kind ending)
{
	const uint32_t print = (uint32_t)fingerprint;
	char line[NEAR_BYTES];
	size_t n = HEAD_BYTES;

	put_head(line, KEY_NEAR, key, at);
	n += (size_t)snprintf(line + n, NUMBERS_BYTES, " %c %u ",
	    letter_of(true, ending), (unsigned)t->n);
	base85_write(line + n, &print, 1);
	n += BASE85_BYTES;
	base85_write(line + n, t->of, t->n);
	n += t->n * BASE85_BYTES;
	line[n++] = '\n';
	output_write(out, line, n);
}

/* The key without its letter; false if it is none. */
static bool
read_hex(const char *p, uint64_t *key)
{
	const char *digit;
	int i;

	*key = 0;
	for (i = 0; i < KEY_HEX; i++) {
		digit = memchr(hex, p[i], sizeof hex - 1);
		if (digit == NULL)
			return false;
		*key = *key << 4 | (uint64_t)(digit - hex);
	}
	return true;
}

static const char *
read_exact(struct key_line *k, struct span rest)
{
	struct span number;
	uint64_t x;

	k->crumb = rest.n > 0;
	if (!k->crumb)
		return NULL;
	number = span_cut(&rest, ' ');
	if (!position_number(number, KEY_PARTS - 1, &x)
	    || !position_number(rest, POSITION_START_MOST, &k->last))
		return bad_value;
	k->number = (uint32_t)x;
	return NULL;
}

static bool
read_ending(struct key_line *k, struct span letter)
{
	size_t i;

	for (i = 0; i < ENDINGS; i++)
		if (letter.n == 1 && letter.p[0] == endings[i].letter) {
			k->record.sentence = endings[i].sentence;
			k->ending = endings[i].kind;
			return true;
		}
	return false;
}

static const char *
read_teaser(struct key_line *k, struct span rest)
{
	struct span letter = span_cut(&rest, ' ');
	struct span words = span_cut(&rest, ' ');
	size_t n_checks;
	uint64_t x;

	if (!read_ending(k, letter)
	    || !position_number(words, UINT32_MAX, &x) || x < FINGERPRINT_HEAD
	    || (k->ending != ENDING_STOP && x > FINGERPRINT_WORDS))
		return bad_value;
	k->record.head = k->key;
	k->record.n_words = (uint32_t)x;
	n_checks = count_checks((size_t)x);
	if (!base85_read(rest, k->record.check, n_checks))
		return bad_value;
	memset(k->record.check + n_checks, 0,
	    (TEASER_CHECKS - n_checks) * sizeof *k->record.check);
	return NULL;
}

static const char *
read_near(struct key_line *k, struct span rest)
{
	struct span letter = span_cut(&rest, ' ');
	struct span words = span_cut(&rest, ' ');
	uint64_t x;

	if (!read_ending(k, letter)
	    || !position_number(words, ALIGN_WORDS, &x) || x < NEAR_LEAST
	    || !base85_read(rest, k->print_and_term, 1 + (size_t)x))
		return bad_value;
	k->n_terms = (uint32_t)x;
	return NULL;
}

const char *
key_line_read(struct key_line *k, struct span line)
{
	struct span key = span_cut(&line, '\t'), at;

	if (key.n != KEY_BYTES || !read_hex(key.p + 1, &k->key))
		return bad_key;
	k->type = key.p[0];
	at = span_cut(&line, ' ');
	if (!position_read(at, &k->at))
		return bad_position;
	switch (k->type) {
	case KEY_EXACT:
		return read_exact(k, line);
	case KEY_TEASER:
		return read_teaser(k, line);
	case KEY_NEAR:
		return read_near(k, line);
	default:
		return bad_key;
	}
}
