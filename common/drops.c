/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "drops.h"
#include "lines.h"

enum { RUN_DROPS = 1024 }; /* of a run, held in memory */

static const char astray[] = "a drop fits no block";
static const char twice[] = "a drop is there twice";

void
drops_begin(struct drops *d, uint32_t part)
{
	*d = (struct drops) { .part = part, .most = DROPS_MOST };
}

static void
fail(struct drops *d, const char *reason, struct position at)
{
	if (d->reason != NULL)
		return;
	d->reason = reason;
	d->astray = at;
}

static void
check_spill(struct drops *d)
{
	if (d->spill.error != 0 && d->reason == NULL)
		d->reason = strerror(d->spill.error);
}

static int
compare(const void *a, const void *b)
{
	return drop_compare(a, b);
}

static void
sort(struct drops *d)
{
	if (d->n > 1)
		qsort(d->drop, d->n, sizeof *d->drop, compare);
}

/* Puts what is in memory into the file, as a run. */
static void
write_run(struct drops *d)
{
	struct drop_run run = { .at = d->spill.bytes };

	sort(d);
	spill_write(&d->spill, d->drop, d->n * sizeof *d->drop);
	run.end = d->spill.bytes;
	d->run = alloc_grow(d->run, &d->cap_runs, d->n_runs + 1,
	    sizeof *d->run);
	d->run[d->n_runs++] = run;
	d->n = 0;
	check_spill(d);
}

static void
add(struct drops *d, const struct drop *drop)
{
	if (d->n == d->most)
		write_run(d);
	d->drop = alloc_grow(d->drop, &d->cap, d->n + 1, sizeof *d->drop);
	d->drop[d->n++] = *drop;
}

const char *
drops_load(struct drops *d, const char *path, size_t *line)
{
	struct lines l = { 0 };
	struct span text;
	struct drop drop;
	const char *reason = NULL;

	if (lines_open(&l, path))
		while (d->reason == NULL && lines_next(&l, &text)) {
			if ((reason = drop_read(&drop, text)) != NULL)
				break;
			if (drop.at.part == d->part)
				add(d, &drop);
		}
	if (reason == NULL)
		reason = l.reason != NULL ? l.reason : d->reason;
	*line = d->reason == NULL ? l.number : 0;
	lines_end(&l);
	return reason;
}

static const struct drop *
next_of(const struct drop_run *run)
{
	return &run->drop[run->next];
}

/* The next piece of a run; false where there is none. */
static bool
refill(struct drops *d, struct drop_run *run)
{
	uint64_t left = (run->end - run->at) / sizeof *run->drop;

	run->n = left < RUN_DROPS ? (size_t)left : RUN_DROPS;
	run->next = 0;
	if (run->n == 0)
		return false;
	spill_read(&d->spill, run->at, run->drop,
	    run->n * sizeof *run->drop);
	run->at += run->n * sizeof *run->drop;
	check_spill(d);
	return d->reason == NULL;
}

/* Puts a run where it belongs in the heap, from i down. */
static void
sink(struct drops *d, size_t i)
{
	struct drop_run run = d->run[i];
	size_t child;

	for (; (child = 2 * i + 1) < d->n_runs; i = child) {
		if (child + 1 < d->n_runs
		    && drop_compare(next_of(&d->run[child + 1]),
		        next_of(&d->run[child])) < 0)
			child++;
		if (drop_compare(next_of(&run),
		        next_of(&d->run[child])) <= 0)
			break;
		d->run[i] = d->run[child];
	}
	d->run[i] = run;
}

/* The next drop of all runs. */
static bool
take_of_runs(struct drops *d, struct drop *drop)
{
	struct drop_run *first = d->run;

	if (d->n_runs == 0)
		return false;
	*drop = *next_of(first);
	first->next++;
	if (first->next == first->n && !refill(d, first)) {
		free(first->drop);
		*first = d->run[--d->n_runs];
	}
	if (d->n_runs > 0)
		sink(d, 0);
	return true;
}

static bool
take(struct drops *d, struct drop *drop)
{
	if (d->reason != NULL)
		return false;
	if (d->run != NULL)
		return take_of_runs(d, drop);
	if (d->next == d->n)
		return false;
	*drop = d->drop[d->next++];
	return true;
}

/* Moves on to the next drop. */
static void
advance(struct drops *d)
{
	struct drop last = d->head;
	bool had = d->any;

	d->any = take(d, &d->head);
	if (had && d->any && !drop_is_near(&last)
	    && drop_compare(&last, &d->head) == 0)
		fail(d, twice, d->head.at);
}

void
drops_ready(struct drops *d)
{
	size_t i;

	if (d->run == NULL) {
		sort(d);
	} else {
		write_run(d);
		free(d->drop);
		d->drop = NULL;
		d->cap = 0;
	}
	for (i = 0; i < d->n_runs; i++) {
		d->run[i].drop = alloc_array(RUN_DROPS, sizeof *d->drop);
		refill(d, &d->run[i]);
	}
	for (i = d->n_runs / 2; i-- > 0;)
		sink(d, i);
	advance(d);
}

void
drops_document(struct drops *d, uint64_t number)
{
	d->doc = number > POSITION_DOC_MOST ? 0 : (uint32_t)number;
	d->n_crumbs = d->next_crumb = 0;
}

/* Forgets the crumbs that start before `oldest`. */
static void
forget_crumbs(struct drops *d, uint64_t oldest)
{
	size_t i = d->next_crumb;

	while (i < d->n_crumbs && d->crumb[i].at.start < oldest)
		i++;
	d->next_crumb = i;
	if (2 * i < d->n_crumbs || i == 0)
		return;
	d->n_crumbs -= i;
	memmove(d->crumb, d->crumb + i, d->n_crumbs * sizeof *d->crumb);
	d->next_crumb = 0;
}

static void
keep_crumb(struct drops *d)
{
	d->crumb = alloc_grow(d->crumb, &d->cap_crumbs, d->n_crumbs + 1,
	    sizeof *d->crumb);
	d->crumb[d->n_crumbs++] = d->head;
}

/*
 * The largest share counts; of equal ones a veto, which comes behind the
 * others, and of these the first.
 */
static void
note_alike(struct known *k, const struct drop *d)
{
	if (k->alike.type == 0 || d->number > k->alike.number
	    || (d->number == k->alike.number && d->type != k->alike.type))
		k->alike = *d;
}

static void
take_note(struct drops *d)
{
	struct known *k = &d->known;

	switch (d->head.type) {
	case DROP_EXACT:
		k->exact = true;
		k->same = d->head.match;
		break;
	case DROP_TEASER:
		k->teaser = true;
		k->whole = d->head.match;
		break;
	case DROP_CRUMB:
		keep_crumb(d);
		break;
	default:
		note_alike(k, &d->head);
		break;
	}
}

const struct known *
drops_meet(struct drops *d, uint64_t start, uint64_t oldest)
{
	struct position here = { d->part, d->doc, start };
	int order = 1;

	d->known = (struct known) { 0 };
	forget_crumbs(d, oldest);
	while (d->any && d->reason == NULL
	    && (order = position_compare(d->head.at, here)) == 0) {
		take_note(d);
		advance(d);
	}
	if (d->any && order < 0)
		fail(d, astray, d->head.at);
	return &d->known;
}

bool
drops_part(struct drops *d, uint64_t start, uint32_t number,
    struct position *match)
{
	const struct drop *c;

	for (; d->next_crumb < d->n_crumbs; d->next_crumb++) {
		c = &d->crumb[d->next_crumb];
		if (c->at.start > start
		    || (c->at.start == start && c->number > number))
			return false;
		if (c->at.start == start && c->number == number) {
			*match = c->match;
			return true;
		}
	}
	return false;
}

void
drops_close(struct drops *d)
{
	if (d->any)
		fail(d, astray, d->head.at);
}

void
drops_end(struct drops *d)
{
	while (d->run != NULL && d->n_runs > 0)
		free(d->run[--d->n_runs].drop);
	free(d->run);
	free(d->drop);
	free(d->crumb);
	spill_end(&d->spill);
	*d = (struct drops) { 0 };
}
