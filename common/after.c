/* SPDX-License-Identifier: ISC */
#include "after.h"
#include "label.h"

/*
 * Whether verb v, which no list knows as a cue, is one between a quotation and
 * a name: "..", souffle Bell.
 */
static bool
is_unknown_cue(const struct passage *p, size_t v, size_t noun)
{
	size_t kind = p->token[p->chunk[v].head].kind;

	return noun == v + 1 && v > p->low + 1
	    && (kind == CUE_NONE || kind == CUE_VERB)
	    && passage_is(p, v - 1, CHUNK_COMMA)
	    && passage_is(p, v - 2, CHUNK_QUOTE)
	    && (p->chunk[noun].upper || kind == CUE_NONE);
}

/*
 * Whether verb v may have its subject behind it: in English a weak one only if
 * nothing else follows: "..", advises Smith.
 */
static bool
may_be_inverted(const struct passage *p, size_t v, size_t noun)
{
	const struct chunk *verb = &p->chunk[v];

	if (verb->kind == CUE_STRONG)
		return true;
	if (p->text->lang != p->text->cues->english)
		return chunk_is_cue(verb) || is_unknown_cue(p, v, noun);
	return chunk_is_cue(verb) && passage_is(p, v - 1, CHUNK_QUOTE)
	    && speaker_ends_comma(p, v - 1) && (noun + 1 >= p->high
	        || passage_is(p, noun + 1, CHUNK_COMMA));
}

/* "..", said Smith; "..", a déclaré Smith; "..", heißt es im Bericht */
static bool
find_inverted(const struct passage *p, size_t i, struct speaker *c)
{
	const struct chunk *v = &p->chunk[i];
	size_t noun;

	if (i >= p->high || v->type != CHUNK_VERB
	    || p->token[v->first].upper || v->form > FORM_PAST)
		return false;
	noun = clause_inverted(p->chunk, i + 1, p->high);
	if (noun == CHUNK_NONE || !may_be_inverted(p, i, noun))
		return false;
	speaker_give(c, p, noun, i, HOW_AFTER);
	return true;
}

/* Whether verb v and its subject end a sentence: ".., Bell said." */
static bool
closes(const struct passage *p, size_t v)
{
	size_t noun = p->chunk[v].subject;

	return noun < v && noun > p->low && (passage_is(p, noun - 1,
	    CHUNK_COMMA) || (passage_is(p, noun - 1, CHUNK_QUOTE)
	        && speaker_ends_comma(p, noun - 1)))
	    && (v + 1 == p->high || passage_is(p, v + 1, CHUNK_ADVERB));
}

/*
 * Whether verb v behind a quotation may tell who said that: a cue, or any verb
 * directly behind its subject and a quotation that ends in a comma.
 */
static bool
may_report(const struct passage *p, size_t first, size_t v)
{
	const struct chunk *verb = &p->chunk[v];

	if (verb->form > FORM_PAST || verb->subject == CHUNK_NONE
	    || verb->subject < first
	    || (verb->behind && verb->kind != CUE_STRONG)
	    || passage_is(p, v - 1, CHUNK_RELATIVE))
		return false;
	return chunk_is_cue(verb)
	    || (verb->subject == first && speaker_is_somebody(p, first)
	        && first > 0 && passage_is(p, first - 1, CHUNK_QUOTE)
	        && speaker_ends_comma(p, first - 1)
	        && speaker_may_be_cue(p, v));
}

/* Whether "as Bell said" may follow a quotation at chunk i. */
static bool
is_as_said(const struct passage *p, size_t first, size_t i)
{
	return first > 0 && passage_is(p, first - 1, CHUNK_QUOTE)
	    && speaker_ends_comma(p, first - 1)
	    && passage_is(p, i, CHUNK_CONJUNCTION)
	    && passage_is(p, i + 1, CHUNK_NOUN);
}

bool
after_find(const struct passage *p, size_t first, struct speaker *c)
{
	const struct chunk *v;
	size_t i = first, at;
	bool joined; /* the sentence goes on: "..", and Smith said .. */

	while (i < p->high && (passage_is(p, i, CHUNK_COMMA)
	    || passage_is(p, i, CHUNK_DASH)))
		i++;
	if (find_inverted(p, i, c) || label_of_signature(p, first, i, c))
		return true;
	if (is_as_said(p, first, i))
		i++;
	joined = passage_is(p, i, CHUNK_COORDINATOR)
	    || passage_is(p, i, CHUNK_CONJUNCTION);
	for (at = i; at < p->high; at++) {
		v = &p->chunk[at];
		if (v->type == CHUNK_SEMICOLON)
			break;
		joined |= v->type == CHUNK_QUOTE;
		if (v->type == CHUNK_SOURCE
		    && speaker_take_source(p, at, p->high, c))
			return true;
		if (v->type != CHUNK_VERB || !may_report(p, i, at)
		    || (joined && !closes(p, at)))
			continue;
		speaker_give(c, p, v->subject, at, HOW_AFTER);
		c->distance = v->behind ? 0 : v->subject - i;
		return true;
	}
	return false;
}
