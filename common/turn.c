/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "turn.h"

enum {
	VOTES = 2,          /* for a dialogue that are no accident */
	BREAK_BLOCKS = 3,   /* without speech, that end a dialogue */
	BREAK_BYTES = 1200, /* of these */
	HEADING_BYTES = 80  /* the longest line that is one for sure */
};

/* Whether quotation i has a speaker told by words of its paragraph. */
static bool
tells(const struct attribution *a, size_t i)
{
	return a[i].speech && !a[i].borrowed && a[i].how != HOW_NONE
	    && a[i].speaker.end > a[i].speaker.start && a[i].origin == i;
}

static bool
is_same_place(const struct attribution *a, const struct attribution *b)
{
	return a->speaker.start == b->speaker.start;
}

/* Whether a quotation is the first thing in its block. */
static bool
leads_block(const struct turn_text *s, const struct quote *q)
{
	size_t at = s->block[q->block].start;

	while (at < q->open && block_is_space(s->scan->text[at]))
		at++;
	return at == q->open;
}

/* Whether quotation i goes on with a turn. */
static bool
goes_on(const struct turn_text *s, const struct turn *t, size_t i)
{
	const struct quote *q = s->quotes->quote;

	return q[i].block <= q[t->end - 1].last_block
	    && (!t->is_told || !tells(s->of, i)
	        || is_same_place(&s->of[i], &s->of[t->told]));
}

static void
list(struct turns *d, const struct turn_text *s)
{
	const struct quotes *q = s->quotes;
	struct turn *t = NULL;
	size_t i;

	d->n = 0;
	for (i = 0; i < q->n; i++) {
		if (!s->of[i].speech || q->quote[i].depth > 0)
			continue;
		if (t == NULL || !goes_on(s, t, i)) {
			d->turn = alloc_grow(d->turn, &d->cap, d->n + 1,
			    sizeof *d->turn);
			t = &d->turn[d->n++];
			*t = (struct turn) { .first = i };
		}
		if (!t->is_told && tells(s->of, i)) {
			t->told = i;
			t->is_told = true;
		}
		t->end = i + 1;
	}
}

/* Whether a block parts what is before it from what is behind: "* * *". */
static bool
is_break(const struct turn_text *s, const struct block *b)
{
	struct span text = block_trim(s->scan, b);
	size_t start = (size_t)(text.p - s->scan->text), end = start + text.n;

	if (text.n == 0)
		return false;
	return scan_next(s->scan, SCAN_START, start, end) == end
	    || (text.n <= HEADING_BYTES && scan_is(s->scan, SCAN_WORD,
	        end - 1));
}

/* Whether a dialogue ends in the blocks between last and next. */
static bool
are_apart(const struct turn_text *s, size_t last, size_t next)
{
	size_t i;

	if (next - last > BREAK_BLOCKS
	    || s->block[next].start - s->block[last].end > BREAK_BYTES)
		return true;
	for (i = last + 1; i < next; i++)
		if (is_break(s, &s->block[i]))
			return true;
	return false;
}

/* How turns i - 1 and i lie to each other. */
static void
join(const struct turn_text *s, struct turn *t, bool first)
{
	const struct quote *q = s->quotes->quote;
	size_t last, block = q[t->first].block;

	t->begins = first;
	if (first)
		return;
	last = q[t[-1].end - 1].last_block;
	t->next = block <= last + 1;
	t->begins = !t->next && are_apart(s, last, block);
}

/* Neighbours that tell: a turn, or the same speaker? "He" may be anybody. */
static void
vote(struct turns *d, const struct turn_text *s)
{
	const struct scan *scan = s->scan;
	const struct attribution *a, *b;
	const struct turn *t;
	size_t i;

	for (i = 1; i < d->n; i++) {
		t = &d->turn[i];
		if (!t->next
		    || !leads_block(s, &s->quotes->quote[t->first])
		    || !leads_block(s, &s->quotes->quote[t[-1].first]))
			continue;
		d->n_next++;
		if (!t[-1].is_told || !t->is_told)
			continue;
		a = &s->of[t[-1].told];
		b = &s->of[t->told];
		if (span_equal(scan_span(scan, a->speaker.start,
		        a->speaker.end), scan_span(scan, b->speaker.start,
		        b->speaker.end)))
			d->n_runs++;
		else if (a->pronoun == b->pronoun)
			d->n_turns++;
	}
}

void
turn_begin(struct turns *d)
{
	d->n_turns = d->n_runs = d->n_next = d->n_blocks = 0;
}

void
turn_find(struct turns *d, const struct turn_text *s)
{
	size_t i;

	list(d, s);
	if (d->n == 0)
		return;
	for (i = 0; i < d->n; i++)
		join(s, &d->turn[i], i == 0);
	vote(d, s);
	d->n_blocks += s->quotes->quote[d->turn[d->n - 1].first].block + 1
	    - s->quotes->quote[d->turn[0].first].block;
}

bool
turn_is_usual(const struct turns *d)
{
	return d->n_turns > d->n_runs
	    && (d->n_turns >= VOTES || 2 * d->n_next >= d->n_blocks);
}

void
turn_end(struct turns *d)
{
	free(d->turn);
	memset(d, 0, sizeof *d);
}
