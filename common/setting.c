/* SPDX-License-Identifier: ISC */
#include "setting.h"
#include "utf8.h"
#include "wording.h"

enum {
	NEXT = 1,             /* tokens between a cue and its quotation */
	NEAR = 5,
	WORK_REACH = 4,       /* tokens between "film" and its title */
	SENTENCE_REACH = 12,  /* tokens each way that tell of the sentence */
	HEADLINE_BYTES = 200, /* the longest headline */
	VOTES = 64            /* quotations that tell the usual marks */
};

struct setting {
	const struct passage *p;
	size_t k; /* the token */
	const struct quote *quote;
	const struct attribution *a;
	const struct hints *hints;
	bool capital; /* the quotation begins with one */
};

static enum hint_kind
hint_at(const struct setting *s, size_t i)
{
	const struct passage *p = s->p;
	const struct token *t = &p->token[i];
	const struct scan *scan = p->text->scan;
	struct span before = { NULL, 0 };

	if (!passage_is(p, i, TOKEN_WORD))
		return HINT_NONE;
	if (i > 0 && passage_is(p, i - 1, TOKEN_WORD))
		before = scan_span(scan, t[-1].start, t[-1].end);
	return hint_of(s->hints, p->text->lang, before,
	    scan_span(scan, t->start, t->end));
}

/* Whether a mark stands at the quotation's end or behind: "No," "I-" - */
static bool
ends_with_mark(const struct setting *s)
{
	const struct scan *scan = s->p->text->scan;
	size_t next = s->quote->close;
	char c;

	if (!scan_is(scan, SCAN_WORD, s->quote->end - 1))
		return true;
	while (next < scan->len && scan->text[next] == ' ')
		next++;
	c = next < scan->len ? scan->text[next] : ' ';
	return c == ',' || c == '-' || c == '\xE2';
}

/* The token of the cue; k where there is none in the sentence. */
static size_t
cue_token(const struct setting *s)
{
	size_t i;

	if (s->a->cue.end == s->a->cue.start)
		return s->k;
	for (i = s->p->low; i < s->p->high; i++)
		if (s->p->token[i].start == s->a->cue.start)
			return i;
	return s->k;
}

/* A verb's kind, by the tokens between it and the quotation. */
static enum fact
cue_fact(enum cue_kind kind, size_t between)
{
	switch (kind) {
	case CUE_STRONG:
		return between <= NEXT ? FACT_SAYING_NEXT
		    : between <= NEAR ? FACT_SAYING_NEAR
		    : FACT_SAYING_FAR;
	case CUE_WEAK:
		return between <= NEXT ? FACT_CALLING_NEXT
		    : between <= NEAR ? FACT_CALLING_NEAR
		    : FACT_CALLING_FAR;
	case CUE_PARTICIPLE:
		return FACT_PARTICIPLE;
	default:
		return FACT_THINKING;
	}
}

static enum fact
after_fact(const struct setting *s, size_t between)
{
	bool marked = ends_with_mark(s);

	if (s->a->distance > 0 || between > NEAR || (s->a->inside && !marked))
		return FACT_AFTER_FAR;
	return !marked ? FACT_AFTER_BARE
	    : s->a->inside ? FACT_AFTER_INSIDE
	    : FACT_AFTER;
}

static enum fact
attribution_fact(const struct setting *s)
{
	size_t i = cue_token(s), k = s->k;
	size_t between = i < k ? k - i - 1 : i > k ? i - k - 1 : 0;

	switch (s->a->how) {
	case HOW_NONE:
		return FACT_NOBODY;
	case HOW_AFTER:
		return after_fact(s, between);
	case HOW_COLON:
		return FACT_COLON;
	case HOW_ACCORDING:
		return FACT_SOURCE;
	case HOW_DASH:
		return FACT_SIGNATURE;
	case HOW_SUBJECT:
		return FACT_SUBJECT;
	case HOW_CARRIED:
		return s->a->inside ? FACT_CARRIED_INSIDE
		    : s->a->borrowed ? FACT_BORROWED
		    : FACT_CARRIED;
	default:
		return cue_fact((enum cue_kind)s->p->token[i].kind, between);
	}
}

static bool
is_cue(const struct passage *p, size_t i)
{
	return passage_is(p, i, TOKEN_WORD) && p->token[i].kind >= CUE_STRONG
	    && p->token[i].kind <= CUE_PARTICIPLE;
}

/* Whether a token is a noun or adjective, for all that is known. */
static bool
is_noun(const struct passage *p, size_t i)
{
	enum cue_kind kind;

	if (!passage_is(p, i, TOKEN_WORD))
		return false;
	kind = (enum cue_kind)p->token[i].kind;
	return kind == CUE_NONE || kind == CUE_NOUN || kind == CUE_PAST
	    || kind >= CUE_MALE;
}

static bool
is_name(const struct passage *p, size_t i)
{
	return is_noun(p, i) && p->token[i].upper;
}

/* "is ..", "would ..", "to .."; but not: to "The .." */
static bool
is_auxiliary(const struct setting *s, size_t i)
{
	return passage_is_kind(s->p, i, CUE_AUX)
	    || passage_is_kind(s->p, i, CUE_PASSIVE)
	    || (!s->capital && passage_is_kind(s->p, i, CUE_INFINITIVE));
}

static bool
is_preposition(const struct setting *s, size_t i)
{
	return passage_is_kind(s->p, i, CUE_PREPOSITION)
	    || passage_is_kind(s->p, i, CUE_LINK)
	    || (s->capital && passage_is_kind(s->p, i, CUE_INFINITIVE));
}

/* Whether a word not far before it names what has titles. */
static bool
is_near_work(const struct setting *s)
{
	size_t i = s->k - 1;

	while (i > s->p->low && s->k - i < WORK_REACH)
		if (hint_at(s, --i) == HINT_WORK)
			return true;
	return false;
}

/* "the word ..", "words like .." */
static bool
is_term(const struct setting *s, enum hint_kind hint)
{
	return hint == HINT_TERM || (s->k - 1 > s->p->low
	    && hint_at(s, s->k - 2) == HINT_TERM);
}

static uint64_t
facts_before(const struct setting *s)
{
	const struct passage *p = s->p;
	size_t i = s->k - 1;
	enum hint_kind hint;

	if (s->k <= p->low)
		return 0;
	hint = hint_at(s, i);
	return fact_if(s->capital && hint == HINT_WORK, FACT_BESIDE_WORK)
	    | fact_if(s->capital && is_near_work(s), FACT_NEAR_WORK)
	    | fact_if(hint == HINT_NAMING, FACT_NAMED)
	    | fact_if(is_term(s, hint), FACT_TERM)
	    | fact_if(hint == HINT_VIEW, FACT_VIEW)
	    | fact_if(is_name(p, i) && p->token[i].possessive, FACT_POSSESSIVE)
	    | fact_if(passage_is(p, i, TOKEN_COMMA), FACT_COMMA)
	    | fact_if(is_preposition(s, i), FACT_PREPOSITION)
	    | fact_if(is_cue(p, i), FACT_CUE)
	    | fact_if(is_auxiliary(s, i), FACT_AUXILIARY)
	    | fact_if(passage_is(p, i, TOKEN_OPEN), FACT_BRACKET);
}

/* Paul ".." Smith; but not: NBC's ".." President */
static bool
is_nickname(const struct setting *s)
{
	const struct passage *p = s->p;

	return s->k > p->low && is_name(p, s->k - 1) && is_name(p, s->k + 1)
	    && !p->token[s->k - 1].possessive;
}

static uint64_t
facts_behind(const struct setting *s)
{
	const struct passage *p = s->p;
	size_t i = s->k + 1;
	enum hint_kind hint = i < p->n ? hint_at(s, i) : HINT_NONE;

	return fact_if(hint == HINT_WORK || hint == HINT_TERM, FACT_WORK)
	    | fact_if(is_noun(p, i) && !p->token[i].upper, FACT_NOUN)
	    | fact_if(is_nickname(s), FACT_NICKNAME)
	    | fact_if(hint == HINT_AUTHOR && is_name(p, i + 1)
	          && s->capital, FACT_BYLINE)
	    | fact_if(s->k == p->low && passage_is(p, i, TOKEN_COLON),
	          FACT_LABEL);
}

/* What the sentence tells; by_cue: its cue is known, and tells more. */
static uint64_t
facts_of_sentence(const struct setting *s, bool by_cue)
{
	const struct passage *p = s->p;
	size_t i = s->k > p->low + SENTENCE_REACH ? s->k - SENTENCE_REACH
	                                          : p->low;
	enum hint_kind hint;
	uint64_t facts = 0;

	for (; i < p->high && i <= s->k + SENTENCE_REACH; i++) {
		if (i < s->k && passage_is(p, i, TOKEN_COLON))
			facts |= fact_if(true, FACT_BEHIND_COLON);
		if (by_cue || !passage_is(p, i, TOKEN_WORD))
			continue;
		hint = hint_at(s, i);
		facts |= fact_if(hint == HINT_REPORTED, FACT_REPORTED)
		    | fact_if(hint == HINT_SAYING || is_cue(p, i),
		          FACT_SPOKEN_OF);
	}
	return facts;
}

/* What the quotation is that this one is listed with: "..", ".." and ".." */
static uint64_t
facts_of_list(const struct setting *s, const struct attributions *as)
{
	const struct passage *p = s->p;
	size_t i = s->k;
	bool speech;

	while (i > p->low && (passage_is(p, i - 1, TOKEN_COMMA)
	    || passage_is_kind(p, i - 1, CUE_CONJUNCTION)))
		i--;
	if (i == s->k || i == p->low || !passage_is(p, i - 1, TOKEN_QUOTE))
		return 0;
	speech = as->of[p->token[i - 1].quote].speech;
	return fact_if(true, speech ? FACT_AMONG_SPEECH
	                            : FACT_AMONG_MENTIONS);
}

/* Whether its marks are not those that most quotations here have. */
static bool
has_odd_marks(const struct setting *s)
{
	const struct quotes *q = s->p->text->quotes;
	size_t i, n = 0, same = 0;

	for (i = 0; i < q->n && i < VOTES; i++) {
		if (q->quote[i].depth > 0)
			continue;
		n++;
		same += q->quote[i].family == s->quote->family;
	}
	return same * 2 < n;
}

static uint64_t
facts_of_place(const struct setting *s, const struct block *b)
{
	const struct sentence_text *in = s->p->text;
	struct span block = block_trim(in->scan, b);
	size_t start = (size_t)(block.p - in->scan->text);
	size_t end = start + block.n;
	bool begins = s->quote->open <= start;
	bool whole = begins && s->quote->close + 1 >= end;
	bool odd = block.n <= HEADLINE_BYTES && has_odd_marks(s);
	bool alone = !s->a->inside && !(whole && odd) && ends_with_mark(s);

	bool headline = !whole && !alone && block.n <= HEADLINE_BYTES
	    && (odd || wording_is_headline(in, start, end));

	return fact_if(whole && odd, FACT_HEADING)
	    | fact_if(headline, FACT_HEADLINE)
	    | fact_if(alone, FACT_STANDS_ALONE)
	    | fact_if(alone && begins && !odd, FACT_BEGINS_PARAGRAPH);
}

uint64_t
setting_read(const struct attributions *as, const struct passage *p,
    size_t k, const struct block *b)
{
	const struct attribution *a = &as->of[p->token[k].quote];
	const struct quote *q = &p->text->quotes->quote[p->token[k].quote];
	struct setting s = { p, k, q, a, &as->hints, utf8_is_upper(
	    p->text->scan->text + q->start, q->end - q->start) };
	bool by_cue = a->cue.end > a->cue.start && a->how != HOW_CARRIED;

	return fact_if(true, attribution_fact(&s))
	    | facts_before(&s) | facts_behind(&s)
	    | facts_of_sentence(&s, by_cue) | facts_of_list(&s, as)
	    | facts_of_place(&s, b);
}
