/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "merge.h"

/* A state, open at its fingerprints. */
struct merge_input {
	struct state_reader r;
	struct memory_exact at;
	struct naming_reader names;
};

static const char changed[] = "the state changed while it was read";

/* Checks all states, and takes the rings and the documents' names. */
static const char *
load_all(struct merge *m)
{
	struct place file = { 0, PLACE_NO_START };
	const char *reason = NULL;
	size_t i;

	for (i = 0; i < m->n && reason == NULL; i++) {
		m->culprit = m->path[i];
		naming_reader_begin(&m->input[i].names, m->sources, file);
		reason = memory_load_rings(m->memory, m->path[i], m->sources,
		    file);
	}
	return reason;
}

/* Of equal fingerprints the first state's comes first. */
static bool
is_before(const struct merge *m, size_t i, size_t j)
{
	uint64_t a = m->input[i].at.last, b = m->input[j].at.last;

	return a < b || (a == b && i < j);
}

/* Moves the input at the heap's slot `at` down to where it belongs. */
static void
sink(struct merge *m, size_t at)
{
	size_t input = m->heap[at], next;

	while ((next = 2 * at + 1) < m->n_heap) {
		if (next + 1 < m->n_heap
		    && is_before(m, m->heap[next + 1], m->heap[next]))
			next++;
		if (!is_before(m, m->heap[next], input))
			break;
		m->heap[at] = m->heap[next];
		at = next;
	}
	m->heap[at] = input;
}

/* The input on top moves on to its next fingerprint, or leaves the heap. */
static void
advance(struct merge *m)
{
	struct merge_input *input = &m->input[m->heap[0]];

	if (!memory_exact_next(&input->at, &input->r))
		m->heap[0] = m->heap[--m->n_heap];
	if (m->n_heap > 0)
		sink(m, 0);
}

/* Opens a state at its first fingerprint; false if it has none. */
static bool
open_input(struct merge *m, struct merge_input *input, const char *path)
{
	bool places = m->memory->seen.places;
	struct state_section s;

	if (!state_open(&input->r, path))
		return false;
	return state_next_section(&input->r, &s) && s.kind == STATE_EXACT
	    && memory_exact_begin(&input->at, &input->r, &s,
	        places ? &input->names : NULL)
	    && memory_exact_next(&input->at, &input->r);
}

static void
open_all(struct merge *m)
{
	size_t i;

	m->n_heap = 0;
	for (i = 0; i < m->n; i++)
		if (open_input(m, &m->input[i], m->path[i]))
			m->heap[m->n_heap++] = i;
	for (i = m->n_heap / 2; i-- > 0;)
		sink(m, i);
}

/* Reads all to their ends, and checks their sums. */
static const char *
close_all(struct merge *m)
{
	const char *reason = NULL;
	struct state_section s;
	size_t i;

	for (i = 0; i < m->n; i++) {
		struct state_reader *r = &m->input[i].r;

		while (state_skip(r) && state_next_section(r, &s))
			;
		if (!state_close(r) && reason == NULL) {
			m->culprit = m->path[i];
			reason = r->reason;
		}
	}
	return reason;
}

static void
put(struct state_writer *w, const struct memory_exact *t,
    struct naming *names)
{
	uint64_t x[1 + PLACE_EIGHTS] = { t->last };

	if (names != NULL)
		naming_place(names, t->place, x + 1);
	state_put(w, x, names == NULL ? 1 : 1 + PLACE_EIGHTS);
}

/* Counts the different fingerprints; writes them if w is not null. */
static const char *
walk(struct merge *m, struct state_writer *w, struct naming *names)
{
	const struct memory_exact *t;
	uint64_t last = 0;

	m->n_exact = 0;
	open_all(m);
	while (m->n_heap > 0) {
		t = &m->input[m->heap[0]].at;
		if (t->last != last) {
			last = t->last;
			m->n_exact++;
			if (w != NULL)
				put(w, t, names);
		}
		advance(m);
	}
	return close_all(m);
}

/* Writes all to a state that was begun; what was counted must be there. */
static const char *
put_all(struct merge *m, struct state_writer *w, struct naming *names)
{
	uint64_t counted = m->n_exact;
	const char *reason;

	memory_begin_exact(w, counted, names != NULL);
	reason = walk(m, w, names);
	if (reason == NULL && m->n_exact != counted) {
		m->culprit = m->path[0];
		reason = changed;
	}
	memory_save_rings(m->memory, w, names);
	return reason;
}

static const char *
save(struct merge *m, const char *out, struct naming *names)
{
	struct state_writer w;
	const char *reason;
	int error = state_create(&w, out, memory_sections(names != NULL));

	if (error == 0) {
		reason = put_all(m, &w, names);
		if (reason != NULL) {
			state_abandon(&w);
			return reason;
		}
		error = state_commit(&w);
	}
	m->culprit = out;
	return error == 0 ? NULL : strerror(error);
}

static const char *
save_named(struct merge *m, const char *out)
{
	struct naming names;
	const char *reason;

	if (!m->memory->seen.places)
		return save(m, out, NULL);
	naming_begin(&names, m->sources);
	reason = save(m, out, &names);
	naming_end(&names);
	return reason;
}

const char *
merge_states(struct merge *m, const char *out)
{
	const char *reason;

	m->input = alloc_zeroed(m->n, sizeof *m->input);
	m->heap = alloc_array(m->n, sizeof *m->heap);
	reason = load_all(m);
	if (reason == NULL)
		reason = walk(m, NULL, NULL);
	if (reason == NULL)
		reason = save_named(m, out);
	free(m->input);
	free(m->heap);
	return reason;
}
