/* SPDX-License-Identifier: ISC */
#include "owner.h"

/*
 * Whether what somebody said may follow a noun of saying: "that ..", "of ..",
 * ": ..", "was ..".
 */
static bool
leads_to_words(const struct passage *p, size_t i)
{
	if (passage_is(p, i, CHUNK_VERB)
	    && p->token[p->chunk[i].head].kind == CUE_PASSIVE)
		return !passage_is(p, i + 1, CHUNK_QUOTE);
	return passage_is(p, i, CHUNK_THAT) || passage_is(p, i, CHUNK_QUOTE)
	    || passage_is(p, i, CHUNK_COLON) || passage_is(p, i, CHUNK_COMMA)
	    || (passage_is(p, i, CHUNK_PREPOSITION)
	        && p->chunk[i].kind == CUE_LINK);
}

/* Whether a word says whose the next ones are: "Bell's", "her". */
static bool
is_owner(const struct token *t)
{
	return t->possessive || t->kind == CUE_POSSESSIVE;
}

/*
 * Whether a clause of somebody else begins between chunks i and k, so that the
 * noun of saying at i has nothing to do with the quotation.
 */
static bool
is_cut_off(const struct passage *p, size_t i, size_t k)
{
	size_t v;

	if (passage_is(p, i + 1, CHUNK_THAT))
		return false;
	for (v = i + 1; v < k; v++)
		if (passage_is(p, v, CHUNK_VERB)
		    && p->chunk[v].subject != CHUNK_NONE
		    && p->chunk[v].subject > i && p->chunk[v].subject < v)
			return true;
	return false;
}

/* Whether a noun is itself the source: "according to Bell's report". */
static bool
is_source(const struct passage *p, size_t i)
{
	return i > p->low && passage_is(p, i - 1, CHUNK_SOURCE);
}

bool
owner_before(const struct passage *p, size_t i, size_t k, struct speaker *c)
{
	const struct chunk *noun = &p->chunk[i];
	size_t at = noun->head;

	if (!owner_is_utterance(noun) || is_source(p, i)
	    || !leads_to_words(p, i + 1) || is_cut_off(p, i, k))
		return false;
	while (at > noun->first && !is_owner(&p->token[at - 1]))
		at--;
	if (at == noun->first)
		return false;
	*c = (struct speaker) {
		.who = { noun->first, at },
		.cue = { noun->head, noun->head + 1 },
		.noun = i,
		.verb = i,
		.how = HOW_BEFORE,
		.strong = true,
	};
	return true;
}

bool
owner_around(const struct passage *p, size_t k, struct speaker *c)
{
	const struct chunk *owner;
	size_t at;

	if (k == p->low || !passage_is(p, k - 1, CHUNK_NOUN)
	    || k + 1 >= p->high || !owner_is_utterance(&p->chunk[k + 1]))
		return false;
	owner = &p->chunk[k - 1];
	at = owner->end;
	if (!is_owner(&p->token[at - 1]))
		return false;
	*c = (struct speaker) {
		.who = { owner->first, at },
		.cue = { p->chunk[k + 1].head, p->chunk[k + 1].head + 1 },
		.noun = k - 1,
		.verb = k + 1,
		.how = HOW_BEFORE,
		.strong = true,
	};
	return true;
}
