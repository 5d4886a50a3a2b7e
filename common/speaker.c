/* SPDX-License-Identifier: ISC */
#include "clause.h"
#include "speaker.h"

enum {
	ADJACENT = 4 /* tokens between a verb and what it introduces */
};

const char *const speaker_hows[] = { "none", "after", "before", "colon",
	"according", "dash", "subject", "turn", "carried", NULL };

/* "according to X", with the quotation on either side. */
static bool
take_source(const struct passage *p, size_t at, size_t high,
    struct speaker *c)
{
	struct phrase who = phrase_after(p->token, at + 1, high);

	if (phrase_is_empty(who))
		return false;
	*c = (struct speaker) { who, { at, at + 1 }, 0, HOW_ACCORDING, true };
	return true;
}

/*
 * Looks for who speaks between the sentence's beginning and token k: the
 * subject of the nearest cue; but a pronoun, and who only thinks, give way to
 * the subject of a strong verb further off ("Smith said he called it ..").
 */
bool
speaker_before(const struct passage *p, size_t k, struct speaker *c)
{
	struct phrase who;
	bool found = false;
	size_t i;

	for (i = k; i-- > p->low;) {
		if (found && (passage_is(p, i, TOKEN_QUOTE)
		    || (i < c->who.first && (passage_is(p, i, TOKEN_COMMA)
		        || passage_is_kind(p, i, CUE_RELATIVE)))))
			break;
		if (!found && passage_is_kind(p, i, CUE_SOURCE)
		    && take_source(p, i, k, c))
			return true;
		if (!clause_is_cue(p, i, p->low)
		    || (found && !passage_is_kind(p, i, CUE_STRONG)))
			continue;
		who = clause_subject(p, p->low, i, k);
		if (phrase_is_empty(who)
		    || (found && (i >= c->who.first || who.first > i)))
			continue;
		*c = (struct speaker) { who, { i, i + 1 },
			found ? c->distance : k - i - 1, HOW_BEFORE,
			p->token[i].kind == CUE_STRONG };
		if (!passage_is_pronoun(p, who)
		    && !passage_is_kind(p, i, CUE_MENTAL))
			return true;
		found = true;
	}
	return found;
}

/* "Smith: .."; "Smith had an answer: .." */
static bool
find_label(const struct passage *p, size_t k, struct speaker *c)
{
	struct phrase who;

	if (k < p->low + 2 || !passage_is(p, k - 1, TOKEN_COLON))
		return false;
	who = phrase_first(p->token, p->low, k - 1);
	*c = (struct speaker) { who, { 0, 0 }, 0, HOW_COLON, true };
	return !phrase_is_empty(who) && p->token[who.first].upper;
}

/* "..", said Smith; "..", a déclaré Smith; "..", heißt es im Bericht */
static bool
find_inverted(const struct passage *p, size_t i, struct speaker *c)
{
	size_t verb = i;
	struct phrase who;

	while (passage_is_kind(p, verb, CUE_AUX)
	    || passage_is_kind(p, verb, CUE_ADVERB))
		verb++;
	if (verb >= p->high || !passage_is_kind(p, verb, CUE_STRONG)
	    || p->token[verb].upper)
		return false;
	who = phrase_after(p->token, verb + 1, p->high);
	if (!phrase_is_empty(who) && passage_is_kind(p, who.first, CUE_IT)
	    && passage_is_kind(p, who.end, CUE_PREPOSITION))
		who = phrase_after(p->token, who.end + 1, p->high);
	*c = (struct speaker) { who, { verb, verb + 1 }, 0, HOW_AFTER, true };
	return !phrase_is_empty(who);
}

/* ".." - Smith */
static bool
find_signature(const struct passage *p, size_t first, size_t i,
    struct speaker *c)
{
	struct phrase who;

	if (i == first || !passage_is(p, i - 1, TOKEN_DASH)
	    || !passage_is(p, i, TOKEN_WORD) || !p->token[i].upper)
		return false;
	who = phrase_after(p->token, i, p->high);
	*c = (struct speaker) { who, { 0, 0 }, 0, HOW_DASH, true };
	return !phrase_is_empty(who) && (who.end == p->high
	    || passage_is(p, who.end, TOKEN_COMMA));
}

/* Looks for who speaks between a token and the sentence's end. */
bool
speaker_after(const struct passage *p, size_t first, struct speaker *c)
{
	size_t i = first, at;
	struct phrase who;
	bool joined; /* the sentence goes on: "..", and Smith said .. */

	while (i < p->high && (passage_is(p, i, TOKEN_COMMA)
	    || passage_is(p, i, TOKEN_DASH)))
		i++;
	if (find_inverted(p, i, c))
		return true;
	if (find_signature(p, first, i, c))
		return true;
	joined = passage_is_kind(p, i, CUE_CONJUNCTION);
	for (at = i; at < p->high && !passage_is(p, at, TOKEN_QUOTE)
	    && !passage_is(p, at, TOKEN_SEMICOLON); at++) {
		if (passage_is_kind(p, at, CUE_SOURCE)
		    && take_source(p, at, p->high, c))
			return true;
		if (at > i && passage_is(p, at - 1, TOKEN_COMMA)
		    && find_inverted(p, at, c))
			return true;
		if (joined || !phrase_is_cue(p->token, at, i)
		    || clause_is_passive(p, at, i))
			continue;
		who = phrase_before(p->token, i, at);
		if (phrase_is_empty(who))
			continue;
		*c = (struct speaker) { who, { at, at + 1 }, who.first - i,
			HOW_AFTER, p->token[at].kind == CUE_STRONG };
		return true;
	}
	return false;
}

/* Whether a quotation ends so that its sentence goes on: ",", "?", "!". */
static bool
leads_on(const struct passage *p, size_t k)
{
	const struct quote *q = &p->text->quotes->quote[p->token[k].quote];
	char last = p->text->scan->text[q->end - 1];

	return last == ',' || last == '?' || last == '!' || last == '-'
	    || passage_is(p, k + 1, TOKEN_COMMA)
	    || passage_is(p, k + 1, TOKEN_DASH);
}

/* The best of what the sentence has to say. */
bool
speaker_find(const struct passage *p, size_t k, struct speaker *c)
{
	struct speaker after, before;
	bool has_after = speaker_after(p, k + 1, &after);
	bool has_before = speaker_before(p, k, &before);

	if (has_after && (!has_before
	    || (leads_on(p, k) && after.distance == 0 && after.strong
	        && (before.distance > ADJACENT || !before.strong))))
		*c = after;
	else if (has_before)
		*c = before;
	else
		return find_label(p, k, c);
	return true;
}
