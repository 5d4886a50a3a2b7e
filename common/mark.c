/* SPDX-License-Identifier: ISC */
#include "alloc.h"
#include "mark.h"
#include "utf8.h"

enum {
	RUN_MOST = 6, /* marks side by side; more are a line, or art */
	ATTRIBUTE_MOST = 512 /* bytes of an HTML attribute's value */
};

struct glyph {
	uint32_t code;
	uint8_t family, shape;
};

/* The most common ones first. */
static const struct glyph glyphs[] = {
	{ '"', MARK_DOUBLE, MARK_STRAIGHT },
	{ '\'', MARK_SINGLE, MARK_STRAIGHT },
	{ 0x201C, MARK_DOUBLE, MARK_LEFT },
	{ 0x201D, MARK_DOUBLE, MARK_RIGHT },
	{ 0x2019, MARK_SINGLE, MARK_RIGHT },
	{ 0x2018, MARK_SINGLE, MARK_LEFT },
	{ '`', MARK_SINGLE, MARK_LEFT },
	{ 0xAB, MARK_GUILLEMET, MARK_LEFT },
	{ 0xBB, MARK_GUILLEMET, MARK_RIGHT },
	{ 0x201A, MARK_SINGLE, MARK_LOW },
	{ 0x201B, MARK_SINGLE, MARK_LEFT },
	{ 0x201E, MARK_DOUBLE, MARK_LOW },
	{ 0x201F, MARK_DOUBLE, MARK_LEFT },
	{ 0x2039, MARK_ANGLE, MARK_LEFT },
	{ 0x203A, MARK_ANGLE, MARK_RIGHT },
	{ 0x300C, MARK_CORNER, MARK_LEFT },
	{ 0x300D, MARK_CORNER, MARK_RIGHT },
	{ 0x300E, MARK_WHITE_CORNER, MARK_LEFT },
	{ 0x300F, MARK_WHITE_CORNER, MARK_RIGHT },
	{ 0xFF02, MARK_DOUBLE, MARK_STRAIGHT },
};

/* The side a character makes that is no letter of a word. */
static enum mark_side
side_of(uint32_t code)
{
	if (code <= ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200B)
	    || code == 0x202F || code == 0x3000 || code == 0xFEFF)
		return MARK_SPACE;
	if (code == '(' || code == '[' || code == '{' || code == '/'
	    || code == '=' || code == 0xA1 || code == 0xBF || code == '>')
		return MARK_OPENER;
	if (code == '-' || (code >= 0x2010 && code <= 0x2015))
		return MARK_DASH;
	return MARK_PUNCT;
}

static enum mark_side
side_before(const struct scan *s, size_t from, size_t at)
{
	size_t start = at;
	uint32_t code;

	if (at == from)
		return MARK_SPACE;
	if (scan_is(s, SCAN_WORD, at - 1))
		return MARK_LETTER;
	do
		start--;
	while (start > from && (s->text[start] & 0xC0) == 0x80
	    && at - start < UTF8_MAX);
	utf8_read(s->text + start, at - start, &code, NULL);
	return side_of(code);
}

static enum mark_side
side_after(const struct scan *s, size_t at, size_t to)
{
	uint32_t code;

	if (at >= to)
		return MARK_SPACE;
	if (scan_is(s, SCAN_WORD, at))
		return MARK_LETTER;
	utf8_read(s->text + at, to - at, &code, NULL);
	return side_of(code);
}

/*
 * The length of the wire mark at a byte, or 0: `` and '' are one mark. Where
 * three apostrophes end something, the first is a mark of its own.
 */
static uint8_t
wire_at(const struct scan *s, size_t from, size_t at, size_t to)
{
	const char *p = s->text + at;

	if (to - at < 2 || (p[0] != '\'' && p[0] != '`') || p[1] != p[0])
		return 0;
	if (to - at > 2 && p[2] == p[0] && at > from && p[-1] != p[0]
	    && side_before(s, from, at) >= MARK_LETTER)
		return 0;
	return 2;
}

/* Reads the mark at a byte. */
static struct mark
mark_at(const struct scan *s, size_t from, size_t at, size_t to)
{
	struct mark m = { .at = at };
	uint32_t code;
	uint8_t wire = wire_at(s, from, at, to);
	size_t i;

	m.len = (uint8_t)utf8_read(s->text + at, to - at, &code, NULL);
	for (i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++)
		if (glyphs[i].code == code)
			break;
	m.family = glyphs[i].family;
	m.shape = glyphs[i].shape;
	if (wire > 0) {
		m.family = MARK_WIRE;
		m.len = wire;
	}
	return m;
}

static bool
is_digit_at(const struct scan *s, size_t at, size_t to)
{
	return at < to && scan_is(s, SCAN_DIGIT, at);
}

/* Whether it is the second mark of 'n'. */
static bool
is_and(const struct mark *m, const struct scan *s, size_t from)
{
	size_t at = m->at;

	return m->family == MARK_SINGLE && at > from + 1
	    && (s->text[at - 1] | 32) == 'n'
	    && (s->text[at - 2] == '\''
	        || (at > from + 3
	            && memcmp(s->text + at - 4, "\xE2\x80\x99", 3) == 0)
	        || (at > from + 3
	            && memcmp(s->text + at - 4, "\xE2\x80\x98", 3) == 0));
}

/* Whether an apostrophe at the head of a word is part of it: '90s, 'em. */
static bool
is_elision(const struct mark *m, const struct cues *cues, size_t lang,
    const struct scan *s, size_t to)
{
	size_t at = m->at + m->len, end;

	if (m->family != MARK_SINGLE || m->after != MARK_LETTER
	    || m->before == MARK_LETTER)
		return false;
	end = scan_word_end(s, at, to);
	if (is_digit_at(s, at, to) && is_digit_at(s, at + 1, to))
		return end - at == 3 && s->text[at + 2] == 's';
	return cue_kind_of(cues, lang, scan_span(s, at, end)) == CUE_ELISION;
}

/* Whether it is the second mark of a height in feet and inches: 5'10". */
static bool
is_inches(const struct mark *m, const struct scan *s, size_t from)
{
	size_t at = m->at, n = 0;

	if (m->shape != MARK_STRAIGHT || m->family == MARK_SINGLE)
		return false;
	while (n < 2 && at > from && scan_is(s, SCAN_DIGIT, at - 1)) {
		at--;
		n++;
	}
	return n > 0 && at > from + 1 && s->text[at - 1] == '\''
	    && scan_is(s, SCAN_DIGIT, at - 2);
}

/* Whether a no-break space stands at a byte. */
static bool
is_glue(const struct scan *s, size_t at)
{
	return (s->len > at + 1 && memcmp(s->text + at, "\xC2\xA0", 2) == 0)
	    || (s->len > at + 2
	        && memcmp(s->text + at, "\xE2\x80\xAF", 3) == 0);
}

/*
 * French marks have spaces inside that do not break, on one side only. With
 * other spaces, a mark tells at the ends of a block and before a comma.
 */
static void
vote(struct mark_votes *votes, const struct scan *s, const struct mark *m,
    size_t from, size_t to)
{
	size_t end = m->at + m->len;
	bool opens = m->after == MARK_LETTER && m->before <= MARK_DASH;
	bool closes = m->before >= MARK_LETTER && m->after != MARK_LETTER;
	bool glue_after, glue_before;

	if (m->family != MARK_GUILLEMET && m->family != MARK_ANGLE)
		return;
	if (m->before == MARK_SPACE && m->after != MARK_LETTER) {
		opens = m->at == from;
		closes = end == to || s->text[end] == ','
		    || s->text[end] == '.';
	}
	glue_after = is_glue(s, m->at + m->len);
	glue_before = (m->at > 1 && is_glue(s, m->at - 2))
	    || (m->at > 2 && is_glue(s, m->at - 3));
	votes->lefts[m->family] += m->shape == MARK_LEFT;
	votes->rights[m->family] += m->shape == MARK_RIGHT;
	if (glue_after != glue_before) {
		opens = glue_after;
		closes = glue_before;
	}
	if (opens == closes)
		return;
	if (opens == (m->shape == MARK_RIGHT))
		votes->inward[m->family]++;
	else
		votes->outward[m->family]++;
}

/*
 * Gives a run of adjoining marks what stands behind the last of them. One that
 * is too long is dropped.
 */
static void
settle_run(struct marks *marks, size_t first, enum mark_side after)
{
	size_t i;

	if (marks->n - first > RUN_MOST)
		marks->n = first;
	for (i = first; i < marks->n; i++)
		marks->mark[i].after = (uint8_t)after;
}

static struct mark *
add(struct marks *marks, struct mark m)
{
	marks->mark = alloc_grow(marks->mark, &marks->cap, marks->n + 1,
	    sizeof *marks->mark);
	marks->mark[marks->n] = m;
	return &marks->mark[marks->n++];
}

/* Whether a mark outside words stands at a byte. */
static bool
is_mark_at(const struct scan *s, size_t at, size_t to)
{
	return at < to && scan_is(s, SCAN_MARK, at)
	    && !scan_is(s, SCAN_WORD, at);
}

/* The next mark outside words in at..to, or `to`. */
static size_t
next_mark(const struct scan *s, size_t at, size_t to)
{
	size_t i = at / 64;
	uint64_t bits;

	if (at >= to)
		return to;
	bits = ~(uint64_t)0 << at % 64;
	for (;;) {
		bits &= s->cell[i].mask[SCAN_MARK]
		    & ~s->cell[i].mask[SCAN_WORD];
		if (bits != 0)
			break;
		if (++i * 64 >= to)
			return to;
		bits = ~(uint64_t)0;
	}
	at = i * 64 + scan_lowest(bits);
	return at < to ? at : to;
}

/*
 * Whether a mark is one of an attribute's two: id="x". *open is where the first
 * stands, or 0. What surely opens something is not the second one, which may
 * be lost.
 */
static bool
is_attribute(const struct mark *m, const struct scan *s, size_t *open)
{
	size_t first = *open;

	if (first == 0 || m->at - first > ATTRIBUTE_MOST
	    || (mark_lean(m) > 0 && !m->joined)) {
		*open = m->before == MARK_OPENER && m->len == 1
		    && s->text[m->at - 1] == '=' ? m->at : 0;
		return *open != 0;
	}
	if (m->len == 1 && s->text[m->at] == s->text[first])
		*open = 0;
	return true;
}

void
mark_find(struct marks *marks, struct mark_votes *votes,
    const struct cues *cues, size_t lang, const struct scan *s, size_t from,
    size_t to)
{
	size_t at = from, run = 0, end = from, first = marks->n, i,
	    attribute = 0;
	struct mark m;

	while ((at = next_mark(s, at, to)) < to) {
		m = mark_at(s, from, at, to);
		m.joined = at == end && marks->n > run && at > from;
		if (!m.joined)
			run = marks->n;
		m.before = m.joined ? marks->mark[run].before
		                    : (uint8_t)side_before(s, from, at);
		at = end = at + m.len;
		m.after = (uint8_t)side_after(s, at, to);
		if (is_attribute(&m, s, &attribute))
			continue;
		if (is_inches(&m, s, from) || is_and(&m, s, from)
		    || is_elision(&m, cues, lang, s, to))
			continue;
		add(marks, m);
		if (!is_mark_at(s, at, to))
			settle_run(marks, run, (enum mark_side)m.after);
	}
	for (i = first; i < marks->n; i++)
		vote(votes, s, &marks->mark[i], from, to);
}
