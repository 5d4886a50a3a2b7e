/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "pairing.h"
#include "price.h"

enum {
	EVENTS_MOST = 4096 /* then the best state alone is kept */
};

/*
 * What is not of a mark alone. What is nested in its own family is as dear as
 * what ends without a mark where the next one begins.
 */
enum {
	UNCLOSED = 3, /* a quotation without an end */
	NESTED = 3,   /* in one of its own family */
	MIXED = 3,    /* closed by a mark of another family */
	GOES_ON = 1,  /* a quotation that the next paragraph goes on with */
	MARGIN = 4    /* states so much dearer than the best are dropped */
};

static const struct mark *
mark_of(const struct pairing *p, uint32_t i)
{
	return i == PAIRING_CARRIED ? &p->carried : &p->mark[i];
}

/* What it costs that a mark opened a quotation which does not end. */
static int
price_unclosed(const struct pairing *p, uint32_t i)
{
	const struct mark *m = mark_of(p, i);

	return m->family == MARK_SINGLE && i != PAIRING_CARRIED
	    ? price_mark(m, p->votes, p->scan).skip : UNCLOSED;
}

static uint32_t
add_event(struct pairing *p, struct pairing_event e)
{
	p->event = alloc_grow(p->event, &p->cap_events, p->n_events + 1,
	    sizeof *p->event);
	p->event[p->n_events] = e;
	return (uint32_t)p->n_events++;
}

static bool
is_same(const struct pairing_state *a, const struct pairing_state *b)
{
	return a->depth == b->depth
	    && memcmp(a->open, b->open, sizeof a->open) == 0;
}

/* The slot for a new state; null where it is too dear to be kept. */
static struct pairing_state *
slot_for(struct pairing *p, const struct pairing_state *s)
{
	struct pairing_state *t, *dearest = p->state;

	if (s->cost >= p->least + MARGIN)
		return NULL;
	if (s->cost < p->least)
		p->least = s->cost;
	for (t = p->state; t < p->state + p->n_states; t++) {
		if (is_same(t, s))
			return s->cost < t->cost ? t : NULL;
		if (t->cost >= dearest->cost)
			dearest = t;
	}
	if (p->n_states < PAIRING_STATES)
		return &p->state[p->n_states++];
	return s->cost < dearest->cost ? dearest : NULL;
}

/* Keeps a state in which a mark opened a quotation. */
static void
push(struct pairing *p, struct pairing_state s, uint32_t i, int cost)
{
	struct pairing_state *slot;

	s.cost += cost;
	s.open[s.depth++] = i;
	slot = slot_for(p, &s);
	if (slot != NULL)
		*slot = s;
}

/* A state with the quotation at a level ended, and those above it dropped. */
static struct pairing_state
without(struct pairing *p, const struct pairing_state *s, unsigned level)
{
	struct pairing_state t = *s;

	while (--t.depth > level) {
		t.cost += price_unclosed(p, t.open[t.depth]);
		t.open[t.depth] = 0;
	}
	t.open[level] = 0;
	return t;
}

/* Says in a state's history how what a mark opened ended. */
static void
note_end(struct pairing *p, struct pairing_state *s, uint32_t open,
    uint32_t end)
{
	s->history = add_event(p,
	    (struct pairing_event) { s->history, open, end });
}

static void
close_level(struct pairing *p, const struct pairing_state *s, unsigned level,
    uint32_t i, int cost)
{
	struct pairing_state t = without(p, s, level), *slot;

	t.cost += cost;
	slot = slot_for(p, &t);
	if (slot == NULL)
		return;
	note_end(p, &t, s->open[level], i);
	*slot = t;
}

/* The topmost level of a family, or the depth if it is not open. */
static unsigned
level_of(const struct pairing *p, const struct pairing_state *s,
    uint8_t family)
{
	unsigned level = s->depth;

	while (level > 0)
		if (mark_of(p, s->open[--level])->family == family)
			return level;
	return s->depth;
}

/* Lets a mark close what it can. */
static void
try_close(struct pairing *p, const struct pairing_state *s, uint32_t i,
    int cost)
{
	const struct mark *m = mark_of(p, i), *top;
	unsigned level = level_of(p, s, m->family);

	if (s->depth == 0)
		return;
	if (level + 1 != s->depth)
		close_level(p, s, s->depth - 1, i, cost + MIXED);
	if (level == s->depth)
		return;
	top = mark_of(p, s->open[level]);
	if (top->shape == MARK_LOW && m->shape == MARK_LEFT)
		cost = mark_lean(m) > 0 ? MIXED : 0;
	close_level(p, s, level, i, cost);
}

/* Lets a mark open: behind what was never closed, or in what is open. */
static void
try_open(struct pairing *p, const struct pairing_state *s, uint32_t i,
    int cost)
{
	unsigned level = level_of(p, s, mark_of(p, i)->family);
	struct pairing_state t;

	if (level < s->depth) {
		t = without(p, s, level);
		t.cost += price_unclosed(p, s->open[level]);
		note_end(p, &t, s->open[level], i | PAIRING_CUT);
		push(p, t, i, cost);
		cost += NESTED;
	}
	if (s->depth < PAIRING_DEEPEST)
		push(p, *s, i, cost);
}

/* Drops what is too dear, and makes the best cost nothing. */
static void
prune(struct pairing *p)
{
	unsigned i, n = 0;

	for (i = 0; i < p->n_states; i++) {
		p->state[n] = p->state[i];
		p->state[n].cost -= p->least;
		n += p->state[n].cost < MARGIN;
	}
	p->n_states = n;
}

/* Takes one state for the right one: what ended in it has ended. */
static void
commit(struct pairing *p, struct pairing_state s)
{
	const struct pairing_event *e;

	for (; s.history != PAIRING_NONE; s.history = e->earlier) {
		e = &p->event[s.history];
		if (e->open == PAIRING_CARRIED)
			p->carried_end = e->end;
		else
			p->end[e->open] = e->end;
	}
	p->n_events = 0;
	p->state[0] = s;
	p->n_states = 1;
}

static const struct pairing_state *
best_state(const struct pairing *p)
{
	const struct pairing_state *s = p->state;

	while (s->cost > 0)
		s++;
	return s;
}

static void
take(struct pairing *p, uint32_t i)
{
	struct pairing_state old[PAIRING_STATES], *slot;
	struct price c = price_mark(mark_of(p, i), p->votes, p->scan);
	unsigned k, n = p->n_states;

	memcpy(old, p->state, n * sizeof old[0]);
	p->n_states = 0;
	p->least = INT32_MAX - MARGIN;
	for (k = 0; k < n; k++) {
		try_close(p, &old[k], i, c.close);
		try_open(p, &old[k], i, c.open);
		old[k].cost += c.skip;
		slot = slot_for(p, &old[k]);
		if (slot != NULL)
			*slot = old[k];
	}
	prune(p);
	if (p->n_states == 1 || p->n_events > EVENTS_MOST)
		commit(p, *best_state(p));
}

/*
 * Reads what is plain while nothing is open: a mark that opens nothing, or two
 * that are a quotation beyond doubt. How many marks that were.
 */
static size_t
take_plain(struct pairing *p, size_t i, size_t to)
{
	const struct mark *m = &p->mark[i];
	struct price first = price_mark(m, p->votes, p->scan), second;

	if (first.open - first.skip >= MARGIN)
		return 1;
	if (first.open > 0 || i + 1 == to || m[0].family != m[1].family)
		return 0;
	second = price_mark(&m[1], p->votes, p->scan);
	if (second.close > 0 || second.skip < PRICE_SURE)
		return 0;
	p->end[i] = (uint32_t)(i + 1);
	return 2;
}

void
pairing_begin(struct pairing *p, const struct marks *marks,
    const struct mark_votes *votes, const struct scan *s)
{
	p->end = alloc_grow(p->end, &p->cap, marks->n, sizeof *p->end);
	if (marks->n > 0)
		memset(p->end, 0xFF, marks->n * sizeof *p->end);
	p->mark = marks->mark;
	p->votes = votes;
	p->scan = s;
}

void
pairing_start(struct pairing *p, const struct mark *carried)
{
	p->carried_end = PAIRING_NONE;
	p->n_events = 0;
	p->n_states = 1;
	p->state[0] = (struct pairing_state) { .history = PAIRING_NONE };
	if (carried != NULL) {
		p->carried = *carried;
		p->state[0].open[p->state[0].depth++] = PAIRING_CARRIED;
	}
}

void
pairing_take(struct pairing *p, size_t from, size_t to)
{
	size_t i = from, n;

	while (i < to) {
		n = p->n_states == 1 && p->state[0].depth == 0
		    ? take_plain(p, i, to) : 0;
		if (n == 0)
			take(p, (uint32_t)i++);
		i += n;
	}
}

bool
pairing_is_open(const struct pairing *p)
{
	return best_state(p)->depth > 0;
}

bool
pairing_may_be_open(const struct pairing *p)
{
	return p->n_states > 1 || p->state[0].depth > 0;
}

/* Whether the next paragraph's first mark belongs to an open quotation. */
static bool
goes_on(const struct mark *m, const struct mark *next, bool heads)
{
	if (next == NULL || next->family != m->family
	    || (m->shape == MARK_STRAIGHT && mark_lean(m) <= 0))
		return false;
	if (heads)
		return next->shape == m->shape
		    || next->shape == MARK_STRAIGHT
		    || (m->shape == MARK_STRAIGHT
		        && next->shape == MARK_LEFT)
		    || m->family == MARK_GUILLEMET;
	return next->shape != MARK_STRAIGHT && next->shape != m->shape
	    && next->family != MARK_SINGLE
	    && (mark_lean(next) < 0 || next->family >= MARK_CORNER);
}

/* What a state's open quotations cost; *level: which of them goes on. */
static int
price_end(const struct pairing *p, const struct pairing_state *s,
    const struct mark *next, bool heads, unsigned *level)
{
	unsigned i;
	int cost = 0;

	*level = s->depth;
	for (i = 0; i < s->depth; i++) {
		if (*level < s->depth
		    || !goes_on(mark_of(p, s->open[i]), next, heads)) {
			cost += price_unclosed(p, s->open[i]);
			continue;
		}
		cost += GOES_ON;
		*level = i;
	}
	return cost;
}

bool
pairing_goes_on(const struct pairing *p, const struct mark *next)
{
	unsigned level;

	price_end(p, best_state(p), next, true, &level);
	return level < best_state(p)->depth;
}

uint32_t
pairing_finish(struct pairing *p, size_t to, const struct mark *next,
    bool heads)
{
	struct pairing_state best = p->state[0];
	unsigned i, level, on = 0;
	int cost, least = INT32_MAX;

	for (i = 0; i < p->n_states; i++) {
		cost = p->state[i].cost
		    + price_end(p, &p->state[i], next, heads, &level);
		if (cost >= least)
			continue;
		least = cost;
		best = p->state[i];
		on = level;
	}
	if (on == best.depth)
		while (best.depth > 0) {
			best.depth--;
			note_end(p, &best, best.open[best.depth],
			    (uint32_t)to | PAIRING_CUT);
		}
	commit(p, best);
	return best.depth > 0 ? best.open[on] : PAIRING_NONE;
}

void
pairing_end(struct pairing *p)
{
	free(p->end);
	free(p->event);
	memset(p, 0, sizeof *p);
}
