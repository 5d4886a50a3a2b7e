/* SPDX-License-Identifier: ISC */
#include "before.h"
#include "owner.h"
#include "via.h"

/* "described by X as .."; ".. called ".." by X" */
static bool
take_agent(const struct passage *p, size_t v, size_t k, struct speaker *c)
{
	size_t by = v + 1;

	if (p->chunk[v].form != FORM_PASSIVE && p->chunk[v].form != FORM_PAST)
		return false;
	if (by == k || !passage_is(p, by, CHUNK_PREPOSITION)
	    || p->chunk[by].kind != CUE_AGENT)
		by = k + 1;
	if (by >= p->high || p->chunk[by].kind != CUE_AGENT
	    || !passage_is(p, by + 1, CHUNK_NOUN))
		return false;
	speaker_give(c, p, by + 1, v, HOW_BEFORE);
	return true;
}

/* Whether the source found at c may be only what another one tells of. */
static bool
is_inner(const struct passage *p, const struct speaker *c)
{
	return c->pronoun || c->mental
	    || (!c->strong && !p->chunk[c->noun].upper);
}

/* Whether a verb may tell of what the source found at c says. */
static bool
is_outer(const struct chunk *v, const struct speaker *c)
{
	return cue_is_saying((enum cue_kind)v->kind)
	    || v->form == FORM_PARTICIPLE || (c->pronoun && !c->mental);
}

/*
 * Whether the clause of cue v only leads in another one, of the verb `main`
 * before a quotation: "As Bell spoke, the crowd was ..".
 */
static bool
leads_in(const struct passage *p, size_t v, size_t main)
{
	size_t noun = p->chunk[v].subject;

	return noun == p->low + 1 && passage_is(p, p->low, CHUNK_CONJUNCTION)
	    && p->chunk[p->low].kind != CUE_AS && main != CHUNK_NONE
	    && p->chunk[main].subject != CHUNK_NONE
	    && p->chunk[main].subject > v;
}

/* Whether a verb that no list knows leads to quotation k: "Bell croaked, .." */
static bool
leads_directly(const struct passage *p, size_t v, size_t k)
{
	const struct chunk *verb = &p->chunk[v];

	return v + 2 == k && (passage_is(p, v + 1, CHUNK_COMMA)
	        || passage_is(p, v + 1, CHUNK_COLON))
	    && verb->type == CHUNK_VERB && verb->form <= FORM_PAST
	    && verb->subject != CHUNK_NONE && verb->subject + 1 == v
	    && speaker_is_somebody(p, verb->subject)
	    && speaker_may_be_cue(p, v);
}

/* Whether verb v has a subject who does what it tells. */
static bool
has_subject(const struct passage *p, size_t v)
{
	return p->chunk[v].form != FORM_PASSIVE
	    && p->chunk[v].subject != CHUNK_NONE;
}

/* The noun or source at chunk i, if it tells who speaks. */
static bool
take_noun(const struct passage *p, size_t i, size_t k, struct speaker *c)
{
	const struct chunk *chunk = &p->chunk[i];

	if (chunk->type == CHUNK_SOURCE)
		return speaker_take_source(p, i, k, c);
	if (chunk->type != CHUNK_NOUN || !owner_is_utterance(chunk)
	    || !owner_before(p, i, k, c))
		return false;
	c->distance = k - i - 1;
	return true;
}

/*
 * Looks for who speaks between the sentence's beginning and chunk k: the
 * subject of the nearest cue; but a pronoun, and who only thinks, give way to
 * the subject of a strong verb that this is told by ("Bell said he called ..").
 */
bool
before_find(const struct passage *p, size_t k, struct speaker *c)
{
	const struct chunk *chunk;
	bool found = false;
	size_t i, distance = 0, main = CHUNK_NONE;

	for (i = k; i-- > p->low;) {
		chunk = &p->chunk[i];
		if (found && i < c->noun && via_ends_clause(p, i))
			break;
		if (chunk->type != CHUNK_VERB) {
			if (!found && take_noun(p, i, k, c))
				return true;
			continue;
		}
		if (main == CHUNK_NONE && !chunk_is_cue(chunk))
			main = i;
		if ((!chunk_is_cue(chunk) && !leads_directly(p, i, k))
		    || chunk->reduced || (found && !is_outer(chunk, c)))
			continue;
		if (!found && take_agent(p, i, k, c))
			return true;
		if (!has_subject(p, i) || leads_in(p, i, main)
		    || (found && (i >= c->noun || chunk->subject > i)))
			continue;
		if (!found)
			distance = k - i - 1;
		speaker_give(c, p, chunk->subject, i, HOW_BEFORE);
		c->distance = distance;
		found = true;
		if (!is_inner(p, c))
			return true;
	}
	return found;
}
