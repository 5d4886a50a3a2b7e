/* SPDX-License-Identifier: ISC */
/*
 * Marks are paired paragraph by paragraph. A paragraph is a block; where a
 * quotation is open at the end of a full line whose sentence goes on in the
 * next one, it is several, since a hard-wrapped text is not always cut as one.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "edge.h"
#include "lost.h"
#include "quote.h"
#include "utf8.h"

enum {
	DEEPEST = 8,    /* quotations in each other that depth tells apart */
	LINES_MOST = 100 /* of a paragraph that is read as one */
};

#define OPEN ((size_t)-1) /* a quotation's close while it has none */

struct reading {
	struct quotes *quotes;
	const struct cues *cues;
	size_t lang;
	const struct scan *scan;
	const struct block *block; /* all of the window */
	size_t n_blocks;
	bool begins; /* the document, with the first block */
	size_t at;      /* the paragraph's first block */
	size_t origin;  /* the same of the first that this one hangs on */
	size_t carried; /* the quotation that goes on there, or OPEN */
	struct mark carried_mark; /* what opened it */
	bool reopened;  /* its opening mark stands there again */
};

static struct quote *
add_quote(struct reading *r, const struct mark *m)
{
	struct quotes *q = r->quotes;

	q->quote = alloc_grow(q->quote, &q->cap, q->n + 1, sizeof *q->quote);
	q->quote[q->n] = (struct quote) {
		.start = m->at + m->len,
		.open = m->at,
		.close = OPEN,
		.block = m->block,
		.family = m->family,
	};
	return &q->quote[q->n++];
}

/* Ends a quotation before `end`; `closed` is the mark that did it, or null. */
static void
end_quote(struct reading *r, struct quote *q, size_t end, size_t block,
    const struct mark *closed)
{
	q->end = end;
	edge_trim(r->scan, &q->start, &q->end);
	q->close = closed == NULL ? end : closed->at + closed->len;
	q->closed = closed != NULL;
	q->last_block = block;
}

/*
 * Ends a quotation that no mark closes: where its mark seems to be lost, else
 * at the next opening mark or the end of its block. A single mark that nothing
 * says was one of quotation was none.
 */
static void
cut_quote(struct reading *r, struct quote *q, size_t from, size_t limit,
    size_t block)
{
	size_t end = r->block[block].end, lost;

	if (limit < end)
		end = limit;
	lost = lost_close(r->cues, r->lang, r->scan, from, end);
	if (q->family != MARK_SINGLE || lost < end || from > q->start)
		end_quote(r, q, lost, block, NULL);
}

/* Where the mark of an end stands; behind all where it is the last one's. */
static size_t
place_of(const struct reading *r, uint32_t end)
{
	const struct marks *marks = &r->quotes->marks;
	size_t i = end & ~PAIRING_CUT;

	return i < marks->n ? marks->mark[i].at : r->scan->len;
}

static void
end_carried(struct reading *r, uint32_t end)
{
	struct quote *q = &r->quotes->quote[r->carried];
	const struct mark *m = &r->quotes->marks.mark[end & ~PAIRING_CUT];

	if (end & PAIRING_CUT)
		cut_quote(r, q, r->block[r->at].start, place_of(r, end),
		    r->at);
	else
		end_quote(r, q, m->at, m->block, m);
}

/* Makes quotations of the marks from..to; that of mark `on` goes on. */
static void
collect(struct reading *r, size_t from, size_t to, uint32_t on)
{
	const struct mark *mark = r->quotes->marks.mark;
	const uint32_t *ends = r->quotes->pairing.end;
	struct quote *q;
	size_t i;

	for (i = from; i < to; i++) {
		if (ends[i] == PAIRING_NONE && i != on)
			continue;
		q = add_quote(r, &mark[i]);
		if (i == on)
			continue;
		if (ends[i] & PAIRING_CUT)
			cut_quote(r, q, q->start, place_of(r, ends[i]),
			    mark[i].block);
		else
			end_quote(r, q, mark[ends[i]].at,
			    mark[ends[i]].block, &mark[ends[i]]);
	}
}

/*
 * Drops what was opened and is none, or would end in the midst of another,
 * and tells who is inside whom.
 */
static void
settle(struct quotes *q, const struct scan *s)
{
	size_t i, n = 0, ends[DEEPEST + 1];
	unsigned depth = 0;

	for (i = 0; i < q->n; i++) {
		if (q->quote[i].close == OPEN
		    || edge_is_empty(s, q->quote[i].start, q->quote[i].end))
			continue;
		while (depth > 0 && ends[depth - 1] <= q->quote[i].open)
			depth--;
		if (depth > 0 && q->quote[i].close > ends[depth - 1])
			continue;
		q->quote[i].depth = depth;
		if (depth < DEEPEST)
			ends[depth++] = q->quote[i].close;
		q->quote[n++] = q->quote[i];
	}
	q->n = n;
}

static void
find_marks(struct quotes *q, const struct cues *cues, size_t lang,
    const struct window *w)
{
	const struct scan *s = &w->scan;
	const struct block *b = w->blocks.block;
	size_t at, i, k;

	q->marks.n = 0;
	for (k = 0; k < w->blocks.n; k++) {
		at = scan_next(s, SCAN_MARK, b[k].start, b[k].end);
		if (at == b[k].end)
			continue;
		i = q->marks.n;
		mark_find(&q->marks, &q->votes, cues, lang, s, b[k].start,
		    b[k].end);
		for (; i < q->marks.n; i++)
			q->marks.mark[i].block = (uint16_t)k;
	}
}

/* The index behind the marks of a block, from index i on. */
static size_t
marks_end(const struct reading *r, size_t i, size_t block)
{
	const struct marks *marks = &r->quotes->marks;

	while (i < marks->n && marks->mark[i].block <= block)
		i++;
	return i;
}

/* The first mark of a block, if it may go on with what is open before. */
static const struct mark *
first_mark(const struct reading *r, size_t i, size_t block, bool *heads)
{
	const struct marks *marks = &r->quotes->marks;
	const struct block *b = &r->block[block];
	const struct mark *m = &marks->mark[i];

	*heads = false;
	if (block == r->n_blocks || i == marks->n || m->block != block)
		return NULL;
	*heads = m->at == edge_skip(r->scan, b->start, m->at);
	return m;
}

/*
 * Whether a block and the next one, whose marks begin at index i, are lines of
 * one paragraph, though they were not cut as one: no blank line is between
 * them, the first is as wide as those of a hard-wrapped text, and the second
 * does not begin with the mark of what is open.
 */
static bool
is_wrapped(const struct reading *r, size_t block, size_t i)
{
	const struct block *b = &r->block[block];
	struct span line = block_trim(r->scan, b);
	const struct mark *next;
	size_t width;
	bool heads;

	if (block + 1 == r->n_blocks || b[1].gap)
		return false;
	next = first_mark(r, i, block + 1, &heads);
	if (heads && pairing_goes_on(&r->quotes->pairing, next))
		return false;
	if (b[1].joined || line.n > WRAP_MOST * UTF8_MAX)
		return b[1].joined;
	width = utf8_count(line.p, line.n);
	return width >= WRAP_LEAST && width <= WRAP_MOST;
}

/*
 * Whether a quotation that is open at the end of its block is a few words of
 * the sentence around it. Such a one goes on in no other paragraph.
 */
static bool
is_fragment(const struct reading *r, const struct quote *q,
    const struct block *b)
{
	const char *text = r->scan->text;
	size_t first, before;

	if (q->open < b->start)
		return false;
	first = edge_skip(r->scan, q->start, b->end);
	if (first == b->end || text[first] < 'a' || text[first] > 'z')
		return false;
	before = edge_skip_back(r->scan, b->start, q->open);
	return before > b->start && scan_is(r->scan, SCAN_WORD, before - 1)
	    && lost_is_last(r->scan, first, b->end);
}

/*
 * Goes on to the paragraph that begins at a block, with an open quotation
 * unless that is OPEN, or its closing mark seems to be lost in what was read.
 */
static void
carry(struct reading *r, size_t carried, size_t block)
{
	const struct block *b = &r->block[block - 1];
	struct quote *q;
	size_t from, lost;

	r->at = block;
	r->carried = carried;
	if (carried == OPEN)
		return;
	q = &r->quotes->quote[carried];
	from = q->start > b->start ? q->start : b->start;
	lost = lost_close(r->cues, r->lang, r->scan, from, b->end);
	if (lost < b->end ? !lost_is_last(r->scan, lost, b->end)
	    : !is_fragment(r, q, b))
		return;
	end_quote(r, q, lost, block - 1, NULL);
	r->carried = OPEN;
}

/* The quotation that a mark opened, one of the latest. */
static size_t
quote_of(const struct quotes *q, const struct mark *m)
{
	size_t i = q->n - 1;

	while (q->quote[i].open != m->at)
		i--;
	return i;
}

/* Whether no line stands before a block that may go on with it. */
static bool
heads_paragraph(const struct reading *r, const struct block *b)
{
	if (b->gap || b == r->block)
		return b->gap || r->begins;
	return b[-1].end - b[-1].start < WRAP_LEAST;
}

/*
 * Makes a quotation of what stands before a closing mark at the head of a
 * paragraph, if words follow that say who spoke: its opening mark is lost.
 */
static void
restore_opening(struct reading *r, size_t i)
{
	const struct mark *m = &r->quotes->marks.mark[i];
	const struct block *b = &r->block[r->at];
	struct mark lost = { .at = b->start, .block = m->block,
		.family = m->family };

	if (i == r->quotes->marks.n || m->block != r->at
	    || !heads_paragraph(r, b)
	    || r->quotes->pairing.end[i] != PAIRING_NONE
	    || m->before != MARK_PUNCT || mark_opens(m) || !mark_closes(m)
	    || !lost_is_said(r->cues, r->lang, r->scan, m->at + m->len,
	        b->end))
		return;
	lost.at = edge_skip(r->scan, b->start, m->at);
	end_quote(r, add_quote(r, &lost), m->at, m->block, m);
}

/*
 * Reads the paragraph at r->at, whose marks begin at index i. Returns the
 * index behind them, or OPEN where that depends on what follows the window.
 */
static size_t
read_paragraph(struct reading *r, size_t i, bool last)
{
	struct pairing *p = &r->quotes->pairing;
	const struct mark *next, *mark = r->quotes->marks.mark;
	size_t from = i + r->reopened, to = from, end = r->at;
	uint32_t on;

	pairing_start(p, r->carried != OPEN ? &r->carried_mark : NULL);
	for (;; end++) {
		i = to;
		to = marks_end(r, i, end);
		pairing_take(p, i, to);
		if (!pairing_is_open(p) || end - r->at == LINES_MOST
		    || !is_wrapped(r, end, to))
			break;
	}
	if (pairing_may_be_open(p) && end + 1 == r->n_blocks && !last
	    && r->origin > 0)
		return OPEN;
	next = first_mark(r, to, end + 1, &r->reopened);
	on = pairing_finish(p, to, next, r->reopened);
	if (r->carried != OPEN && on != PAIRING_CARRIED)
		end_carried(r, p->carried_end);
	else if (r->carried == OPEN)
		restore_opening(r, from);
	collect(r, from, to, on);
	if (on != PAIRING_CARRIED && on != PAIRING_NONE)
		r->carried_mark = mark[on];
	carry(r, on == PAIRING_CARRIED ? r->carried : on == PAIRING_NONE
	    ? OPEN : quote_of(r->quotes, &mark[on]), end + 1);
	r->reopened &= r->carried != OPEN;
	return to;
}

size_t
quote_find(struct quotes *q, const struct cues *cues, size_t lang,
    const struct window *w)
{
	struct reading r = { q, cues, lang, &w->scan, w->blocks.block,
		w->blocks.n, w->blocks_before == 0, 0, 0, OPEN, { 0 }, false };
	size_t i = 0, n = w->blocks.n;

	find_marks(q, cues, lang, w);
	pairing_begin(&q->pairing, &q->marks, &q->votes, &w->scan);
	q->n = 0;
	while (i < q->marks.n || r.carried != OPEN) {
		if (r.carried == OPEN)
			r.at = r.origin = q->marks.mark[i].block;
		i = read_paragraph(&r, i, w->last);
		if (i == OPEN) {
			n = r.origin;
			break;
		}
	}
	settle(q, &w->scan);
	return n;
}

void
quote_begin(struct quotes *q)
{
	memset(&q->votes, 0, sizeof q->votes);
	q->n = 0;
}

void
quote_end(struct quotes *q)
{
	free(q->quote);
	free(q->marks.mark);
	pairing_end(&q->pairing);
	memset(q, 0, sizeof *q);
}
