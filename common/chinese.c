/* SPDX-License-Identifier: ISC */
#include "unspaced.h"

enum {
	SEGMENTS = 4,  /* between commas, that a subject is looked for in */
	LONG_PHRASE = 10, /* tokens of a speaker's phrase that is cut */
	LABEL = 10     /* tokens before a colon */
};

static bool
is_cue(const struct line *l, size_t i)
{
	return line_is_kind(l, i, CUE_STRONG) || line_is_kind(l, i, CUE_WEAK);
}

static size_t
low_of(const struct line *l, size_t k)
{
	size_t low = k;

	while (low > 0 && k - low < UNSPACED_REACH
	    && !line_is(l, low - 1, TOKEN_STOP)
	    && !line_is(l, low - 1, TOKEN_SEMICOLON))
		low--;
	return low;
}

/* Whether a token sets what is between commas apart. */
static bool
is_border(const struct line *l, size_t i)
{
	return l->token[i].type != TOKEN_WORD && !line_is(l, i, TOKEN_OPEN)
	    && !line_is(l, i, TOKEN_CLOSE);
}

/* Whether a token stands only before a subject: "but", "on the 5th". */
static bool
leads_in(const struct line *l, size_t i)
{
	return line_is_kind(l, i, CUE_CONJUNCTION)
	    || line_is_kind(l, i, CUE_TIME) || line_is_kind(l, i, CUE_ADVERB)
	    || line_is_kind(l, i, CUE_COORDINATOR)
	    || line_is_kind(l, i, CUE_LINK);
}

/* Whether a number at i counts something, not the days: "24岁". */
static bool
counts(const struct line *l, size_t i)
{
	return line_is_kind(l, i + 1, CUE_DETERMINER);
}

/* Whether a subject ends before a token. */
static bool
ends_subject(const struct line *l, size_t i)
{
	return l->token[i].type != TOKEN_WORD || is_cue(l, i)
	    || (l->token[i].digit && !counts(l, i))
	    || line_is_kind(l, i, CUE_PREPOSITION)
	    || line_is_kind(l, i, CUE_VERB) || line_is_kind(l, i, CUE_ADVERB)
	    || line_is_kind(l, i, CUE_TIME)
	    || line_is_kind(l, i, CUE_CONJUNCTION);
}

/* Where the noun begins that a clause first..end tells of, or `end`. */
static size_t
behind_link(const struct line *l, size_t first, size_t end)
{
	size_t i;

	for (i = end; i > first; i--)
		if (line_is_kind(l, i - 1, CUE_LINK))
			return i;
	return end;
}

/* Leaves off what only tells more of a long phrase's noun: "的". */
static struct phrase
shortened(const struct line *l, struct phrase p)
{
	size_t i = behind_link(l, p.first, p.end);

	if (p.end - p.first > LONG_PHRASE && i < p.end)
		p.first = i;
	return p;
}

/* The subject that begins what is between commas, first..end. */
static struct phrase
subject_in(const struct line *l, size_t first, size_t end)
{
	size_t i;

	while (first < end && (leads_in(l, first)
	    || (l->token[first].digit && !counts(l, first))))
		first++;
	if (first < end && ends_subject(l, first))
		first = behind_link(l, first, end);
	for (i = first; i < end && !ends_subject(l, i); i++)
		;
	return shortened(l, (struct phrase) { first, i });
}

/* The subject of the verb at v: before it, or of a verb before a comma. */
static struct phrase
subject_of(const struct line *l, size_t low, size_t v)
{
	size_t end = v, first, n;
	struct phrase who = { v, v };

	for (n = 0; n < SEGMENTS; n++) {
		for (first = end; first > low && !is_border(l, first - 1);)
			first--;
		who = subject_in(l, first, end);
		if (!phrase_is_empty(who) || first <= low + 1
		    || !line_is(l, first - 1, TOKEN_COMMA))
			return who;
		end = first - 1;
	}
	return who;
}

static bool
give(const struct line *l, struct phrase who, size_t v, enum speaker_how how,
    struct speaker *c)
{
	*c = (struct speaker) {
		.who = who,
		.cue = { v, v + (how != HOW_COLON) },
		.how = (uint8_t)how,
		.strong = !line_is_kind(l, v, CUE_WEAK),
		.pronoun = line_is_pronoun(l, who),
	};
	return !phrase_is_empty(who);
}

/* "据新华社报道，" */
static bool
take_source(const struct line *l, size_t i, size_t end, struct speaker *c)
{
	struct phrase who = { i + 1, i + 1 };

	while (who.end < end && !ends_subject(l, who.end)
	    && !line_is_kind(l, who.end, CUE_UTTERANCE)
	    && !line_is_kind(l, who.end, CUE_LINK))
		who.end++;
	return give(l, who, i, HOW_ACCORDING, c);
}

/* "王强说：“..”": the nearest verb before the quotation. */
static bool
find_before(const struct line *l, size_t low, size_t k, struct speaker *c)
{
	size_t v;

	for (v = k; v-- > low && !line_is(l, v, TOKEN_QUOTE);) {
		if (is_cue(l, v)) {
			give(l, subject_of(l, low, v), v, HOW_BEFORE, c);
			c->distance = k - v - 1;
			if (!phrase_is_empty(c->who) || c->distance <= 1)
				return !phrase_is_empty(c->who);
		}
		if (line_is_kind(l, v, CUE_SOURCE)
		    && take_source(l, v, k, c))
			return true;
	}
	return false;
}

/* "“..”，王强说。" */
static bool
find_after(const struct line *l, size_t k, struct speaker *c)
{
	size_t first = k + 1, v;

	while (line_is(l, first, TOKEN_COMMA) || line_is(l, first, TOKEN_DASH))
		first++;
	if (line_is_kind(l, first, CUE_LINK))
		return false;
	for (v = first; v < l->n && v - k < UNSPACED_REACH
	    && !line_is(l, v, TOKEN_STOP) && !line_is(l, v, TOKEN_QUOTE)
	    && !line_is(l, v, TOKEN_SEMICOLON); v++)
		if (is_cue(l, v) && give(l, subject_of(l, first, v), v,
		    HOW_AFTER, c)) {
			c->distance = c->who.first - first;
			return !line_is(l, v + 1, TOKEN_COLON)
			    || !line_is_stopped(l, k)
			    || line_is(l, k + 1, TOKEN_COMMA);
		}
	return false;
}

/* "王强：“..”" */
static bool
find_label(const struct line *l, size_t low, size_t k, struct speaker *c)
{
	struct phrase who;

	if (k < low + 2 || !line_is(l, k - 1, TOKEN_COLON)
	    || k - low > LABEL)
		return false;
	who = subject_in(l, low, k - 1);
	return who.end == k - 1 && give(l, who, k - 1, HOW_COLON, c);
}

bool
chinese_speaker(const struct line *l, size_t k, struct speaker *c)
{
	struct speaker after, before = { .how = HOW_NONE };
	size_t low = low_of(l, k);
	bool has_after = find_after(l, k, &after);
	bool has_before = find_before(l, low, k, &before);

	if (has_after && (!has_before || (before.distance > 1
	    && (line_is_stopped(l, k) || line_is(l, k + 1, TOKEN_COMMA)))))
		*c = after;
	else if (has_before)
		*c = before;
	else if (!find_label(l, low, k, c)) {
		*c = before;
		return false;
	}
	return true;
}
