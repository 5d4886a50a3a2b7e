/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "setting.h"
#include "tables.h"
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

/* What may be a noun or adjective, for all that is known. */
#define NOUNS (CUE_SET(CUE_NONE) | CUE_SET(CUE_NOUN) | CUE_SET(CUE_PAST) \
    | CUE_SET(CUE_UTTERANCE) | (CUE_SET(CUE_KINDS) - CUE_SET(CUE_MALE)))
#define PREPOSITIONS CUE_RANGE(CUE_LINK, CUE_AGENT)

static bool
is_type(const struct setting *s, size_t i, enum token_type type)
{
	return i < s->n && s->token[i].type == type;
}

static bool
is_of(const struct setting *s, size_t i, uint64_t kinds)
{
	return i < s->n && cue_is_of(s->token[i].kind, kinds);
}

static enum hint_kind
hint_at(const struct setting *s, size_t i)
{
	const struct token *t = &s->token[i];

	if (t->type != TOKEN_WORD)
		return HINT_NONE;
	return hint_of(s->hints, s->in->lang, i > 0
	    && t[-1].type == TOKEN_WORD ? t[-1].hash : 0, t->hash,
	    scan_span(s->in->scan, t->start, t->end));
}

/* Whether a mark stands at the quotation's end or behind: "No," "I-" - */
static bool
ends_with_mark(const struct setting *s)
{
	const struct scan *scan = s->in->scan;
	size_t next = s->quote->close;
	char c;

	if (!scan_is(scan, SCAN_WORD, s->quote->end - 1))
		return true;
	while (next < scan->len && scan->text[next] == ' ')
		next++;
	c = next < scan->len ? scan->text[next] : ' ';
	return c == ',' || c == '-' || c == '\xE2';
}

/* The token of the cue, mostly near; k where there is none in the sentence. */
static size_t
cue_token(const struct setting *s)
{
	size_t at = s->a->cue.start, i = s->k;

	if (s->a->cue.end == at)
		return s->k;
	while (i > s->low && s->token[i - 1].start >= at)
		i--;
	while (i < s->high && s->token[i].start < at)
		i++;
	return i < s->high && s->token[i].start == at ? i : s->k;
}

/* A verb's kind, by the tokens between it and the quotation. */
static enum fact
cue_fact(enum cue_kind kind, size_t between)
{
	switch (kind) {
	case CUE_STRONG:
	case CUE_TELL:
	case CUE_UTTERANCE:
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
		return cue_fact((enum cue_kind)s->token[i].kind, between);
	}
}

static bool
is_name(const struct setting *s, size_t i)
{
	return is_of(s, i, NOUNS) && s->token[i].upper;
}

/* Whether a word not far before it names what has titles. */
static bool
is_near_work(const struct setting *s)
{
	size_t i = s->k - 1;

	while (i > s->low && s->k - i < WORK_REACH)
		if (hint_at(s, --i) == HINT_WORK)
			return true;
	return false;
}

/* "the word ..", "words like .." */
static bool
is_term(const struct setting *s, enum hint_kind hint)
{
	return hint == HINT_TERM || (s->k - 1 > s->low
	    && hint_at(s, s->k - 2) == HINT_TERM);
}

/* "to The .." is a preposition, "to .." is none: "to leave". */
static uint64_t
facts_before(const struct setting *s)
{
	size_t i = s->k - 1;
	uint64_t to = CUE_SET(CUE_INFINITIVE);
	enum hint_kind hint;

	if (s->k <= s->low)
		return 0;
	hint = hint_at(s, i);
	return fact_if(s->capital && hint == HINT_WORK, FACT_BESIDE_WORK)
	    | fact_if(s->capital && is_near_work(s), FACT_NEAR_WORK)
	    | fact_if(hint == HINT_NAMING, FACT_NAMED)
	    | fact_if(is_term(s, hint), FACT_TERM)
	    | fact_if(hint == HINT_VIEW, FACT_VIEW)
	    | fact_if(is_name(s, i) && s->token[i].possessive, FACT_POSSESSIVE)
	    | fact_if(is_type(s, i, TOKEN_COMMA), FACT_COMMA)
	    | fact_if(is_of(s, i, s->capital ? PREPOSITIONS | to
	          : PREPOSITIONS), FACT_PREPOSITION)
	    | fact_if(is_of(s, i, CUE_REPORTING), FACT_CUE)
	    | fact_if(is_of(s, i, s->capital ? CUE_AUXILIARIES
	          : CUE_AUXILIARIES | to), FACT_AUXILIARY)
	    | fact_if(is_type(s, i, TOKEN_OPEN), FACT_BRACKET);
}

/* Paul ".." Smith; but not: NBC's ".." President */
static bool
is_nickname(const struct setting *s)
{

	return s->k > s->low && is_name(s, s->k - 1) && is_name(s, s->k + 1)
	    && !s->token[s->k - 1].possessive;
}

static uint64_t
facts_behind(const struct setting *s)
{
	size_t i = s->k + 1;
	enum hint_kind hint = i < s->n ? hint_at(s, i) : HINT_NONE;

	return fact_if(hint == HINT_WORK || hint == HINT_TERM, FACT_WORK)
	    | fact_if(is_of(s, i, NOUNS) && !s->token[i].upper, FACT_NOUN)
	    | fact_if(is_nickname(s), FACT_NICKNAME)
	    | fact_if(hint == HINT_AUTHOR && is_name(s, i + 1)
	          && s->capital, FACT_BYLINE)
	    | fact_if(s->k == s->low && is_type(s, i, TOKEN_COLON),
	          FACT_LABEL);
}

/* What a word of the sentence tells. */
static inline uint64_t
facts_of_word(const struct setting *s, size_t i)
{
	enum hint_kind hint = hint_at(s, i);

	return fact_if(hint == HINT_REPORTED, FACT_REPORTED)
	    | fact_if(hint == HINT_SAYING || is_of(s, i, CUE_REPORTING),
	          FACT_SPOKEN_OF);
}

uint64_t
setting_read_sentence(const struct setting *s)
{
	size_t low = s->k > s->low + SENTENCE_REACH ? s->k - SENTENCE_REACH
	                                            : s->low;
	size_t high = s->high > s->k + SENTENCE_REACH
	    ? s->k + SENTENCE_REACH + 1 : s->high, i;
	bool by_cue = s->a->cue.end > s->a->cue.start
	    && s->a->how != HOW_CARRIED, colon = false;
	uint64_t facts = 0;

	for (i = low; i < s->k; i++)
		colon |= s->token[i].type == TOKEN_COLON;
	for (i = low; i < high && !by_cue; i++)
		if (s->token[i].type == TOKEN_WORD)
			facts |= facts_of_word(s, i);
	return facts | fact_if(colon, FACT_BEHIND_COLON);
}

/* What the quotation is that this one is listed with: "..", ".." and ".." */
static uint64_t
facts_of_list(const struct setting *s, const struct attributions *as)
{
	size_t i = s->k;
	bool speech;

	while (i > s->low && (is_type(s, i - 1, TOKEN_COMMA)
	    || is_of(s, i - 1, CUE_SET(CUE_COORDINATOR))))
		i--;
	if (i == s->k || i == s->low || !is_type(s, i - 1, TOKEN_QUOTE))
		return 0;
	speech = as->of[s->token[i - 1].quote].speech;
	return fact_if(true, speech ? FACT_AMONG_SPEECH
	                            : FACT_AMONG_MENTIONS);
}

void
setting_vote(struct attributions *as, const struct quotes *q)
{
	size_t i;

	as->n_votes = 0;
	memset(as->votes, 0, sizeof as->votes);
	for (i = 0; i < q->n && i < VOTES; i++) {
		as->n_votes += q->quote[i].depth == 0;
		as->votes[q->quote[i].family] += q->quote[i].depth == 0;
	}
}

static uint64_t
facts_of_place(const struct setting *s, const struct attributions *as,
    const struct block *b)
{
	const struct sentence_text *in = s->in;
	struct span block = block_trim(in->scan, b);
	size_t start = (size_t)(block.p - in->scan->text);
	size_t end = start + block.n;
	bool begins = s->quote->open <= start;
	bool whole = begins && s->quote->close + 1 >= end;
	bool odd = block.n <= HEADLINE_BYTES
	    && 2 * as->votes[s->quote->family] < as->n_votes;
	bool alone = !s->a->inside && !(whole && odd) && ends_with_mark(s);

	bool headline = !whole && !alone && block.n <= HEADLINE_BYTES
	    && (odd || wording_is_headline(in, start, end));

	return fact_if(whole && odd, FACT_HEADING)
	    | fact_if(headline, FACT_HEADLINE)
	    | fact_if(alone, FACT_STANDS_ALONE)
	    | fact_if(alone && begins && !odd, FACT_BEGINS_PARAGRAPH);
}

struct setting
setting_of(const struct attributions *as, const struct passage *p, size_t k)
{
	const struct quote *q = passage_quote(p, k);

	return (struct setting) {
		.in = p->text,
		.token = p->token,
		.n = p->chunk[p->n - 1].end,
		.low = p->chunk[p->low].first,
		.high = p->chunk[p->high - 1].end,
		.k = p->chunk[k].first,
		.quote = q,
		.a = &as->of[q - p->text->quotes->quote],
		.hints = &hints_table,
		.capital = utf8_is_upper(p->text->scan->text + q->start,
		    q->end - q->start),
	};
}

uint64_t
setting_read(const struct setting *s, const struct attributions *as,
    const struct block *b)
{
	return fact_if(true, attribution_fact(s))
	    | facts_before(s) | facts_behind(s) | facts_of_list(s, as)
	    | facts_of_place(s, as, b);
}
