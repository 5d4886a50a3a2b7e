/* SPDX-License-Identifier: ISC */
#include "impersonal.h"
#include "owner.h"
#include "speaker.h"
#include "verblast.h"
#include "via.h"

enum {
	ADJACENT = 3 /* chunks between a verb and what it introduces */
};

const char *const speaker_hows[] = { "none", "after", "before", "colon",
	"according", "dash", "subject", "turn", "carried", NULL };

/* The last byte of the quotation in chunk k. */
static char
last_byte(const struct passage *p, size_t k)
{
	return p->text->scan->text[passage_quote(p, k)->end - 1];
}

/* Whether a comma ends the quotation in chunk k, or stands behind it. */
static bool
ends_with_comma(const struct passage *p, size_t k)
{
	return last_byte(p, k) == ',' || passage_is(p, k + 1, CHUNK_COMMA);
}

/* Whether a quotation ends so that its sentence goes on: ",", "?", "!". */
static bool
leads_on(const struct passage *p, size_t k)
{
	char last = last_byte(p, k);

	return ends_with_comma(p, k) || last == '?' || last == '!'
	    || last == '-' || passage_is(p, k + 1, CHUNK_DASH);
}

/* Gives a quotation to the noun chunk i, by the cue in chunk v. */
static void
give(struct speaker *c, const struct passage *p, size_t i, size_t v,
    enum speaker_how how)
{
	const struct chunk *cue = &p->chunk[v];

	i = impersonal_source(p, i, v);
	*c = (struct speaker) {
		.who = phrase_of(p->chunk, p->low, i, i < v ? v : p->high,
		    i < v),
		.noun = i,
		.verb = v,
		.how = (uint8_t)how,
	};
	c->pronoun = chunk_is_pronoun(&p->chunk[i]);
	if (cue->type == CHUNK_VERB)
		c->cue = (struct phrase) { cue->head, cue->head + 1 };
	else if (cue->type == CHUNK_SOURCE)
		c->cue = (struct phrase) { cue->first, cue->end };
	c->strong = cue_is_saying((enum cue_kind)cue->kind)
	    || cue->type != CHUNK_VERB;
	c->mental = cue->kind == CUE_MENTAL;
}

/* "according to X", with the quotation on either side. */
static bool
take_source(const struct passage *p, size_t at, size_t high,
    struct speaker *c)
{
	uint8_t kind = p->chunk[at].kind;
	size_t noun = at + 1;

	if (kind == CUE_POSTPOSED)
		noun = at > p->low ? at - 1 : at;
	else if (passage_is(p, noun, CHUNK_PREPOSITION)
	    && p->chunk[noun].kind == CUE_LINK)
		noun++;
	if (noun >= high || !passage_is(p, noun, CHUNK_NOUN)
	    || (kind == CUE_THUS && p->chunk[noun].oblique)
	    || (kind == CUE_VIEW && !p->chunk[noun].upper))
		return false;
	give(c, p, noun, at, HOW_ACCORDING);
	return true;
}

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
	give(c, p, by + 1, v, HOW_BEFORE);
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

/* Whether the clause of cue v only leads in another one, of the verb `main`
 * before a quotation: "As Bell spoke, the crowd was ..". */
static bool
leads_in(const struct passage *p, size_t v, size_t main)
{
	size_t noun = p->chunk[v].subject;

	return noun == p->low + 1 && passage_is(p, p->low, CHUNK_CONJUNCTION)
	    && p->chunk[p->low].kind != CUE_AS && main != CHUNK_NONE && p->chunk[main].subject != CHUNK_NONE
	    && p->chunk[main].subject > v;
}

/* Whether a noun may be somebody: a name or a pronoun. */
static bool
is_somebody(const struct passage *p, size_t noun)
{
	return noun != CHUNK_NONE && chunk_is_somebody(&p->chunk[noun]);
}

/* Whether a verb that no list knows leads to quotation k: "Bell croaked, .."" */
static bool
leads_directly(const struct passage *p, size_t v, size_t k)
{
	const struct chunk *verb = &p->chunk[v];

	return v + 2 == k && (passage_is(p, v + 1, CHUNK_COMMA)
	        || passage_is(p, v + 1, CHUNK_COLON))
	    && verb->type == CHUNK_VERB && verb->form <= FORM_PAST
	    && verb->subject != CHUNK_NONE && verb->subject + 1 == v
	    && is_somebody(p, verb->subject)
	    && p->token[verb->head].kind != CUE_PASSIVE
	    && p->token[verb->head].kind != CUE_AUX;
}

/*
 * Looks for who speaks between the sentence's beginning and chunk k: the
 * subject of the nearest cue; but a pronoun, and who only thinks, give way to
 * the subject of a strong verb that this is told by ("Bell said he called ..").
 */
bool
speaker_before(const struct passage *p, size_t k, struct speaker *c)
{
	bool found = false;
	size_t i, distance = 0, main = CHUNK_NONE;

	for (i = k; i-- > p->low;) {
		if (main == CHUNK_NONE && passage_is(p, i, CHUNK_VERB)
		    && !chunk_is_cue(&p->chunk[i]))
			main = i;
		if (found && i < c->noun && via_ends_clause(p, i, c))
			break;
		if (!found && passage_is(p, i, CHUNK_SOURCE)
		    && take_source(p, i, k, c))
			return true;
		if (!found && owner_before(p, i, k, c)) {
			c->distance = k - i - 1;
			return true;
		}
		if ((!chunk_is_cue(&p->chunk[i]) && !leads_directly(p, i, k))
		    || p->chunk[i].reduced
		    || (found && !is_outer(&p->chunk[i], c)))
			continue;
		if (!found && take_agent(p, i, k, c))
			return true;
		if (p->chunk[i].form == FORM_PASSIVE
		    || p->chunk[i].subject == CHUNK_NONE
		    || leads_in(p, i, main) || (found && (i >= c->noun
		    || p->chunk[i].subject > i)))
			continue;
		if (!found)
			distance = k - i - 1;
		give(c, p, p->chunk[i].subject, i, HOW_BEFORE);
		c->distance = distance;
		found = true;
		if (!is_inner(p, c))
			return true;
	}
	return found;
}

/* "Smith: .."; "Smith had an answer: .." */
static bool
find_label(const struct passage *p, size_t k, struct speaker *c)
{
	size_t noun;

	if (k < p->low + 2 || !passage_is(p, k - 1, CHUNK_COLON))
		return false;
	noun = clause_main(p->chunk, p->low, k - 1);
	if (noun == CHUNK_NONE)
		noun = clause_inverted(p->chunk, p->low, k - 1);
	if (!is_somebody(p, noun) && passage_is(p, k - 2, CHUNK_NOUN))
		noun = k - 2;
	if (!is_somebody(p, noun))
		return false;
	give(c, p, noun, k - 1, HOW_COLON);
	return true;
}

/* A headline's label: "Smith: Town hall is 'falling down'" */
static bool
find_heading(const struct passage *p, size_t k, struct speaker *c)
{
	size_t i = p->low;

	if (p->low != p->start || !passage_is(p, i, CHUNK_NOUN))
		return false;
	for (i++; passage_is(p, i, CHUNK_PREPOSITION)
	    && passage_is(p, i + 1, CHUNK_NOUN);)
		i += 2;
	if (i >= k || !passage_is(p, i, CHUNK_COLON)
	    || !(p->chunk[p->low].upper
	        || p->chunk[p->low].kind == CUE_ORGANISATION))
		return false;
	give(c, p, p->low, i, HOW_COLON);
	return true;
}

/* Whether verb v, which no list knows as a cue, is one between a quotation and
 * a name: "..", souffle Bell. */
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

/* Whether verb v may have its subject behind it: in English a weak one only if
 * nothing else follows: "..", advises Smith. */
static bool
may_be_inverted(const struct passage *p, size_t v, size_t noun)
{
	const struct chunk *verb = &p->chunk[v];

	if (verb->kind == CUE_STRONG)
		return true;
	if (p->text->lang != p->text->cues->english)
		return chunk_is_cue(verb) || is_unknown_cue(p, v, noun);
	return chunk_is_cue(verb) && passage_is(p, v - 1, CHUNK_QUOTE)
	    && ends_with_comma(p, v - 1) && (noun + 1 >= p->high
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
	give(c, p, noun, i, HOW_AFTER);
	return true;
}

/* ".." - Smith */
static bool
find_signature(const struct passage *p, size_t first, size_t i,
    struct speaker *c)
{
	if (i == first || !passage_is(p, i - 1, CHUNK_DASH)
	    || !passage_is(p, i, CHUNK_NOUN) || !p->chunk[i].upper)
		return false;
	give(c, p, i, i - 1, HOW_DASH);
	return i + 1 == p->high || passage_is(p, i + 1, CHUNK_COMMA)
	    || passage_is(p, i + 1, CHUNK_QUOTE);
}

/* Whether verb v and its subject end a sentence: ".., Bell said." */
static bool
closes(const struct passage *p, size_t v)
{
	size_t noun = p->chunk[v].subject;

	return noun < v && noun > p->low && (passage_is(p, noun - 1,
	    CHUNK_COMMA) || (passage_is(p, noun - 1, CHUNK_QUOTE)
	        && ends_with_comma(p, noun - 1)))
	    && (v + 1 == p->high || passage_is(p, v + 1, CHUNK_ADVERB));
}

/* Whether verb v behind a quotation may tell who said that: a cue, or any
 * verb directly behind its subject and a quotation that ends in a comma. */
static bool
may_report(const struct passage *p, size_t first, size_t v)
{
	const struct chunk *verb = &p->chunk[v];

	if (verb->type != CHUNK_VERB || verb->form > FORM_PAST
	    || verb->subject == CHUNK_NONE || verb->subject < first
	    || (verb->behind && verb->kind != CUE_STRONG)
	    || passage_is(p, v - 1, CHUNK_RELATIVE))
		return false;
	return chunk_is_cue(verb)
	    || (verb->subject == first && is_somebody(p, first)
	        && first > 0 && passage_is(p, first - 1, CHUNK_QUOTE)
	        && ends_with_comma(p, first - 1)
	        && !cue_is_auxiliary(
	            (enum cue_kind)p->token[verb->head].kind));
}

/* Whether "as Bell said" may follow a quotation at chunk i. */
static bool
is_as_said(const struct passage *p, size_t first, size_t i)
{
	return first > 0 && passage_is(p, first - 1, CHUNK_QUOTE)
	    && ends_with_comma(p, first - 1)
	    && passage_is(p, i, CHUNK_CONJUNCTION)
	    && passage_is(p, i + 1, CHUNK_NOUN);
}

/* Looks for who speaks between a chunk and the sentence's end. */
bool
speaker_after(const struct passage *p, size_t first, struct speaker *c)
{
	const struct chunk *v;
	size_t i = first, at;
	bool joined; /* the sentence goes on: "..", and Smith said .. */

	while (i < p->high && (passage_is(p, i, CHUNK_COMMA)
	    || passage_is(p, i, CHUNK_DASH)))
		i++;
	if (find_inverted(p, i, c) || find_signature(p, first, i, c))
		return true;
	if (is_as_said(p, first, i))
		i++;
	joined = passage_is(p, i, CHUNK_COORDINATOR)
	    || passage_is(p, i, CHUNK_CONJUNCTION);
	for (at = i; at < p->high && !passage_is(p, at, CHUNK_SEMICOLON);
	    at++) {
		v = &p->chunk[at];
		joined |= v->type == CHUNK_QUOTE;
		if (v->type == CHUNK_SOURCE
		    && take_source(p, at, p->high, c))
			return true;
		if (!may_report(p, i, at) || (joined && !closes(p, at)))
			continue;
		give(c, p, v->subject, at, HOW_AFTER);
		c->distance = v->behind ? 0 : v->subject - i;
		return true;
	}
	return false;
}

/* Whether the verb behind a quotation leads to the next one, or what stands
 * in dashes belongs to what is before. */
static bool
leads_away(const struct passage *p, size_t k, const struct speaker *after)
{
	size_t i = after->verb + 1;

	if (passage_is(p, k + 1, CHUNK_DASH) && k > p->low
	    && passage_is(p, k - 1, CHUNK_DASH))
		return true;
	while (passage_is(p, i, CHUNK_ADVERB))
		i++;
	return (passage_is(p, i, CHUNK_COMMA) || passage_is(p, i, CHUNK_COLON))
	    && passage_is(p, i + 1, CHUNK_QUOTE) && after->noun < after->verb;
}

/* Whether "..," Bell said" ends what is said, so that Bell is the source
 * whatever verb stands before: "It shows that "..," Bell said." */
static bool
closes_quote(const struct passage *p, size_t k, const struct speaker *after)
{
	size_t next = after->verb + 1;

	if (!ends_with_comma(p, k) || after->distance > 0 || !after->strong
	    || after->how != HOW_AFTER)
		return false;
	if (k > p->low && (passage_is(p, k - 1, CHUNK_COMMA)
	    || passage_is(p, k - 1, CHUNK_COLON)))
		return false;
	return after->noun > after->verb || !(passage_is(p, next, CHUNK_NOUN)
	    || passage_is(p, next, CHUNK_THAT));
}

/* Whether a verb before calls something by quotation k: "nannte ihn „..“",
 * "bezeichnet ihn als „..“". */
static bool
names(const struct passage *p, size_t k, const struct speaker *before)
{
	return p->text->lang != p->text->cues->english
	    && p->chunk[before->verb].kind == CUE_WEAK && k > p->low
	    && passage_is(p, k - 1, CHUNK_CONJUNCTION);
}

/* "hat ihn „..“ genannt"; "Wie Bell sagte, .." */
static bool
find_verblast(const struct passage *p, size_t k, struct speaker *c)
{
	struct verblast found = verblast_find(p, k);

	if (found.noun != CHUNK_NONE) {
		give(c, p, found.noun, found.verb, HOW_BEFORE);
		return true;
	}
	found = verblast_as(p, k);
	if (found.noun != CHUNK_NONE)
		give(c, p, found.noun, found.verb, HOW_ACCORDING);
	return found.noun != CHUNK_NONE;
}

/* "A quiet night - Bell: .." */
static bool
find_credit(const struct passage *p, size_t k, struct speaker *c)
{
	if (k < p->low + 3 || !passage_is(p, k - 1, CHUNK_COLON)
	    || !passage_is(p, k - 2, CHUNK_NOUN) || !p->chunk[k - 2].upper
	    || !passage_is(p, k - 3, CHUNK_DASH))
		return false;
	give(c, p, k - 2, k - 1, HOW_COLON);
	return true;
}

/* The best of what the sentence has to say. */
bool
speaker_find(const struct passage *p, size_t k, struct speaker *c)
{
	struct speaker after, before;
	bool has_after, has_before;

	if (owner_around(p, k, c) || find_credit(p, k, c)
	    || find_verblast(p, k, c))
		return true;
	has_after = speaker_after(p, k + 1, &after);
	has_before = speaker_before(p, k, &before);
	if (has_after && (!has_before || closes_quote(p, k, &after)
	    || (leads_on(p, k) && after.distance == 0 && after.strong
	        && !names(p, k, &before) && !leads_away(p, k, &after)
	        && (before.distance > ADJACENT
	            || (!before.strong && before.distance > 1)))))
		*c = after;
	else if (has_before)
		*c = before;
	else
		return find_label(p, k, c) || find_heading(p, k, c);
	via_find(p, c);
	return true;
}
