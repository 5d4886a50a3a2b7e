/* SPDX-License-Identifier: ISC */
#include "clause.h"

/* Whether the verb goes on with another one's subject: "and also said". */
static bool
is_joined(const struct passage *p, size_t verb, size_t low)
{
	while (verb > low && (passage_is_kind(p, verb - 1, CUE_ADVERB)
	    || passage_is_kind(p, verb - 1, CUE_AUX)))
		verb--;
	return verb > low && passage_is_kind(p, verb - 1, CUE_CONJUNCTION);
}

/* Whether the verb's subject, if any, is that of another verb. */
static bool
lacks_subject(const struct passage *p, size_t verb, size_t low)
{
	if (verb == low)
		return true;
	if (passage_is_kind(p, verb, CUE_PARTICIPLE))
		return !passage_is_kind(p, verb - 1, CUE_PASSIVE);
	return passage_is_kind(p, verb - 1, CUE_INFINITIVE)
	    || is_joined(p, verb, low);
}

bool
clause_is_passive(const struct passage *p, size_t verb, size_t low)
{
	size_t i = verb;

	while (i > low && passage_is_kind(p, i - 1, CUE_ADVERB))
		i--;
	return i > low && passage_is_kind(p, i - 1, CUE_PASSIVE);
}

static bool
is_finite(const struct passage *p, size_t at, size_t low)
{
	return phrase_is_cue(p->token, at, low)
	    || (at > low && !p->token[at].upper
	        && (passage_is_kind(p, at, CUE_AUX)
	            || passage_is_kind(p, at, CUE_PASSIVE)));
}

/* The subject of the nearest verb before `verb` that has one of its own. */
static struct phrase
subject_of_nearest(const struct passage *p, size_t low, size_t verb)
{
	struct phrase who = { 0, 0 };
	size_t i;

	for (i = verb; i-- > low && phrase_is_empty(who);)
		if (is_finite(p, i, low) && !lacks_subject(p, i, low))
			who = phrase_before(p->token, low, i);
	return who;
}

/* The subject of the first verb before `verb` that has one of its own. */
static struct phrase
subject_of_another(const struct passage *p, size_t low, size_t verb)
{
	struct phrase who;
	size_t i;

	for (i = low; i < verb; i++) {
		if (!is_finite(p, i, low) || lacks_subject(p, i, low))
			continue;
		who = phrase_before(p->token, low, i);
		if (!phrase_is_empty(who))
			return who;
	}
	return phrase_first(p->token, low, verb);
}

/* Whether a participle goes on behind a cue: "Smith said, adding ..". */
static bool
is_appended(const struct passage *p, size_t verb, size_t low)
{
	return passage_is_kind(p, verb, CUE_PARTICIPLE) && verb > low + 2
	    && passage_is(p, verb - 1, TOKEN_COMMA)
	    && phrase_is_cue(p->token, verb - 2, low);
}

struct phrase
clause_subject(const struct passage *p, size_t low, size_t verb, size_t high)
{
	struct phrase who = { 0, 0 };

	if (is_appended(p, verb, low))
		return clause_subject(p, low, verb - 2, verb - 1);
	if (p->text->cues->verb_second[p->text->lang]
	    && phrase_leads_in(p->token, low, verb))
		who = phrase_after(p->token, verb + 1, high);
	if (!phrase_is_empty(who) && !passage_is_kind(p, who.first, CUE_IT))
		return who;
	if (!lacks_subject(p, verb, low))
		who = phrase_before(p->token, low, verb);
	else if (verb > low && is_joined(p, verb, low))
		who = subject_of_nearest(p, low, verb);
	if (phrase_is_empty(who) && passage_is_kind(p, verb, CUE_STRONG)
	    && (verb == low || (passage_is(p, verb - 1, TOKEN_WORD)
	        && !lacks_subject(p, verb, low))))
		who = phrase_after(p->token, verb + 1, high);
	if (phrase_is_empty(who))
		who = subject_of_another(p, low, verb);
	return who;
}

bool
clause_is_cue(const struct passage *p, size_t at, size_t low)
{
	if (passage_is_kind(p, at, CUE_PARTICIPLE))
		return true;
	return phrase_is_cue(p->token, at, low)
	    && !clause_is_passive(p, at, low);
}
