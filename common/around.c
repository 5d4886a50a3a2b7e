/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "after.h"
#include "around.h"
#include "before.h"
#include "vicinity.h"

/* Makes a passage of what was left out, unless that is read already. */
static void
read_gap(struct beside *b, const struct passage *p, const struct token *gap,
    bool before, struct passage *out)
{
	if (b->from != gap->start || b->to != gap->end) {
		b->from = gap->start;
		b->to = gap->end;
		if (before)
			vicinity_read_last(&b->sentences, p->text, b->from,
			    b->to);
		else
			vicinity_read_first(&b->sentences, p->text, b->from,
			    b->to);
		chunk_read(&b->chunks, p->text, b->sentences.token,
		    b->sentences.n);
		clause_find_subjects(&b->chunks,
		    p->text->cues->verb_second[p->text->lang]);
	}
	*out = (struct passage) { .text = p->text,
		.token = b->sentences.token, .chunk = b->chunks.chunk,
		.n = b->chunks.n };
}

/* Goes to the sentence before, which ends at chunk `high`; false if none. */
static bool
go_before(struct around *r, const struct passage *p, struct passage *out)
{
	size_t stop = p->low - 1, end;
	const struct token *gap;

	if (p->low == 0)
		return false;
	gap = passage_gap(p, stop);
	if (gap == NULL) {
		*out = *p;
		end = stop;
	} else {
		read_gap(&r->before, p, gap, true, out);
		out->start = stop < p->start ? out->n : 0;
		end = out->n - (out->n > 0
		    && passage_is(out, out->n - 1, CHUNK_STOP));
	}
	if (end == 0)
		return false;
	passage_sentence(out, end - 1);
	out->high = end;
	return true;
}

/* The same for the one behind, which begins at chunk `low`. */
static bool
go_behind(struct around *r, const struct passage *p, struct passage *out)
{
	const struct token *gap = passage_gap(p, p->high);
	size_t first = 0;

	if (gap == NULL) {
		*out = *p;
		first = p->high + 1;
	} else {
		read_gap(&r->behind, p, gap, false, out);
	}
	if (first >= out->n)
		return false;
	passage_sentence(out, first);
	out->low = first;
	return true;
}

/* Looks in the sentence before: for a cue, then for who is its subject. */
static bool
find_before(const struct passage *p, struct speaker *c)
{
	size_t noun;

	if (after_find(p, p->low, c) || before_find(p, p->high, c))
		return true;
	noun = speaker_first_subject(p, p->high);
	if (p->low < p->start || !speaker_is_somebody(p, noun))
		return false;
	*c = (struct speaker) {
		.who = phrase_of(p->chunk, p->low, noun, p->high, false),
		.noun = noun,
		.verb = CHUNK_NONE,
		.pronoun = chunk_is_pronoun(&p->chunk[noun])
	};
	return true;
}

/* Looks in the sentence before; in the one behind if that has no words. */
static bool
find_nearby(struct around *r, const struct passage *p, size_t k,
    struct speaker *c)
{
	struct passage near = *p;
	bool before = go_before(r, p, &near), found = false, silent;

	found = before && find_before(&near, c);
	silent = !before || !passage_is_inside(&near, near.high);
	if (!found && silent && !passage_is_inside(p, k)
	    && go_behind(r, p, &near))
		found = after_find(&near, near.low, c);
	c->how = HOW_CARRIED;
	c->token = near.token;
	return found;
}

/* Whether a passage's sentence holds a quotation. */
static bool
has_quote(const struct passage *p)
{
	size_t i;

	for (i = p->low; i < p->high; i++)
		if (passage_is(p, i, CHUNK_QUOTE))
			return true;
	return false;
}

bool
around_find(struct around *r, const struct passage *p, size_t k, bool goes_on,
    struct speaker *c)
{
	struct passage before;
	bool inside = passage_is_inside(p, k);

	if (inside && speaker_subject(p, k, c)
	    && chunk_is_somebody(&p->chunk[c->noun]))
		return true;
	if (!goes_on)
		return find_nearby(r, p, k, c);
	if (inside || !go_before(r, p, &before) || has_quote(&before)
	    || !find_before(&before, c) || c->verb == CHUNK_NONE)
		return false;
	c->how = HOW_CARRIED;
	c->token = before.token;
	return true;
}

void
around_begin(struct around *r)
{
	r->before.from = r->before.to = r->behind.from = r->behind.to = 0;
}

static void
end(struct beside *b)
{
	sentence_end(&b->sentences);
	chunk_end(&b->chunks);
}

void
around_end(struct around *r)
{
	end(&r->before);
	end(&r->behind);
	memset(r, 0, sizeof *r);
}
