/* SPDX-License-Identifier: ISC */
/*
 * The quotations that are open at a mark stand on a stack, the outermost at
 * the bottom; each has its place in the list from when it opens, so that the
 * list is sorted. A closing mark closes the topmost of its family, and what
 * is above that was no quotation.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "quote.h"
#include "utf8.h"

enum {
	DEEPEST = 8 /* quotations in each other */
};

#define OPEN ((size_t)-1) /* a quotation's close while it has none */

struct pairing {
	struct quotes *quotes;
	const struct scan *scan;
	const struct block *block; /* all of the window */
	size_t at;                 /* the block in work */
	size_t stack[DEEPEST];     /* indexes of open quotations */
	uint8_t shape[DEEPEST];    /* of their opening marks */
	unsigned depth;
	const struct mark *decisive; /* of the last is_possessive */
};

static struct quote *
quote_at(const struct pairing *p, unsigned level)
{
	return &p->quotes->quote[p->stack[level]];
}

/* The length of the white space at a byte, no-break spaces too, or 0. */
static size_t
space_at(const char *p, size_t n)
{
	if (n > 0 && block_is_space(p[0]))
		return 1;
	if (n > 1 && memcmp(p, "\xC2\xA0", 2) == 0)
		return 2;
	return n > 2 && memcmp(p, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static size_t
skip_spaces(const struct scan *s, size_t at, size_t to)
{
	size_t n;

	while ((n = space_at(s->text + at, to - at)) > 0)
		at += n;
	return at;
}

static size_t
skip_spaces_back(const struct scan *s, size_t from, size_t at)
{
	size_t n;

	for (n = 1; n <= 3 && n <= at - from; n++)
		if (space_at(s->text + at - n, n) == n) {
			at -= n;
			n = 0;
		}
	return at;
}

static void
open_quote(struct pairing *p, const struct mark *m)
{
	struct quotes *q = p->quotes;

	if (p->depth == DEEPEST)
		return;
	q->quote = alloc_grow(q->quote, &q->cap, q->n + 1, sizeof *q->quote);
	q->quote[q->n] = (struct quote) {
		.start = m->at + m->len,
		.open = m->at,
		.close = OPEN,
		.block = p->at,
		.family = m->family,
	};
	p->shape[p->depth] = m->shape;
	p->stack[p->depth++] = q->n++;
}

/* Ends the quotation at a level, and forgets those above it. */
static void
close_level(struct pairing *p, unsigned level, size_t end, size_t close,
    bool closed)
{
	struct quote *q = quote_at(p, level);

	q->start = skip_spaces(p->scan, q->start, end);
	q->end = skip_spaces_back(p->scan, q->start, end);
	q->close = close;
	q->closed = closed;
	q->last_block = p->at;
	p->depth = level;
}

/* The topmost level of the family, or the depth if it is not open. */
static unsigned
find_level(const struct pairing *p, uint8_t family)
{
	unsigned level = p->depth;

	while (level > 0)
		if (quote_at(p, --level)->family == family)
			return level;
	return p->depth;
}

/*
 * An opening mark where its family was open last: that quotation was never
 * closed, or, with a single mark, was none.
 */
static void
reopen(struct pairing *p, const struct mark *m)
{
	unsigned level = find_level(p, m->family);

	if (p->depth > 0 && level == p->depth - 1) {
		if (m->family == MARK_SINGLE)
			p->depth = level;
		else
			close_level(p, level, m->at, m->at, false);
	}
	open_quote(p, m);
}

enum part { OPENS, CLOSES, EITHER, NEITHER };

/* What a straight mark's surroundings make of it. */
static enum part
part_of_straight(const struct mark *m)
{
	bool opens = mark_opens(m), closes = mark_closes(m);

	return opens == closes ? EITHER : opens ? OPENS : CLOSES;
}

/* What a mark does that has a direction. */
static enum part
part_of_pointed(const struct pairing *p, const struct mark *m, unsigned level)
{
	const struct mark_votes *v = &p->quotes->votes;
	bool is_open = level < p->depth, reversed;

	reversed = v->inward[m->family] > v->outward[m->family];
	if (m->shape == MARK_LOW)
		return OPENS;
	if (is_open && p->shape[level] == MARK_LOW)
		return CLOSES;
	if (m->family == MARK_GUILLEMET || m->family == MARK_ANGLE) {
		if (v->lefts[m->family] == 0)
			return is_open ? CLOSES : OPENS;
		return (m->shape == MARK_LEFT) != reversed ? OPENS : CLOSES;
	}
	if (m->shape == MARK_LEFT)
		return is_open && mark_closes(m) && !mark_opens(m) ? CLOSES
		                                                   : OPENS;
	if (!is_open && m->family == MARK_DOUBLE && mark_opens(m)
	    && !mark_closes(m))
		return OPENS;
	return CLOSES;
}

/* Whether the letter before a mark is an s. */
static bool
is_plural(const struct scan *s, const struct mark *m)
{
	return m->before == MARK_LETTER && m->at > 0
	    && (s->text[m->at - 1] | 32) == 's';
}

/*
 * Whether a single mark behind a plural is its apostrophe ("the boys' house")
 * because a sure end of the quotation comes before any new beginning. Where
 * that was seen is kept, so that no mark is passed twice.
 */
static bool
is_possessive(struct pairing *p, const struct mark *m, const struct mark *end)
{
	const struct mark *next = m < p->decisive ? p->decisive : m + 1;

	if (!is_plural(p->scan, m) || m->after != MARK_SPACE)
		return false;
	while (next < end && (next->family != MARK_SINGLE
	    || !(mark_opens(next) || mark_closes(next))
	    || (!mark_opens(next) && is_plural(p->scan, next))))
		next++;
	p->decisive = next;
	return next < end && mark_closes(next);
}

/* What a mark does that may do two things, or none. */
static enum part
part_of_doubtful(const struct pairing *p, const struct mark *m, bool is_open)
{
	bool single = m->family == MARK_SINGLE;

	if (is_open)
		return CLOSES;
	if (single || (m->after == MARK_SPACE && m->before != MARK_SPACE))
		return NEITHER;
	if (m->at > 0 && scan_is(p->scan, SCAN_DIGIT, m->at - 1))
		return NEITHER;
	return OPENS;
}

static void
take_mark(struct pairing *p, const struct mark *m, const struct mark *end)
{
	unsigned level = find_level(p, m->family);
	bool is_open = level < p->depth;
	enum part part;

	if (m->shape == MARK_STRAIGHT)
		part = part_of_straight(m);
	else
		part = part_of_pointed(p, m, level);
	if (part == EITHER)
		part = part_of_doubtful(p, m, is_open);
	if (m->family == MARK_SINGLE && part == CLOSES
	    && (level + 1 != p->depth || m->after == MARK_LETTER
	        || is_possessive(p, m, end)))
		return;
	if (part == OPENS)
		reopen(p, m);
	else if (part == CLOSES && is_open)
		close_level(p, level, m->at, m->at + m->len, true);
}

/* Whether a mark, a block's first, goes on with what is open at a level. */
static bool
goes_on(const struct pairing *p, unsigned level, const struct mark *m,
    bool again)
{
	if (m->family != quote_at(p, level)->family)
		return false;
	if (again)
		return m->shape == p->shape[level] || m->shape == MARK_STRAIGHT;
	return m->shape != MARK_STRAIGHT && m->shape != p->shape[level]
	    && m->family != MARK_SINGLE && mark_closes(m) && !mark_opens(m);
}

/*
 * Ends what is open at the end of a block, whose successor has its first mark
 * at m; a null m: has none. Where it goes on, `again` says that the mark is
 * its opening one.
 */
static void
end_block(struct pairing *p, const struct mark *m, bool again)
{
	size_t end = p->block[p->at].end;
	unsigned level, depth = p->depth;

	for (level = 0; level < depth; level++) {
		if (m != NULL && goes_on(p, level, m, again)) {
			p->stack[0] = p->stack[level];
			p->shape[0] = p->shape[level];
			p->depth = 1;
			return;
		}
		if (quote_at(p, level)->family != MARK_SINGLE) {
			close_level(p, level, end, end, false);
			break;
		}
	}
	p->depth = 0;
}

/* Drops what was opened and is none, and tells who is inside whom. */
static void
settle(struct quotes *q)
{
	size_t i, n = 0, ends[DEEPEST + 1];
	unsigned depth = 0;

	for (i = 0; i < q->n; i++) {
		if (q->quote[i].close == OPEN
		    || q->quote[i].end <= q->quote[i].start)
			continue;
		while (depth > 0 && ends[depth - 1] <= q->quote[i].open)
			depth--;
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
	const struct block *b = w->blocks.block, *end = b + w->blocks.n;
	size_t at;

	q->marks.n = 0;
	for (; b < end; b++) {
		at = scan_next(s, SCAN_MARK, b->start, b->end);
		if (at < b->end)
			mark_find(&q->marks, &q->votes, cues, lang, s,
			    b->start, b->end);
	}
}

/* The first mark of the block behind the one in work, or null. */
static const struct mark *
next_block_mark(const struct pairing *p, size_t i, size_t n_blocks)
{
	const struct marks *marks = &p->quotes->marks;

	if (p->at + 1 == n_blocks || i == marks->n
	    || marks->mark[i].at >= p->block[p->at + 1].end)
		return NULL;
	return &marks->mark[i];
}

/* Takes the marks of a block from index i on; the index behind them. */
static size_t
take_block(struct pairing *p, size_t i, const struct window *w)
{
	const struct marks *marks = &p->quotes->marks;
	size_t to = i;
	const struct mark *next;
	bool again;

	while (to < marks->n && marks->mark[to].at < p->block[p->at].end)
		to++;
	for (; i < to; i++)
		take_mark(p, &marks->mark[i], marks->mark + to);
	if (p->depth == 0 || (p->at + 1 == w->blocks.n && !w->last))
		return i;
	next = next_block_mark(p, i, w->blocks.n);
	again = next != NULL && next->at
	    == skip_spaces(p->scan, p->block[p->at + 1].start, next->at);
	end_block(p, next, again);
	return i + (p->depth > 0 && again);
}

size_t
quote_find(struct quotes *q, const struct cues *cues, size_t lang,
    const struct window *w)
{
	struct pairing p = {
		.quotes = q,
		.scan = &w->scan,
		.block = w->blocks.block,
	};
	size_t i = 0, n = w->blocks.n;

	find_marks(q, cues, lang, w);
	q->n = 0;
	while (i < q->marks.n || (p.depth > 0 && p.at + 1 < n)) {
		if (p.depth > 0)
			p.at++;
		while (p.depth == 0
		    && p.block[p.at].end <= q->marks.mark[i].at)
			p.at++;
		i = take_block(&p, i, w);
	}
	if (p.depth > 0) {
		n = quote_at(&p, 0)->block;
		if (n == 0 || w->last) {
			n = w->blocks.n;
			end_block(&p, NULL, false);
		}
	}
	settle(q);
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
	memset(q, 0, sizeof *q);
}
