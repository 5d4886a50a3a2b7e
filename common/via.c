/* SPDX-License-Identifier: ISC */
#include "via.h"

bool
via_ends_clause(const struct passage *p, size_t i)
{
	switch (p->chunk[i].type) {
	case CHUNK_COMMA:
	case CHUNK_RELATIVE:
		return true;
	case CHUNK_CONJUNCTION:
		return passage_is(p, i + 1, CHUNK_NOUN)
		    && passage_is(p, i + 2, CHUNK_VERB);
	case CHUNK_QUOTE:
	case CHUNK_COORDINATOR:
		return !passage_is(p, i + 1, CHUNK_THAT);
	default:
		return false;
	}
}

/*
 * Who tells what the speaker found before a quotation says: the subject of a
 * verb of saying whose clause holds it.
 */
static void
find_outer(const struct passage *p, struct speaker *c)
{
	const struct chunk *v;
	size_t i = c->noun < c->verb ? c->noun : c->verb;

	while (i-- > p->low && !via_ends_clause(p, i)) {
		v = &p->chunk[i];
		if (v->type != CHUNK_VERB || v->form > FORM_PAST
		    || !cue_is_saying((enum cue_kind)v->kind)
		    || v->subject == CHUNK_NONE || v->subject > i)
			continue;
		c->via = phrase_of(p->chunk, p->low, v->subject, i, true);
		return;
	}
}

/* "..", Bell said, according to Orr; "..", Bell said, reports Orr */
static void
find_reporter(const struct passage *p, struct speaker *c)
{
	size_t i, noun = CHUNK_NONE;

	for (i = c->verb + 1; i < p->high && noun == CHUNK_NONE
	    && !passage_is(p, i, CHUNK_QUOTE); i++)
		if (passage_is(p, i, CHUNK_SOURCE)
		    || (passage_is(p, i - 1, CHUNK_COMMA)
		        && chunk_is_cue(&p->chunk[i])
		        && p->chunk[i].form == FORM_FINITE
		        && passage_is(p, i + 1, CHUNK_NOUN)))
			noun = clause_inverted(p->chunk, i + 1, p->high);
	if (noun != CHUNK_NONE)
		c->via = phrase_of(p->chunk, p->low, noun, p->high, false);
}

void
via_find(const struct passage *p, struct speaker *c)
{
	if (c->how == HOW_BEFORE)
		find_outer(p, c);
	else if (c->how == HOW_AFTER)
		find_reporter(p, c);
}
