/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "dialogue.h"

/* The first of block's quotations from i on that tells its speaker. */
static const struct attribution *
own_speaker(const struct attribution *of, const struct quotes *q, size_t i)
{
	size_t block = q->quote[i].block;

	for (; i < q->n && q->quote[i].block == block; i++)
		if (of[i].speech && !of[i].borrowed && of[i].how != HOW_NONE)
			return &of[i];
	return NULL;
}

/* Whether a quotation is the first thing in its block. */
static bool
leads_block(const struct quote *q, const struct scan *s,
    const struct block *block)
{
	size_t at = block[q->block].start;

	while (at < q->open && block_is_space(s->text[at]))
		at++;
	return at == q->open;
}

/* Lists the blocks with quotations. */
static void
find_turns(struct dialogue *d, const struct attribution *of,
    const struct quotes *q, const struct scan *s, const struct block *block)
{
	size_t i, end = 0;
	bool leads, led = false;

	d->n = 0;
	for (i = 0; i < q->n; i++) {
		if (i > 0 && q->quote[i].block == q->quote[i - 1].block) {
			end = q->quote[i].last_block + 1;
			continue;
		}
		leads = leads_block(&q->quote[i], s, block);
		d->turn = alloc_grow(d->turn, &d->cap, d->n + 1,
		    sizeof *d->turn);
		d->turn[d->n++] = (struct turn) { i, own_speaker(of, q, i),
			leads && led && q->quote[i].block == end };
		led = leads;
		end = q->quote[i].last_block + 1;
	}
}

static bool
is_same(const struct scan *s, const struct attribution *a,
    const struct attribution *b)
{
	return span_equal(scan_span(s, a->speaker.start, a->speaker.end),
	    scan_span(s, b->speaker.start, b->speaker.end));
}

/* Neighbours that tell: a turn, or the same speaker? "He" may be anybody. */
static void
vote(struct dialogue *d, const struct scan *s)
{
	const struct attribution *a, *b;
	size_t i;

	for (i = 1; i < d->n; i++) {
		a = d->turn[i - 1].speaker;
		b = d->turn[i].speaker;
		if (!d->turn[i].next || a == NULL || b == NULL)
			continue;
		if (is_same(s, a, b))
			d->n_runs++;
		else if (a->pronoun == b->pronoun)
			d->n_turns++;
	}
}

/* Finds the speakers of turns: two before, two after, the last other one. */
static void
alternate(struct dialogue *d, const struct scan *s)
{
	const struct attribution *last = NULL, *other = NULL;
	struct turn *t = d->turn;
	size_t i;

	for (i = 2; i < d->n; i++)
		if (t[i].speaker == NULL && t[i].next && t[i - 1].next)
			t[i].speaker = t[i - 2].speaker;
	for (i = d->n; i-- > 2;)
		if (t[i - 2].speaker == NULL && t[i].next && t[i - 1].next)
			t[i - 2].speaker = t[i].speaker;
	for (i = 0; i < d->n; i++) {
		if (t[i].speaker == NULL && t[i].next)
			t[i].speaker = other;
		if (t[i].speaker == NULL)
			continue;
		if (last != NULL && !is_same(s, last, t[i].speaker))
			other = last;
		last = t[i].speaker;
	}
}

/* Gives what a block's quotations borrowed to the turn's speaker. */
static void
give(const struct turn *t, struct attribution *of, const struct quotes *q)
{
	size_t i = t->quote, block = q->quote[i].block;

	for (; i < q->n && q->quote[i].block == block; i++) {
		if (!of[i].borrowed || !of[i].speech)
			continue;
		of[i].speaker = t->speaker->speaker;
		of[i].antecedent = t->speaker->antecedent;
		of[i].cue = (struct place) { 0, 0 };
		of[i].origin = t->speaker->origin;
		of[i].how = HOW_TURN;
	}
}

void
dialogue_begin(struct dialogue *d)
{
	d->n_turns = d->n_runs = 0;
}

void
dialogue_find(struct dialogue *d, struct attribution *of,
    const struct quotes *q, const struct scan *s, const struct block *block)
{
	size_t i;

	find_turns(d, of, q, s, block);
	vote(d, s);
	if (d->n_turns <= d->n_runs)
		return;
	alternate(d, s);
	for (i = 0; i < d->n; i++)
		if (d->turn[i].speaker != NULL)
			give(&d->turn[i], of, q);
}

void
dialogue_end(struct dialogue *d)
{
	free(d->turn);
	memset(d, 0, sizeof *d);
}
