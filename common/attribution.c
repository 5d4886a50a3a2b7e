/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "after.h"
#include "attribution.h"
#include "before.h"
#include "prodrop.h"
#include "setting.h"
#include "speaker.h"
#include "speech.h"
#include "unspaced.h"
#include "verblast.h"

enum {
	CLITIC_BYTES = 5    /* the longest "'ll" with its apostrophe */
};

/* Where a word ends without its "'s", "'re", "'d". */
static size_t
cut_clitic(const struct scan *s, struct place word)
{
	size_t at = word.end, n = 0;

	while (at > word.start && n++ < CLITIC_BYTES) {
		at--;
		if (s->text[at] == '\'')
			return at > word.start ? at : word.end;
		if (at > word.start + 2
		    && memcmp(s->text + at - 2, "\xE2\x80\x99", 3) == 0)
			return at - 2;
	}
	return word.end;
}

static struct place
place_of(const struct passage *p, struct phrase who)
{
	const struct token *last = &p->token[who.end - 1];
	struct place place;

	if (phrase_is_empty(who))
		return (struct place) { 0, 0 };
	place = (struct place) { p->token[who.first].start, last->end };
	if (last->possessive || (who.end - who.first == 1
	    && last->kind >= CUE_HE && last->kind <= CUE_IT))
		place.end = cut_clitic(p->text->scan, place);
	return place;
}

/* The subject of the first verb in chunks low..k, or CHUNK_NONE. */
static size_t
first_subject(const struct passage *p, size_t low, size_t k)
{
	const struct chunk *v;
	size_t i;

	for (i = low; i < k; i++) {
		v = &p->chunk[i];
		if (v->type == CHUNK_VERB && v->subject != CHUNK_NONE
		    && v->subject < k)
			return v->subject;
	}
	return clause_inverted(p->chunk, low, k);
}

/*
 * Looks in the sentence before chunk `end`: for a cue, then for who is its
 * subject.
 */
static bool
find_before(struct passage *p, size_t end, struct speaker *c)
{
	size_t noun;

	passage_sentence(p, end - 1);
	p->high = end;
	if (after_find(p, p->low, c) || before_find(p, end, c))
		return true;
	noun = first_subject(p, p->low, end);
	if (p->low < p->start || noun == CHUNK_NONE
	    || !chunk_is_somebody(&p->chunk[noun]))
		return false;
	*c = (struct speaker) {
		.who = phrase_of(p->chunk, p->low, noun, end, false),
		.noun = noun,
		.pronoun = chunk_is_pronoun(&p->chunk[noun])
	};
	return true;
}

/* Looks in the sentence before, then in the one behind. */
static bool
find_nearby(struct passage *p, size_t k, struct speaker *c)
{
	size_t low = p->low, high = p->high;
	bool found = low > 0 && !passage_is_cut(p, low - 1)
	    && low > 1 && find_before(p, low - 1, c);

	if (!found && !passage_is_inside(p, k) && !passage_is_cut(p, high)
	    && high + 1 < p->n) {
		passage_sentence(p, high + 1);
		p->low = high + 1;
		found = after_find(p, high + 1, c);
	}
	p->low = low;
	p->high = high;
	c->how = HOW_CARRIED;
	return found;
}

/* The subject of a sentence with words of a quotation. */
static bool
find_subject(const struct passage *p, size_t k, struct speaker *c)
{
	*c = (struct speaker) { .how = HOW_SUBJECT, .noun = CHUNK_NONE };
	if (!passage_is_inside(p, k))
		return false;
	c->noun = first_subject(p, p->low, k);
	if (c->noun == CHUNK_NONE || p->chunk[c->noun].kind == CUE_IT)
		return false;
	c->who = phrase_of(p->chunk, p->low, c->noun, k, false);
	c->pronoun = chunk_is_pronoun(&p->chunk[c->noun]);
	return true;
}

/* Takes what was found for the quotation of chunk k. */
static void
take(struct attribution *a, const struct passage *p, size_t k,
    const struct speaker *c)
{
	a->borrowed = false;
	a->origin = p->token[p->chunk[k].first].quote;
	a->inside = passage_is_inside(p, k);
	a->how = c->how;
	a->distance = c->distance;
	a->speaker = place_of(p, c->who);
	a->cue = place_of(p, c->cue);
	a->via = place_of(p, c->via);
	a->pronoun = c->pronoun;
}

/* Whether the sentence before chunk `end` holds a quotation. */
static bool
has_quote_before(const struct passage *p, size_t end)
{
	size_t i = end, low = clause_low(p->chunk, end);

	while (i > low)
		if (passage_is(p, --i, CHUNK_QUOTE))
			return true;
	return false;
}

/*
 * Looks around the sentence of chunk k, where itself does not tell. Within a
 * paragraph the last speaker goes on, but behind a sentence without quotation
 * that tells who speaks: "She added a word of thanks. ".."".
 */
static bool
find_around(struct passage *p, size_t k, bool goes_on, struct speaker *c)
{
	struct passage before;
	bool inside = passage_is_inside(p, k);

	if (inside && find_subject(p, k, c)
	    && chunk_is_somebody(&p->chunk[c->noun]))
		return true;
	if (!goes_on)
		return find_nearby(p, k, c);
	if (inside || p->low == 0 || passage_is_cut(p, p->low - 1)
	    || p->low == 1 || has_quote_before(p, p->low - 1))
		return false;
	before = *p;
	if (!find_before(&before, p->low - 1, c) || c->verb == 0)
		return false;
	c->how = HOW_CARRIED;
	return true;
}

/* A speaker who is only known from before has the cue beside the quotation. */
static void
take_bare_cue(const struct passage *p, size_t k, struct attribution *a)
{
	struct phrase cue = prodrop_cue(p, k);

	if (phrase_is_empty(cue))
		return;
	a->cue = place_of(p, cue);
	a->how = HOW_CARRIED;
}

static void
attribute(struct passage *p, size_t k, const struct attribution *last,
    bool in_paragraph, struct attribution *a)
{
	struct speaker c = { .how = HOW_NONE };
	bool found;

	passage_sentence(p, k);
	found = speaker_find(p, k, &c);
	if (!found && (last == NULL || !verblast_is_reported(p)))
		found = find_around(p, k, last != NULL && in_paragraph, &c);
	if (!found && last != NULL) {
		*a = *last;
		a->borrowed |= !in_paragraph;
		a->inside = passage_is_inside(p, k);
		a->how = HOW_CARRIED;
		take_bare_cue(p, k, a);
		return;
	}
	if (!found && !find_subject(p, k, &c))
		c = (struct speaker) { .how = HOW_NONE };
	take(a, p, k, &c);
	if (a->how == HOW_CARRIED || a->how == HOW_SUBJECT)
		take_bare_cue(p, k, a);
	if (last != NULL && a->how == HOW_BEFORE
	    && a->cue.start == last->cue.start && last->how == HOW_AFTER)
		a->how = HOW_CARRIED;
}

/*
 * Attributes the quotations of a paragraph; false where a sentence is asked
 * for that was not read.
 */
static bool
attribute_group(struct attributions *as, struct passage *p,
    const struct block *blocks, const struct attribution **last)
{
	const struct quote *q;
	struct attribution *a;
	bool in_paragraph = false; /* `last` is of this one */
	size_t k;

	chunk_read(&as->chunks, p->text, as->paragraph.sentences.token,
	    as->paragraph.sentences.n);
	clause_find_subjects(&as->chunks,
	    p->text->cues->verb_second[p->text->lang]);
	p->token = as->paragraph.sentences.token;
	p->chunk = as->chunks.chunk;
	p->n = as->chunks.n;
	p->lacks = false;
	for (k = 0; k < p->n && p->chunk[k].first < as->paragraph.n_context;)
		k++;
	for (p->start = k, k = 0; k < p->n; k++) {
		if (!passage_is(p, k, CHUNK_QUOTE))
			continue;
		q = passage_quote(p, k);
		a = &as->of[q - p->text->quotes->quote];
		attribute(p, k, *last, in_paragraph, a);
		if (p->lacks)
			return false;
		speech_judge(as, p, k, &blocks[q->block]);
		if (!a->speech)
			continue;
		*last = a->how != HOW_NONE && a->how != HOW_SUBJECT ? a : NULL;
		in_paragraph = true;
	}
	return true;
}

/*
 * Attributes the paragraph that quotation i begins, by as little of it as will
 * do; the index of the first one behind it.
 */
static size_t
attribute_paragraph(struct attributions *as, const struct sentence_text *in,
    size_t i, const struct window *w, const struct attribution **last)
{
	struct passage p = { .text = in };
	const struct attribution *before = *last;
	struct sentences *s = &as->paragraph.sentences;
	size_t next = paragraph_read(&as->paragraph, in, i, w, VICINITY_OWN);
	size_t at;

	for (at = i; at < next; at++)
		if (in->quotes->quote[at].depth > 0)
			speech_judge_nested(&as->of[at]);
	if (in->cues->unspaced[in->lang]) {
		unspaced_attribute(as->of, &(struct line) { in, s->token,
		    s->n }, last);
	} else if (!attribute_group(as, &p, w->blocks.block, last)) {
		*last = before;
		paragraph_read(&as->paragraph, in, i, w, VICINITY_NEXT);
		attribute_group(as, &p, w->blocks.block, last);
	}
	return next;
}

void
attribution_find(struct attributions *as, const struct sentence_text *in,
    const struct window *w)
{
	const struct attribution *last = NULL;
	const struct quotes *q = in->quotes;
	size_t i;

	as->of = alloc_grow(as->of, &as->cap, q->n, sizeof *as->of);
	as->n = q->n;
	if (q->n > 0)
		memset(as->of, 0, q->n * sizeof *as->of);
	setting_vote(as, q);
	for (i = 0; i < q->n;)
		i = attribute_paragraph(as, in, i, w, &last);
}

void
attribution_end(struct attributions *as)
{
	paragraph_end(&as->paragraph);
	chunk_end(&as->chunks);
	free(as->of);
	memset(as, 0, sizeof *as);
}
