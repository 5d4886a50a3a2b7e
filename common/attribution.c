/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribution.h"
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
place_of(const struct passage *p, const struct token *token,
    struct phrase who)
{
	const struct token *last;
	struct place place;

	if (phrase_is_empty(who))
		return (struct place) { 0, 0 };
	last = &token[who.end - 1];
	place = (struct place) { token[who.first].start, last->end };
	if (last->possessive || (who.end - who.first == 1
	    && last->kind >= CUE_HE && last->kind <= CUE_IT))
		place.end = cut_clitic(p->text->scan, place);
	return place;
}

/* Takes what was found for the quotation of chunk k. */
static void
take(struct attribution *a, const struct passage *p, size_t k,
    const struct speaker *c)
{
	const struct token *token = c->token != NULL ? c->token : p->token;

	a->borrowed = false;
	a->origin = p->token[p->chunk[k].first].quote;
	a->inside = passage_is_inside(p, k);
	a->how = c->how;
	a->distance = c->distance;
	a->speaker = place_of(p, token, c->who);
	a->cue = place_of(p, token, c->cue);
	a->via = place_of(p, token, c->via);
	a->pronoun = c->pronoun;
}

/* A speaker who is only known from before has the cue beside the quotation. */
static void
take_bare_cue(const struct passage *p, size_t k, struct attribution *a)
{
	struct phrase cue = prodrop_cue(p, k);

	if (phrase_is_empty(cue))
		return;
	a->cue = place_of(p, p->token, cue);
	a->how = HOW_CARRIED;
}

static void
attribute(struct around *around, const struct passage *p, size_t k,
    const struct attribution *last, bool in_paragraph, struct attribution *a)
{
	struct speaker c = { .how = HOW_NONE };
	bool found;

	found = speaker_find(p, k, &c);
	if (!found && (last == NULL || !verblast_is_reported(p)))
		found = around_find(around, p, k, last != NULL
		    && in_paragraph, &c);
	if (!found && last != NULL) {
		*a = *last;
		a->borrowed |= !in_paragraph;
		a->inside = passage_is_inside(p, k);
		a->how = HOW_CARRIED;
		take_bare_cue(p, k, a);
		return;
	}
	if (!found && !speaker_subject(p, k, &c))
		c = (struct speaker) { .how = HOW_NONE };
	take(a, p, k, &c);
	if (a->how == HOW_CARRIED || a->how == HOW_SUBJECT)
		take_bare_cue(p, k, a);
	if (last != NULL && a->how == HOW_BEFORE
	    && a->cue.start == last->cue.start && last->how == HOW_AFTER)
		a->how = HOW_CARRIED;
}

/* The last one that is speech, if it has a speaker, and whether .. */
struct last {
	const struct attribution *of;
	bool in_paragraph; /* .. it is of this one */
};

/* Attributes the quotation of chunk k, whose sentence the passage is at. */
static void
attribute_quote(struct attributions *as, const struct passage *p, size_t k,
    const struct block *blocks, struct last *last)
{
	const struct quote *q = passage_quote(p, k);
	struct attribution *a = &as->of[q - p->text->quotes->quote];

	attribute(&as->around, p, k, last->of, last->in_paragraph, a);
	speech_judge(as, p, k, &blocks[q->block]);
	if (!a->speech)
		return;
	last->of = a->how != HOW_NONE && a->how != HOW_SUBJECT ? a : NULL;
	last->in_paragraph = true;
}

static void
attribute_group(struct attributions *as, struct passage *p,
    const struct block *blocks, const struct attribution **of)
{
	struct last last = { *of, false };
	const struct chunks *c = &as->chunks;
	const uint32_t *stop;
	size_t i, k, start = 0;

	chunk_read(&as->chunks, p->text, as->paragraph.sentences.token,
	    as->paragraph.sentences.n);
	clause_find_subjects(&as->chunks,
	    p->text->cues->verb_second[p->text->lang]);
	p->token = as->paragraph.sentences.token;
	p->chunk = c->chunk;
	p->n = c->n;
	p->start = 0;
	while (p->start < p->n
	    && p->chunk[p->start].first < as->paragraph.n_context)
		p->start++;
	for (i = 0, stop = c->stop; i < c->n_quotes; i++) {
		k = c->quote[i];
		while (*stop < k)
			start = *stop++ + 1;
		passage_look(p, k, start, *stop);
		attribute_quote(as, p, k, blocks, &last);
	}
	*of = last.of;
}

void
attribution_find(struct attributions *as, const struct sentence_text *in,
    const struct window *w)
{
	struct passage p = { .text = in };
	const struct attribution *last = NULL;
	const struct quotes *q = in->quotes;
	const struct block *block = w->blocks.block;
	size_t i, next, at;

	as->of = alloc_grow(as->of, &as->cap, q->n, sizeof *as->of);
	as->n = q->n;
	if (q->n > 0)
		memset(as->of, 0, q->n * sizeof *as->of);
	setting_vote(as, q);
	around_begin(&as->around);
	for (i = 0; i < q->n; i = next) {
		next = paragraph_read(&as->paragraph, in, i, w);
		for (at = i; at < next; at++)
			if (q->quote[at].depth > 0)
				speech_judge_nested(&as->of[at]);
		if (in->cues->unspaced[in->lang])
			unspaced_attribute(as->of, &(struct line) { in,
			    as->paragraph.sentences.token,
			    as->paragraph.sentences.n }, &last);
		else
			attribute_group(as, &p, block, &last);
	}
}

void
attribution_end(struct attributions *as)
{
	paragraph_end(&as->paragraph);
	chunk_end(&as->chunks);
	around_end(&as->around);
	free(as->of);
	memset(as, 0, sizeof *as);
}
