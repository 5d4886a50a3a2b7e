/* SPDX-License-Identifier: ISC */
#include "after.h"
#include "before.h"
#include "impersonal.h"
#include "label.h"
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

bool
speaker_ends_comma(const struct passage *p, size_t k)
{
	return last_byte(p, k) == ',' || passage_is(p, k + 1, CHUNK_COMMA);
}

/* Whether a quotation ends so that its sentence goes on: ",", "?", "!". */
static bool
leads_on(const struct passage *p, size_t k)
{
	char last = last_byte(p, k);

	return speaker_ends_comma(p, k) || last == '?' || last == '!'
	    || last == '-' || passage_is(p, k + 1, CHUNK_DASH);
}

bool
speaker_may_be_cue(const struct passage *p, size_t v)
{
	uint8_t kind = p->token[p->chunk[v].head].kind;

	return kind == CUE_NONE || kind == CUE_PAST;
}

bool
speaker_is_somebody(const struct passage *p, size_t noun)
{
	return noun != CHUNK_NONE && chunk_is_somebody(&p->chunk[noun]);
}

void
speaker_give(struct speaker *c, const struct passage *p, size_t i, size_t v,
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

bool
speaker_take_source(const struct passage *p, size_t at, size_t high,
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
	speaker_give(c, p, noun, at, HOW_ACCORDING);
	return true;
}

/*
 * Whether the verb behind a quotation leads to the next one, or what stands in
 * dashes belongs to what is before.
 */
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

/*
 * Whether "..," Bell said" ends what is said, so that Bell is the source
 * whatever verb stands before: "It shows that "..," Bell said."
 */
static bool
closes_quote(const struct passage *p, size_t k, const struct speaker *after)
{
	size_t next = after->verb + 1;

	if (!speaker_ends_comma(p, k) || after->distance > 0 || !after->strong
	    || after->how != HOW_AFTER)
		return false;
	if (k > p->low && (passage_is(p, k - 1, CHUNK_COMMA)
	    || passage_is(p, k - 1, CHUNK_COLON)))
		return false;
	return after->noun > after->verb || !(passage_is(p, next, CHUNK_NOUN)
	    || passage_is(p, next, CHUNK_THAT));
}

/*
 * Whether a verb before calls something by quotation k: "nannte ihn „..“",
 * "bezeichnet ihn als „..“".
 */
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
		speaker_give(c, p, found.noun, found.verb, HOW_BEFORE);
		return true;
	}
	found = verblast_as(p, k);
	if (found.noun != CHUNK_NONE)
		speaker_give(c, p, found.noun, found.verb, HOW_ACCORDING);
	return found.noun != CHUNK_NONE;
}

bool
speaker_find(const struct passage *p, size_t k, struct speaker *c)
{
	struct speaker after, before;
	bool has_after, has_before;

	if (owner_around(p, k, c) || label_of_credit(p, k, c)
	    || find_verblast(p, k, c))
		return true;
	has_after = after_find(p, k + 1, &after);
	has_before = before_find(p, k, &before);
	if (has_after && (!has_before || closes_quote(p, k, &after)
	    || (leads_on(p, k) && after.distance == 0 && after.strong
	        && !names(p, k, &before) && !leads_away(p, k, &after)
	        && (before.distance > ADJACENT
	            || (!before.strong && before.distance > 1)))))
		*c = after;
	else if (has_before)
		*c = before;
	else
		return label_find(p, k, c) || label_of_heading(p, k, c);
	via_find(p, c);
	return true;
}

size_t
speaker_first_subject(const struct passage *p, size_t k)
{
	const struct chunk *v;
	size_t i;

	for (i = p->low; i < k; i++) {
		v = &p->chunk[i];
		if (v->type == CHUNK_VERB && v->subject != CHUNK_NONE
		    && v->subject < k)
			return v->subject;
	}
	return clause_inverted(p->chunk, p->low, k);
}

bool
speaker_subject(const struct passage *p, size_t k, struct speaker *c)
{
	*c = (struct speaker) { .how = HOW_SUBJECT, .noun = CHUNK_NONE };
	if (!passage_is_inside(p, k))
		return false;
	c->noun = speaker_first_subject(p, k);
	if (c->noun == CHUNK_NONE || p->chunk[c->noun].kind == CUE_IT)
		return false;
	c->who = phrase_of(p->chunk, p->low, c->noun, k, false);
	c->pronoun = chunk_is_pronoun(&p->chunk[c->noun]);
	return true;
}
