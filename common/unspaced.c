/* SPDX-License-Identifier: ISC */
#include "unspaced.h"
#include "utf8.h"

enum {
	FEW = 2,       /* characters that are a mere word, if not pointed at */
	PHRASE = 8,    /* .. that are more than an expression */
	SENTENCE = 12, /* .. that are a sentence though no stop tells */
	NEAR = 8,      /* tokens between a verb and its object */
	BACK = 64,     /* quotations that are looked back for a name */
	FEWEST_NAME = 2, MOST_NAME = 4, /* characters of a Chinese name */
	MOST_FOREIGN = 7 /* .. of one behind a title */
};

bool
line_is_stopped(const struct line *l, size_t k)
{
	static const char *const stops[] = { "\xE3\x80\x82", "\xEF\xBC\x81",
		"\xEF\xBC\x9F", "\xEF\xBC\x8C", "\xE2\x80\xA6", "!", "?", ".",
		"," };
	const struct quote *q
	    = &l->text->quotes->quote[l->token[k].quote];
	const char *end = l->text->scan->text + q->end;
	size_t i, n;

	for (i = 0; i < sizeof stops / sizeof stops[0]; i++) {
		n = strlen(stops[i]);
		if (q->end - q->start >= n && memcmp(end - n, stops[i], n) == 0)
			return true;
	}
	return false;
}

static bool
is_office(const struct line *l, size_t i)
{
	return line_is_kind(l, i, CUE_TITLE) || line_is_kind(l, i, CUE_MAYOR)
	    || line_is_kind(l, i, CUE_MISTER)
	    || line_is_kind(l, i, CUE_MISTRESS);
}

static struct span
span_of_tokens(const struct line *l, struct phrase p)
{
	return scan_span(l->text->scan, l->token[p.first].start,
	    l->token[p.end - 1].end);
}

/* Whether the words of a phrase can be a name, and are no known words. */
static bool
is_name(const struct line *l, struct phrase p)
{
	size_t i;

	for (i = p.first; i < p.end; i++)
		if (line_is(l, i, TOKEN_WORD)
		    && l->token[i].kind != CUE_NONE
		    && l->token[i].kind != CUE_SURNAME
		    && l->token[i].kind != CUE_DETERMINER)
			return false;
	return !phrase_is_empty(p) && segment_is_name(l->text,
	    l->token[p.first].start, l->token[p.end - 1].end);
}

/*
 * Whether a name's characters are as many as those of one. An office stands
 * before it or, `behind`, at i; it tells of a foreign name too, but for Chinese
 * behind one, and a place may stand before a mayor.
 */
static bool
is_plausible(const struct line *l, struct phrase p, bool before, size_t i,
    bool behind)
{
	struct span name = span_of_tokens(l, p);
	size_t n = utf8_count(name.p, name.n);

	if (behind && !before && line_is_kind(l, i, CUE_MAYOR)
	    && n <= FEWEST_NAME)
		return false;
	if (line_is_kind(l, p.first, CUE_SURNAME))
		return n <= MOST_NAME
		    && (before || behind || n >= FEWEST_NAME);
	if (l->text->lang == l->text->cues->han)
		behind = false;
	return (before || behind) && n >= FEWEST_NAME && n <= MOST_FOREIGN;
}

/*
 * Of a name that begins with katakana, what is that: not "米" in front of a
 * title.
 */
static struct phrase
foreign_part(const struct line *l, struct phrase p)
{
	if (!phrase_is_empty(p) && segment_script(l->text,
	    &l->token[p.first]) == SCRIPT_KATAKANA)
		while (segment_script(l->text, &l->token[p.end - 1])
		    != SCRIPT_KATAKANA)
			p.end--;
	return p;
}

struct span
unspaced_name(const struct line *l, struct phrase who)
{
	const struct span none = { NULL, 0 };
	struct phrase p = who;
	bool before;
	size_t i, office;

	while (p.end > p.first && is_office(l, p.end - 1))
		p.end--;
	office = p.end;
	for (i = p.end; i > p.first; i--)
		if (is_office(l, i - 1)
		    || line_is_kind(l, i - 1, CUE_LINK)
		    || line_is_kind(l, i - 1, CUE_ORGANISATION))
			break;
	before = i > p.first && is_office(l, i - 1);
	p = foreign_part(l, (struct phrase) { i, p.end });
	if (!is_name(l, p)
	    || !is_plausible(l, p, before, office, office < who.end))
		return none;
	return span_of_tokens(l, p);
}

/*
 * The fullest name among the quotations before i that begins with the one
 * given; the last one of these for a pronoun, which has none.
 */
static struct span
name_before(const struct attribution *of, size_t i, struct span name)
{
	const struct attribution *a;
	size_t n;

	for (n = 0; n < BACK && i-- > 0; n++) {
		a = &of[i];
		if (a->name.n > name.n
		    && memcmp(a->name.p, name.p, name.n) == 0)
			return a->name;
	}
	return name;
}

static struct span
name_of(const struct attribution *of, size_t i, const struct line *l,
    const struct speaker *c)
{
	struct span none = { "", 0 }, name;

	if (c->pronoun)
		return name_before(of, i, none);
	name = unspaced_name(l, c->who);
	if (name.n == 0)
		return name;
	name = name_before(of, i, name);
	return utf8_count(name.p, name.n) < FEWEST_NAME ? none : name;
}

static struct place
place_of(const struct line *l, struct phrase p)
{
	if (phrase_is_empty(p))
		return (struct place) { 0, 0 };
	return (struct place) {
		l->token[p.first].start, l->token[p.end - 1].end
	};
}

/* Why quotation k, given to c, is only mentioned; null if it is speech. */
static const char *
reason_for_mention(const struct line *l, size_t k, const struct speaker *c,
    bool found)
{
	const struct quote *q = &l->text->quotes->quote[l->token[k].quote];
	size_t n = scan_count(l->text->scan, SCAN_START, q->start, q->end);
	bool stopped = line_is_stopped(l, k);

	if (stopped || n >= SENTENCE)
		return NULL;
	if (!found)
		return "no speaker";
	if (c->how != HOW_BEFORE || c->distance == 0
	    || line_is(l, k - 1, TOKEN_COLON) || n >= PHRASE)
		return NULL;
	return n <= FEW || c->distance > NEAR
	    || line_is_kind(l, k + 1, CUE_NONE) ? "expression" : NULL;
}

/* Whether a quotation goes on from the one before it: "..", but "..". */
static bool
goes_on(const struct line *l, size_t k)
{
	size_t i = k;

	while (i > 0 && (line_is(l, i - 1, TOKEN_COMMA)
	    || line_is_kind(l, i - 1, CUE_CONJUNCTION)
	    || line_is_kind(l, i - 1, CUE_COORDINATOR)
	    || line_is_kind(l, i - 1, CUE_ADVERB)))
		i--;
	return i < k && i > 0 && line_is(l, i - 1, TOKEN_QUOTE);
}

/* Gives a quotation to who spoke last, if it is said at all. */
static void
carry(struct attribution *a, const struct attribution *last, bool borrowed)
{
	if (last == NULL)
		return;
	*a = *last;
	a->borrowed |= borrowed;
	a->how = HOW_CARRIED;
}

static void
attribute(struct attribution *of, const struct line *l, size_t k,
    const struct attribution *last, bool in_paragraph)
{
	size_t i = l->token[k].quote;
	struct attribution *a = &of[i];
	struct speaker c;
	bool found, told, japanese = l->text->lang == l->text->cues->kana;

	found = japanese ? japanese_speaker(l, k, &c)
	                 : chinese_speaker(l, k, &c);
	told = found || !phrase_is_empty(c.cue)
	    || (last != NULL && in_paragraph && goes_on(l, k));
	a->reason = reason_for_mention(l, k, &c, told);
	a->origin = i;
	a->speech = a->reason == NULL;
	if (!a->speech)
		return;
	a->reason = "attributed";
	if (!found) {
		carry(a, last, !in_paragraph);
		a->speech = true;
		a->reason = a->how == HOW_NONE ? "sentence" : "attributed";
		return;
	}
	a->how = c.how;
	a->distance = c.distance;
	a->pronoun = c.pronoun;
	a->speaker = place_of(l, c.who);
	a->cue = place_of(l, c.cue);
	a->name = name_of(of, i, l, &c);
	if (last != NULL && a->how == HOW_BEFORE && last->how == HOW_AFTER
	    && a->cue.start == last->cue.start)
		a->how = HOW_CARRIED;
}

void
unspaced_attribute(struct attribution *of, const struct line *l,
    const struct attribution **last)
{
	bool in_paragraph = false;
	struct attribution *a;
	size_t k;

	for (k = 0; k < l->n; k++) {
		if (!line_is(l, k, TOKEN_QUOTE))
			continue;
		a = &of[l->token[k].quote];
		attribute(of, l, k, *last, in_paragraph);
		if (!a->speech)
			continue;
		*last = a->how != HOW_NONE ? a : NULL;
		in_paragraph = true;
	}
}
