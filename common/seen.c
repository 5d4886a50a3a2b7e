/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "huge.h"
#include "random.h"
#include "seen.h"

enum {
	SEGMENT_SHIFT = 56, /* 64 - log2(SEEN_SEGMENTS) */
	FIRST_SLOTS = 16,
	SMALL_SLOTS = 2048, /* up to this many, a segment doubles */
	FULL_PERCENT = 80,  /* of the slots: time to grow .. */
	LEFT_PERCENT = 66   /* .. until so many are in use */
};

void
seen_begin(struct seen *t, bool places)
{
	memset(t, 0, sizeof *t);
	t->places = places;
	random_key(t->key, 2);
}

static void
release(struct seen_segment *s)
{
	huge_free(s->slot, s->cap, sizeof *s->slot);
	huge_free(s->place, s->cap, sizeof *s->place);
	huge_free(s->flags, s->cap, sizeof *s->flags);
	huge_free(s->count, s->cap, sizeof *s->count);
}

void
seen_end(struct seen *t)
{
	size_t i;

	for (i = 0; i < SEEN_SEGMENTS; i++)
		release(&t->segment[i]);
	memset(t, 0, sizeof *t);
}

/* 0 means a free slot; the one fingerprint that is 0 goes as 1. */
static uint64_t
nonzero(uint64_t fingerprint)
{
	return fingerprint == 0 ? 1 : fingerprint;
}

static size_t
segment_of(uint64_t fingerprint)
{
	return (size_t)(fingerprint >> SEGMENT_SHIFT);
}

/* The slot where probing starts: a keyed hash, scaled to 0..cap - 1. */
static size_t
first_slot(const struct seen *t, size_t cap, uint64_t fingerprint)
{
	return (size_t)(random_hash(t->key, fingerprint) * cap >> 32);
}

/* The slot that holds the fingerprint, or the free one where it belongs. */
static size_t
find_slot(const struct seen *t, const struct seen_segment *s,
    uint64_t fingerprint)
{
	size_t i = first_slot(t, s->cap, fingerprint);

	while (s->slot[i] != 0 && s->slot[i] != fingerprint)
		i = i + 1 == s->cap ? 0 : i + 1;
	return i;
}

/* Takes what is kept of a fingerprint over from slot i of `old` to j. */
static void
move_slot(const struct seen_segment *old, size_t i, struct seen_segment *s,
    size_t j)
{
	s->slot[j] = old->slot[i];
	if (s->place != NULL)
		s->place[j] = old->place[i];
	if (s->flags != NULL)
		s->flags[j] = old->flags[i];
	if (s->count != NULL)
		s->count[j] = old->count[i];
}

static void
resize(struct seen *t, struct seen_segment *s, size_t cap)
{
	struct seen_segment old = *s;
	size_t i, j;

	s->cap = cap;
	s->slot = huge_new(cap, sizeof *s->slot);
	if (t->places)
		s->place = huge_new(cap, sizeof *s->place);
	if (t->flags)
		s->flags = huge_new(cap, sizeof *s->flags);
	if (t->counts)
		s->count = huge_new(cap, sizeof *s->count);
	for (i = 0; i < old.cap; i++) {
		if (old.slot[i] == 0)
			continue;
		j = find_slot(t, s, old.slot[i]);
		move_slot(&old, i, s, j);
	}
	release(&old);
}

static void
make_room(struct seen *t, struct seen_segment *s)
{
	if (s->cap == 0)
		resize(t, s, FIRST_SLOTS);
	else if ((s->n + 1) * 100 > s->cap * FULL_PERCENT)
		resize(t, s, s->cap <= SMALL_SLOTS ? 2 * s->cap
		    : (s->n + 1) * 100 / LEFT_PERCENT + 1);
}

void
seen_prefetch(const struct seen *t, uint64_t fingerprint)
{
	const struct seen_segment *s;
	const uint64_t *slot;

	fingerprint = nonzero(fingerprint);
	s = &t->segment[segment_of(fingerprint)];
	if (s->cap == 0)
		return;
	slot = s->slot + first_slot(t, s->cap, fingerprint);
	__builtin_prefetch(slot);
	__builtin_prefetch(slot + HUGE_LINE / sizeof *slot);
}

/* The segment that has the fingerprint, in slot *i; null if none has. */
static const struct seen_segment *
find(const struct seen *t, uint64_t fingerprint, size_t *i)
{
	const struct seen_segment *s;

	if (t->n == 0)
		return NULL;
	fingerprint = nonzero(fingerprint);
	s = &t->segment[segment_of(fingerprint)];
	if (s->cap == 0)
		return NULL;
	*i = find_slot(t, s, fingerprint);
	return s->slot[*i] == 0 ? NULL : s;
}

bool
seen_has(const struct seen *t, uint64_t fingerprint, struct place *place)
{
	const struct seen_segment *s;
	size_t i;

	if ((s = find(t, fingerprint, &i)) == NULL)
		return false;
	if (t->places && place != NULL)
		*place = s->place[i];
	return true;
}

bool
seen_add(struct seen *t, uint64_t fingerprint, struct place *place)
{
	struct seen_segment *s;
	size_t i;

	fingerprint = nonzero(fingerprint);
	s = &t->segment[segment_of(fingerprint)];
	make_room(t, s);
	i = find_slot(t, s, fingerprint);
	if (s->slot[i] != 0) {
		if (t->places)
			*place = s->place[i];
		return true;
	}
	s->slot[i] = fingerprint;
	if (t->places)
		s->place[i] = *place;
	s->n++;
	t->n++;
	return false;
}

bool
seen_find(const struct seen *t, uint64_t fingerprint, struct seen_entry *e)
{
	const struct seen_segment *s;
	size_t i;

	if ((s = find(t, fingerprint, &i)) == NULL)
		return false;
	e->place = s->place == NULL ? NULL : &s->place[i];
	e->flags = s->flags == NULL ? NULL : &s->flags[i];
	e->count = s->count == NULL ? NULL : &s->count[i];
	return true;
}

/* Sorts by one byte. */
static void
sort_by_byte(const uint64_t *from, uint64_t *to, size_t n, int shift)
{
	size_t at[256] = { 0 }, count, sum = 0, i;

	for (i = 0; i < n; i++)
		at[from[i] >> shift & 0xFF]++;
	for (i = 0; i < 256; i++) {
		count = at[i];
		at[i] = sum;
		sum += count;
	}
	for (i = 0; i < n; i++)
		to[at[from[i] >> shift & 0xFF]++] = from[i];
}

size_t
seen_largest(const struct seen *t)
{
	size_t most = 0, i;

	for (i = 0; i < SEEN_SEGMENTS; i++)
		if (t->segment[i].n > most)
			most = t->segment[i].n;
	return most;
}

/*
 * By the bytes below the highest, which is the segment's, the lowest first.
 * These are seven: what begins in scratch ends in list.
 */
void
seen_sort(const struct seen *t, size_t segment, uint64_t *list,
    uint64_t *scratch)
{
	const struct seen_segment *s = &t->segment[segment];
	uint64_t *from = scratch, *to = list, *swap;
	size_t n = 0, i;
	int shift;

	for (i = 0; i < s->cap; i++)
		if (s->slot[i] != 0)
			from[n++] = s->slot[i];
	for (shift = 0; shift < SEGMENT_SHIFT; shift += 8) {
		sort_by_byte(from, to, n, shift);
		swap = from;
		from = to;
		to = swap;
	}
}
