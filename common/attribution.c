/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribution.h"
#include "speaker.h"
#include "speech.h"

enum {
	SENTENCES_BACK = 4, /* that a pronoun's meaning is looked for in */
	FAR = 1000          /* bytes of a paragraph that is read for the next */
};

static struct place
place_of(const struct passage *p, struct phrase who)
{
	if (phrase_is_empty(who))
		return (struct place) { 0, 0 };
	return (struct place) {
		p->token[who.first].start, p->token[who.end - 1].end
	};
}

/* Looks in the sentence before, then in the one behind. */
static bool
find_nearby(struct passage *p, size_t k, struct speaker *c)
{
	size_t low = p->low, high = p->high;
	bool found = false;

	if (low > 1) {
		passage_sentence(p, low - 2);
		p->high = low - 1;
		found = speaker_after(p, p->low, c)
		    || speaker_before(p, low - 1, c);
	}
	if (!found && high + 1 < p->n && !passage_is_inside(p, k)) {
		passage_sentence(p, high + 1);
		p->low = high + 1;
		found = speaker_after(p, high + 1, c);
	}
	p->low = low;
	p->high = high;
	c->how = HOW_CARRIED;
	return found;
}

/*
 * Whom a pronoun at token i may mean: the subject of the nearest sentence
 * before it in the paragraph that is about a name. Behind a quotation, that
 * one's speaker is more likely.
 */
static struct place
find_antecedent(const struct passage *p, size_t i)
{
	struct passage before = *p;
	struct phrase who;
	bool quoted;
	size_t n;

	for (n = 0; n < SENTENCES_BACK && i > 1; n++) {
		while (i > 0 && !passage_is(p, i - 1, TOKEN_STOP))
			i--;
		if (i < 2)
			break;
		passage_sentence(&before, i -= 2);
		quoted = passage_is(p, before.low, TOKEN_QUOTE);
		who = phrase_first(p->token, before.low + quoted, i + 1);
		if (!phrase_is_empty(who) && !passage_is_pronoun(p, who)
		    && p->token[who.end - 1].upper)
			return place_of(p, who);
		if (quoted)
			break;
	}
	return (struct place) { 0, 0 };
}

/* A person who is the subject of a sentence with words of a quotation. */
static bool
find_subject(const struct passage *p, size_t k, struct speaker *c)
{
	*c = (struct speaker) { .how = HOW_SUBJECT };
	if (!passage_is_inside(p, k))
		return false;
	c->who = phrase_first(p->token, p->low, k);
	if (phrase_is_empty(c->who))
		return false;
	return passage_is_pronoun(p, c->who) || p->token[c->who.first].upper;
}

static void
attribute(struct passage *p, size_t k, const struct attribution *last,
    bool in_paragraph, struct attribution *a)
{
	struct speaker c;
	bool found;

	passage_sentence(p, k);
	found = speaker_find(p, k, &c);
	if (!found && (last == NULL || !in_paragraph))
		found = find_nearby(p, k, &c);
	if (!found && find_subject(p, k, &c))
		found = true;
	if (!found && last != NULL) {
		*a = *last;
		a->borrowed |= !in_paragraph;
		a->inside = passage_is_inside(p, k);
		a->how = HOW_CARRIED;
		return;
	}
	if (!found) {
		c = (struct speaker) { .how = HOW_SUBJECT };
		c.who = phrase_first(p->token, p->low, k);
		found = !phrase_is_empty(c.who);
	}
	a->borrowed = false;
	a->origin = p->token[k].quote;
	a->inside = passage_is_inside(p, k);
	a->how = found ? c.how : HOW_NONE;
	a->distance = found ? c.distance : 0;
	a->speaker = found ? place_of(p, c.who) : (struct place) { 0, 0 };
	a->cue = found ? place_of(p, c.cue) : (struct place) { 0, 0 };
	a->pronoun = found && passage_is_pronoun(p, c.who);
	if (a->pronoun)
		a->antecedent = find_antecedent(p, c.who.first);
	if (last != NULL && a->how == HOW_BEFORE
	    && a->cue.start == last->cue.start && last->how == HOW_AFTER)
		a->how = HOW_CARRIED;
}

/* The end of the paragraph that begins with block b: none is open there. */
static size_t
group_end(const struct quotes *q, size_t i, size_t b)
{
	size_t end = b;

	for (; i < q->n && q->quote[i].block <= end; i++)
		if (q->quote[i].last_block > end)
			end = q->quote[i].last_block;
	return end + 1;
}

/* The last byte of a block that is no space; 0 if there is none. */
static char
last_byte(const struct scan *s, const struct block *b)
{
	struct span text = block_trim(s, b);

	return text.n > 0 ? text.p[text.n - 1] : '\0';
}

/*
 * Reads the block before a paragraph that begins with quotation i, if it
 * leads to it ("She went on:") or holds none itself.
 */
static void
read_context(struct attributions *as, const struct sentence_text *in,
    size_t i, const struct block *block)
{
	const struct quote *q = &in->quotes->quote[i];
	const struct block *b = &block[q->block];
	size_t start = b->start, cursor = i;
	bool leads, quotes;

	while (start < q->open && block_is_space(in->scan->text[start]))
		start++;
	if (start < q->open || q->block == 0 || b[-1].end - b[-1].start > FAR)
		return;
	leads = last_byte(in->scan, b - 1) == ':';
	quotes = i > 0 && in->quotes->quote[i - 1].last_block == q->block - 1;
	if (quotes && !leads)
		return;
	sentence_read(&as->sentences, in, b[-1].start, b[-1].end, &cursor);
	if (!leads)
		sentence_stop(&as->sentences, b[-1].end);
}

static void
attribute_group(struct attributions *as, struct passage *p,
    const struct block *blocks, const struct attribution **last)
{
	const struct quote *q;
	struct attribution *a;
	bool in_paragraph = false; /* `last` is of this one */
	size_t k;

	p->token = as->sentences.token;
	p->n = as->sentences.n;
	for (k = 0; k < p->n; k++) {
		if (p->token[k].type != TOKEN_QUOTE)
			continue;
		q = &p->text->quotes->quote[p->token[k].quote];
		a = &as->of[p->token[k].quote];
		attribute(p, k, *last, in_paragraph, a);
		speech_judge(a, q, p->text, &blocks[q->block]);
		if (!a->speech)
			continue;
		*last = a->how != HOW_NONE && a->how != HOW_SUBJECT ? a : NULL;
		in_paragraph = true;
	}
}

void
attribution_find(struct attributions *as, const struct sentence_text *in,
    const struct window *w)
{
	struct passage p = { .text = in };
	const struct attribution *last = NULL;
	const struct quotes *q = in->quotes;
	const struct block *block = w->blocks.block;
	size_t i, next, end, cursor;

	as->of = alloc_grow(as->of, &as->cap, q->n, sizeof *as->of);
	as->n = q->n;
	if (q->n > 0)
		memset(as->of, 0, q->n * sizeof *as->of);
	for (i = 0; i < q->n; i = next) {
		end = group_end(q, i, q->quote[i].block);
		for (next = i; next < q->n && q->quote[next].block < end;
		    next++)
			if (q->quote[next].depth > 0)
				speech_judge(&as->of[next], &q->quote[next],
				    in, &block[q->quote[next].block]);
		as->sentences.n = 0;
		cursor = i;
		read_context(as, in, i, block);
		sentence_read(&as->sentences, in,
		    block[q->quote[i].block].start, block[end - 1].end,
		    &cursor);
		attribute_group(as, &p, block, &last);
	}
}

void
attribution_end(struct attributions *as)
{
	sentence_end(&as->sentences);
	free(as->of);
	memset(as, 0, sizeof *as);
}
