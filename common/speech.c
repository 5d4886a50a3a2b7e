/* SPDX-License-Identifier: ISC */
#include "speech.h"
#include "utf8.h"

enum {
	FEW_WORDS = 3,       /* a quotation that may be a mere expression */
	TITLE_WORDS = 8,     /* the longest title of a work */
	SENTENCE_WORDS = 8,  /* so many are no mere expression */
	HEADLINE_BYTES = 200, /* the longest headline */
	ADJACENT = 3         /* tokens between a verb and its object */
};

/* How sure each pattern is. */
static const double scores[HOW_COUNT] = { [HOW_NONE] = .3, [HOW_AFTER] = .95,
	[HOW_BEFORE] = .9, [HOW_COLON] = .9, [HOW_ACCORDING] = .9,
	[HOW_DASH] = .8, [HOW_SUBJECT] = .5, [HOW_TURN] = .6,
	 [HOW_CARRIED] = .8 };

static const double mention_score = .1;

static bool
is_small(enum cue_kind kind)
{
	return kind == CUE_INFINITIVE
	    || (kind >= CUE_DETERMINER && kind <= CUE_AGENT);
}

/* Whether all words but the small ones are capitalised, the first one too. */
static bool
is_title_case(const struct sentence_text *in, size_t from, size_t to)
{
	size_t at = from, n = 0;
	struct span word;

	while (scan_word(in->scan, &at, to, &word)) {
		if (!utf8_is_upper(word.p, word.n) && (n == 0
		    || !is_small(cue_kind_of(in->cues, in->lang, word)))
		    && !(word.p[0] >= '0' && word.p[0] <= '9'))
			return false;
		n++;
	}
	return n > 0;
}

static bool
ends_with_stop(const struct scan *s, const struct quote *q)
{
	char c = s->text[q->end - 1];

	return c == '.' || c == '!' || c == '?';
}

static bool
is_headline(const struct sentence_text *in, const struct block *b)
{
	return b->end - b->start <= HEADLINE_BYTES
	    && scan_count(in->scan, SCAN_START, b->start, b->end) > FEW_WORDS
	    && is_title_case(in, b->start, b->end);
}

/* Why it is only mentioned; null if it is speech. */
static const char *
reason_for_mention(const struct attribution *a, const struct quote *q,
    const struct sentence_text *in, const struct block *b)
{
	const struct scan *s = in->scan;
	size_t n = scan_count(s, SCAN_START, q->start, q->end);
	bool stopped = a->inside ? ends_with_stop(s, q)
	                         : !scan_is(s, SCAN_WORD, q->end - 1);
	bool pointed_at = a->how == HOW_COLON
	    || (a->how == HOW_AFTER && !a->inside && a->distance == 0)
	    || (a->how == HOW_BEFORE && a->distance <= ADJACENT);

	if (q->depth > 0)
		return "nested";
	if (n <= TITLE_WORDS && is_headline(in, b))
		return "headline";
	if (n <= TITLE_WORDS && !pointed_at && !stopped
	    && is_title_case(in, q->start, q->end))
		return "title";
	if (n <= FEW_WORDS && !stopped && a->how == HOW_CARRIED)
		return "expression";
	if (a->how != HOW_NONE && a->how != HOW_SUBJECT)
		return NULL;
	return n < SENTENCE_WORDS && !stopped ? "no speaker" : NULL;
}

double
speech_score(const struct attribution *a)
{
	return a->speech ? scores[a->how] : mention_score;
}

void
speech_judge(struct attribution *a, const struct quote *q,
    const struct sentence_text *in, const struct block *b)
{
	const char *reason = reason_for_mention(a, q, in, b);

	a->speech = reason == NULL;
	if (!a->speech) {
		a->speaker = a->cue = (struct place) { 0, 0 };
		a->how = HOW_NONE;
	}
	a->reason = reason != NULL ? reason
	    : a->how == HOW_NONE ? "sentence"
	    : "attributed";
}
