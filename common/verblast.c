/* SPDX-License-Identifier: ISC */
#include "subject.h"
#include "verblast.h"

static const struct verblast none = { CHUNK_NONE, CHUNK_NONE };

/* Whether a chunk is "von" or the like, so that an agent may follow. */
static bool
is_agent(const struct passage *p, size_t i)
{
	return passage_is(p, i, CHUNK_PREPOSITION)
	    && (p->chunk[i].kind == CUE_LINK || p->chunk[i].kind == CUE_AGENT);
}

/* The noun behind "von" that the passive verb at v has for an agent. */
static size_t
agent_of(const struct passage *p, size_t v, size_t k)
{
	size_t i = v + 1;

	while (i < k && (passage_is(p, i, CHUNK_ADVERB)
	    || passage_is(p, i, CHUNK_ASIDE)))
		i++;
	return is_agent(p, i) && i + 1 < k && passage_is(p, i + 1, CHUNK_NOUN)
	    ? i + 1 : CHUNK_NONE;
}

/* The first noun that may be a subject in first..k. */
static size_t
first_noun(const struct passage *p, size_t first, size_t k)
{
	size_t i;

	for (i = first; i < k; i++)
		if (passage_is(p, i, CHUNK_NOUN) && !p->chunk[i].oblique
		    && !passage_is(p, i - 1, CHUNK_PREPOSITION))
			return i;
	return CHUNK_NONE;
}

/*
 * Who does what the relative clause at i tells: the noun behind its pronoun, or
 * the one before it.
 */
static size_t
subject_of_relative(const struct passage *p, size_t i, size_t k)
{
	size_t noun = clause_inverted(p->chunk, i + 1, k);

	return noun == i + 1 ? noun
	    : subject_antecedent(p->chunk, p->low, i);
}

/*
 * The subject of the clause before quotation k whose verb stands behind it:
 * that of an auxiliary verb, or the first noun of a subordinate clause.
 */
static size_t
clause_subject(const struct passage *p, size_t k)
{
	size_t i;

	for (i = k; i-- > p->low;) {
		if (passage_is(p, i, CHUNK_QUOTE) || passage_is(p, i,
		    CHUNK_COLON) || passage_is(p, i, CHUNK_SEMICOLON))
			break;
		if (passage_is(p, i, CHUNK_VERB)
		    && p->token[p->chunk[i].head].kind == CUE_PASSIVE
		    && agent_of(p, i, k) != CHUNK_NONE)
			return agent_of(p, i, k);
		if (passage_is(p, i, CHUNK_VERB)
		    && p->chunk[i].form <= FORM_PASSIVE)
			return p->token[p->chunk[i].head].kind == CUE_PASSIVE
			    ? CHUNK_NONE : p->chunk[i].subject;
		if (passage_is(p, i, CHUNK_RELATIVE))
			return subject_of_relative(p, i, k);
		if (i + 1 < k && (passage_is(p, i, CHUNK_CONJUNCTION)
		    || passage_is(p, i, CHUNK_THAT)))
			return first_noun(p, i + 1, k);
	}
	return CHUNK_NONE;
}

struct verblast
verblast_find(const struct passage *p, size_t k)
{
	struct verblast found = { CHUNK_NONE, k + 1 };

	if (!p->text->cues->verb_second[p->text->lang]
	    || !passage_is(p, k + 1, CHUNK_VERB)
	    || !chunk_is_cue(&p->chunk[k + 1])
	    || passage_is(p, k + 2, CHUNK_NOUN))
		return none;
	found.noun = clause_subject(p, k);
	return found.noun == CHUNK_NONE ? none : found;
}

struct verblast
verblast_as(const struct passage *p, size_t k)
{
	struct verblast found = { CHUNK_NONE, p->low + 1 };

	if (!passage_is(p, p->low, CHUNK_CONJUNCTION)
	    || p->chunk[p->low].kind != CUE_AS)
		return none;
	while (found.verb < k && !passage_is(p, found.verb, CHUNK_COMMA)
	    && !chunk_is_cue(&p->chunk[found.verb]))
		found.verb++;
	if (found.verb == k || !chunk_is_cue(&p->chunk[found.verb])
	    || !cue_is_saying((enum cue_kind)p->chunk[found.verb].kind))
		return none;
	found.noun = p->chunk[found.verb].subject;
	return found.noun == CHUNK_NONE ? none : found;
}

bool
verblast_is_reported(const struct passage *p)
{
	const struct chunk *c = p->chunk + p->low, *end = p->chunk + p->high;

	for (; c < end; c++)
		if (c->type == CHUNK_VERB
		    && p->token[c->first].kind == CUE_SUBJUNCTIVE)
			return true;
	return false;
}
