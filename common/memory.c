/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdlib.h>

#include "memory.h"
#include "state.h"

enum {
	LOAD_EIGHTS = 512,                 /* fingerprints read at a time */
	TEASER_EIGHTS = TEASER_BYTES / 8,  /* in a state */
	TEASER_CHECK_EIGHTS = TEASER_CHECKS / 2
};

static const char unsorted[] = "damaged state: fingerprints out of order";
static const char strange[] = "damaged state: a section that is not known";

void
memory_begin(struct memory *m, size_t teasers, size_t near, bool places)
{
	seen_begin(&m->seen, places);
	teaser_begin(&m->teasers, teasers, places);
	near_begin(&m->near, near);
}

void
memory_end(struct memory *m)
{
	seen_end(&m->seen);
	teaser_end(&m->teasers);
	near_end(&m->near);
}

static void
load_exact(struct memory *m, struct state_reader *r, uint64_t left,
    struct place place)
{
	uint64_t part[LOAD_EIGHTS], last = 0;
	struct place first;
	size_t n, i;

	for (; left > 0; left -= n) {
		n = left < LOAD_EIGHTS ? (size_t)left : LOAD_EIGHTS;
		if (!state_get(r, part, n))
			return;
		for (i = 0; i < n; i++) {
			if (part[i] <= last) {
				r->reason = unsorted;
				return;
			}
			last = part[i];
			first = place;
			seen_add(&m->seen, last, &first);
		}
	}
}

static void
load_teasers(struct memory *m, struct state_reader *r, uint64_t left,
    struct place place)
{
	struct teaser_record t;
	uint64_t x[TEASER_EIGHTS];
	size_t i;

	for (; left > 0 && state_get(r, x, TEASER_EIGHTS); left--) {
		t.head = x[0];
		t.n_words = (uint32_t)x[1];
		t.sentence = (uint32_t)(x[1] >> 32);
		for (i = 0; i < TEASER_CHECK_EIGHTS; i++) {
			t.check[2 * i] = (uint32_t)x[2 + i];
			t.check[2 * i + 1] = (uint32_t)(x[2 + i] >> 32);
		}
		teaser_restore(&m->teasers, &t, place);
	}
}

const char *
memory_load(struct memory *m, const char *path, struct place place,
    bool *absent)
{
	struct state_section s;
	struct state_reader r;
	bool opened = state_open(&r, path);

	if (absent != NULL)
		*absent = !opened && errno == ENOENT && r.fd < 0;
	if (!opened)
		return r.reason;
	while (state_next_section(&r, &s)) {
		if (s.kind == STATE_EXACT && s.record_bytes == 8)
			load_exact(m, &r, s.n_records, place);
		else if (s.kind == STATE_TEASER
		    && s.record_bytes == TEASER_BYTES)
			load_teasers(m, &r, s.n_records, place);
		else
			r.reason = strange;
	}
	return state_close(&r) ? NULL : r.reason;
}

static void
save_exact(const struct memory *m, struct state_writer *w)
{
	uint64_t *sorted;
	size_t i;

	state_begin_section(w,
	    (struct state_section) { STATE_EXACT, 8, m->seen.n });
	for (i = 0; i < SEEN_SEGMENTS; i++) {
		sorted = seen_sorted(&m->seen, i);
		state_put(w, sorted, m->seen.segment[i].n);
		free(sorted);
	}
}

static void
save_teasers(const struct memory *m, struct state_writer *w)
{
	const struct teaser_record *t;
	uint64_t x[TEASER_EIGHTS];
	size_t i, j;

	state_begin_section(w, (struct state_section) { STATE_TEASER,
	    TEASER_BYTES, m->teasers.n });
	for (i = 0; i < m->teasers.n; i++) {
		t = teaser_nth(&m->teasers, i);
		x[0] = t->head;
		x[1] = t->n_words | (uint64_t)t->sentence << 32;
		for (j = 0; j < TEASER_CHECK_EIGHTS; j++)
			x[2 + j] = t->check[2 * j]
			    | (uint64_t)t->check[2 * j + 1] << 32;
		state_put(w, x, TEASER_EIGHTS);
	}
}

int
memory_save(const struct memory *m, const char *path)
{
	struct state_writer w;
	int error = state_create(&w, path, 2);

	if (error != 0)
		return error;
	save_exact(m, &w);
	save_teasers(m, &w);
	return state_commit(&w);
}
