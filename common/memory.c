/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "memory.h"
#include "near_state.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum {
	EXACT_BYTES = 8,
	RECORD_EIGHTS = 64, /* of the longest record */
	TEASER_CHECK_EIGHTS = TEASER_CHECKS / 2
};

_Static_assert(TEASER_BYTES / 8 <= RECORD_EIGHTS, "a record fits");

static const char unsorted[] = "damaged state: fingerprints out of order";
static const char nameless[] = "damaged state: a place in no document";

/* A ring as a section of a state: the numbers of its records. */
struct ring {
	uint32_t kind, bytes;
	size_t (*count)(const struct memory *);

	/* The i-th record, the oldest first; returns its place. */
	struct place (*get)(const struct memory *, size_t i, uint64_t *x);
	void (*add)(struct memory *, const uint64_t *x, struct place);
};

static size_t
count_teasers(const struct memory *m)
{
	return m->teasers.n;
}

static struct place
get_teaser(const struct memory *m, size_t i, uint64_t *x)
{
	struct place place = { 0 };
	const struct teaser_record *t = teaser_nth(&m->teasers, i, &place);
	size_t n = teaser_checks(t->n_words), j;

	memset(x, 0, TEASER_BYTES);
	x[0] = t->head;
	x[1] = t->n_words | (uint64_t)t->sentence << 32;
	for (j = 0; j < n; j++)
		x[2 + j / 2] |= (uint64_t)t->check[j] << j % 2 * 32;
	return place;
}

static void
add_teaser(struct memory *m, const uint64_t *x, struct place place)
{
	struct teaser_record t = { .head = x[0], .n_words = (uint32_t)x[1],
		.sentence = (uint32_t)(x[1] >> 32) };
	size_t j;

	for (j = 0; j < TEASER_CHECK_EIGHTS; j++) {
		t.check[2 * j] = (uint32_t)x[2 + j];
		t.check[2 * j + 1] = (uint32_t)(x[2 + j] >> 32);
	}
	teaser_restore(&m->teasers, &t, place);
}

/* In the order of their kinds. */
static const struct ring rings[] = {
	{ STATE_TEASER, TEASER_BYTES, count_teasers, get_teaser, add_teaser },
};

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

/* Whether records of a section have places; false if they have no length. */
static bool
has_places(struct state_reader *r, const struct state_section *s,
    uint32_t bytes, bool *placed)
{
	*placed = s->record_bytes == bytes + PLACE_BYTES;
	return *placed || s->record_bytes == bytes || state_refuse_section(r);
}

bool
memory_exact_begin(struct memory_exact *t, struct state_reader *r,
    const struct state_section *s, struct naming_reader *names)
{
	*t = (struct memory_exact) { .names = names };
	if (names != NULL)
		t->place = names->unknown;
	return has_places(r, s, EXACT_BYTES, &t->placed);
}

bool
memory_exact_next(struct memory_exact *t, struct state_reader *r)
{
	uint64_t x[1 + PLACE_EIGHTS];

	if (r->left == 0 || !state_get(r, x, t->placed ? COUNT(x) : 1))
		return false;
	if (x[0] <= t->last) {
		r->reason = unsorted;
		return false;
	}
	t->last = x[0];
	if (t->placed && t->names != NULL)
		t->place = naming_read_place(t->names, x + 1);
	return true;
}

/* A state on its way into a memory. */
struct loading {
	struct memory *m;
	struct state_reader r;
	struct naming_reader names;
	bool places, exact; /* whether these are wanted */
};

static void
load_exact(struct loading *l, const struct state_section *s)
{
	struct place place = l->names.unknown;
	struct memory_exact t;

	if (!memory_exact_begin(&t, &l->r, s, l->places ? &l->names : NULL))
		return;
	while (memory_exact_next(&t, &l->r)) {
		if (l->places)
			place = t.place;
		if (l->exact)
			seen_add(&l->m->seen, t.last, &place);
	}
}

static void
load_ring(struct loading *l, const struct ring *ring,
    const struct state_section *s)
{
	struct place place = l->names.unknown;
	uint64_t x[RECORD_EIGHTS + PLACE_EIGHTS];
	bool placed;

	if (!has_places(&l->r, s, ring->bytes, &placed))
		return;
	while (l->r.left > 0 && state_get(&l->r, x, s->record_bytes / 8)) {
		if (placed && l->places)
			place = naming_read_place(&l->names,
			    x + ring->bytes / 8);
		ring->add(l->m, x, place);
	}
}

static void
load_documents(struct loading *l)
{
	if (!l->places)
		state_skip(&l->r);
	else
		naming_load(&l->names, &l->r);
}

static void
load_section(struct loading *l, const struct state_section *s)
{
	size_t i;

	if (s->kind == STATE_EXACT) {
		load_exact(l, s);
		return;
	}
	if (s->kind == STATE_DOCUMENTS) {
		load_documents(l);
		return;
	}
	if (s->kind == STATE_NEAR && s->record_bytes == 8) {
		near_load(&l->m->near, &l->r, &l->names,
		    (struct near_wanted) { l->places, !l->exact });
		return;
	}
	for (i = 0; i < COUNT(rings); i++)
		if (rings[i].kind == s->kind) {
			load_ring(l, &rings[i], s);
			return;
		}
	state_refuse_section(&l->r);
}

static const char *
load(struct loading *l, const char *path, bool *absent)
{
	struct state_section s;

	state_open(&l->r, path);
	if (absent != NULL)
		*absent = l->r.absent;
	while (state_next_section(&l->r, &s))
		load_section(l, &s);
	if (!state_close(&l->r))
		return l->r.reason;
	return naming_complete(&l->names) ? NULL : nameless;
}

const char *
memory_load(struct memory *m, const char *path, struct sources *sources,
    struct place unknown, bool *absent)
{
	struct loading l = { .m = m, .places = m->seen.places, .exact = true };

	naming_reader_begin(&l.names, sources, unknown);
	return load(&l, path, absent);
}

const char *
memory_load_rings(struct memory *m, const char *path,
    struct sources *sources, struct place unknown)
{
	struct loading l = { .m = m, .places = m->seen.places };

	naming_reader_begin(&l.names, sources, unknown);
	return load(&l, path, NULL);
}

void
memory_begin_exact(struct state_writer *w, uint64_t n, bool places)
{
	uint32_t bytes = EXACT_BYTES + (places ? PLACE_BYTES : 0);

	state_begin_section(w,
	    (struct state_section) { STATE_EXACT, bytes, n });
}

/* The fingerprints, segment by segment; list and scratch hold the largest. */
static void
save_exact(const struct memory *m, struct state_writer *w,
    struct naming *names, uint64_t *list, uint64_t *scratch)
{
	uint64_t x[1 + PLACE_EIGHTS];
	struct place place = { 0 };
	size_t i, j, n;

	memory_begin_exact(w, m->seen.n, names != NULL);
	for (i = 0; i < SEEN_SEGMENTS; i++) {
		n = m->seen.segment[i].n;
		seen_sort(&m->seen, i, list, scratch);
		if (names == NULL)
			state_put(w, list, n);
		for (j = 0; names != NULL && j < n; j++) {
			x[0] = list[j];
			seen_has(&m->seen, x[0], &place);
			naming_place(names, place, x + 1);
			state_put(w, x, COUNT(x));
		}
	}
}

static void
save_ring(const struct memory *m, const struct ring *ring,
    struct state_writer *w, struct naming *names)
{
	uint32_t bytes = ring->bytes + (names == NULL ? 0 : PLACE_BYTES);
	uint64_t x[RECORD_EIGHTS + PLACE_EIGHTS];
	size_t n = ring->count(m), i;
	struct place place;

	state_begin_section(w,
	    (struct state_section) { ring->kind, bytes, n });
	for (i = 0; i < n; i++) {
		place = ring->get(m, i, x);
		if (names != NULL)
			naming_place(names, place, x + ring->bytes / 8);
		state_put(w, x, bytes / 8);
	}
}

uint32_t
memory_sections(bool places)
{
	return 2 + COUNT(rings) + places;
}

void
memory_save_rings(const struct memory *m, struct state_writer *w,
    struct naming *names)
{
	size_t i;

	for (i = 0; i < COUNT(rings); i++)
		save_ring(m, &rings[i], w, names);
	near_save(&m->near, w, names);
	if (names != NULL)
		naming_save(names, w);
}

static int
save(const struct memory *m, const char *path, struct naming *names,
    uint64_t *list, uint64_t *scratch)
{
	struct state_writer w;
	int error = state_create(&w, path, memory_sections(names != NULL));

	if (error != 0)
		return error;
	save_exact(m, &w, names, list, scratch);
	memory_save_rings(m, &w, names);
	return state_commit(&w);
}

/*
 * All memory is taken before the file is begun: where there is none, nothing
 * is left of it.
 */
int
memory_save(const struct memory *m, const char *path,
    const struct sources *sources)
{
	size_t n = seen_largest(&m->seen);
	uint64_t *list = alloc_array(n, sizeof *list);
	uint64_t *scratch = alloc_array(n, sizeof *scratch);
	struct naming names;
	int error;

	if (sources != NULL)
		naming_begin(&names, sources);
	error = save(m, path, sources == NULL ? NULL : &names, list, scratch);
	if (sources != NULL)
		naming_end(&names);
	alloc_free(list, n, sizeof *list);
	alloc_free(scratch, n, sizeof *scratch);
	return error;
}
