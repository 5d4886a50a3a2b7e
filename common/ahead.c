/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "ahead.h"
#include "alloc.h"
#include "random.h"

enum { SLOTS = AHEAD_RECORDS };

void
ahead_begin(struct ahead *a, bool places)
{
	memset(a, 0, sizeof *a);
	seen_begin(&a->found, places);
	a->slot = alloc_zeroed(SLOTS, sizeof *a->slot);
	random_key(a->key, 2);
}

void
ahead_settle(struct ahead *a)
{
	free(a->record);
	free(a->slot);
	a->record = NULL;
	a->slot = NULL;
	a->n = a->cap = 0;
}

void
ahead_end(struct ahead *a)
{
	ahead_settle(a);
	seen_end(&a->found);
}

/* The same words are another text where they end otherwise. */
static uint64_t
key_of(uint64_t all, enum ending_kind kind)
{
	uint64_t key = word_chain(all, (uint64_t)kind + 1);

	return key == 0 ? 1 : key;
}

static struct ahead_slot *
slot_of(const struct ahead *a, uint64_t head)
{
	uint64_t h = (head ^ a->key[0]) * (a->key[1] | 1);

	h = (h ^ h >> 32) * WORD_FACTOR;
	return &a->slot[h >> 32 & (SLOTS - 1)];
}

/* Takes record i, behind `before` (from 1; 0: it is the first), out. */
static void
unlink_record(struct ahead *a, struct ahead_slot *s, size_t i,
    uint32_t before)
{
	struct ahead_record *t = &a->record[i];

	if (before == 0)
		s->first = t->next;
	else
		a->record[before - 1].next = t->next;
	if (s->last == i + 1)
		s->last = before;
	t->key = 0;
}

/* The index of a record to be written: a new one, or the oldest. */
static size_t
take_record(struct ahead *a)
{
	size_t i = a->at;

	if (a->n < AHEAD_RECORDS) {
		a->record = alloc_grow(a->record, &a->cap, a->n + 1,
		    sizeof *a->record);
		return a->n++;
	}
	a->at = (i + 1) % AHEAD_RECORDS;
	if (a->record[i].key != 0)
		unlink_record(a, slot_of(a, a->record[i].head), i, 0);
	return i;
}

/* Whether the text waits already, or too many that begin so. */
static bool
is_crowded(const struct ahead *a, uint64_t head, uint64_t key)
{
	uint32_t at = slot_of(a, head)->first;
	size_t same = 0;

	for (; at != 0; at = a->record[at - 1].next)
		if (a->record[at - 1].key == key
		    || (a->record[at - 1].head == head
		        && ++same == AHEAD_SAME))
			return true;
	return false;
}

void
ahead_wait(struct ahead *a, const struct checkpoints *c, uint64_t all,
    size_t n_words, const struct ending *ending)
{
	struct ahead_record t = { .head = c->head,
		.key = key_of(all, ending->kind) };
	struct ahead_slot *s;
	size_t i;

	if (!teaser_can_begin(c, n_words, ending, &t.b)
	    || seen_has(&a->found, t.key, NULL)
	    || is_crowded(a, t.head, t.key))
		return;
	i = take_record(a);
	a->record[i] = t;
	s = slot_of(a, t.head);
	if (s->first == 0)
		s->first = (uint32_t)i + 1;
	else
		a->record[s->last - 1].next = (uint32_t)i + 1;
	s->last = (uint32_t)i + 1;
}

void
ahead_meet(struct ahead *a, const struct checkpoints *c, size_t n_words,
    const struct ending *ending, bool sentence, struct place place)
{
	size_t n = n_words - ending->n_phrase;
	struct ahead_slot *s = slot_of(a, c->head);
	uint32_t at = s->first, before = 0, next;
	struct ahead_record *t;
	struct place first;

	for (; at != 0 && n > FINGERPRINT_HEAD; at = next) {
		t = &a->record[at - 1];
		next = t->next;
		if (t->head != c->head
		    || (n == t->b.n_words && !sentence)
		    || !teaser_matches(c->check + FINGERPRINT_HEAD, n,
		        sentence, &t->b)) {
			before = at;
			continue;
		}
		first = place;
		seen_add(&a->found, t->key, &first);
		unlink_record(a, s, at - 1, before);
	}
}

void
ahead_note(struct ahead *a, uint64_t all, enum ending_kind kind,
    struct place place)
{
	seen_add(&a->found, key_of(all, kind), &place);
}

bool
ahead_find(const struct ahead *a, uint64_t all, enum ending_kind kind,
    struct place *place)
{
	return seen_has(&a->found, key_of(all, kind), place);
}
