/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "huge.h"
#include "near.h"

enum {
	COMPARED = 8,        /* candidates, those with the most keys */
	FIRST_RECORDS = 1024 /* of a ring that grows */
};

void
near_begin(struct near_ring *r, size_t most)
{
	memset(r, 0, sizeof *r);
	r->most = most;
}

void
near_end(struct near_ring *r)
{
	huge_free(r->record, r->cap, sizeof *r->record);
	huge_free(r->pairs, r->cap, sizeof *r->pairs);
	huge_free(r->place, r->cap, sizeof *r->place);
	huge_free(r->word, r->words, sizeof *r->word);
	near_index_end(&r->index);
	memset(r, 0, sizeof *r);
}

/* Words that so many records have room for. */
static size_t
words_for(size_t records)
{
	size_t words = records * NEAR_MEAN;

	return words < 2 * ALIGN_WORDS ? 2 * ALIGN_WORDS : words;
}

static void
begin(struct near_ring *r)
{
	r->cap = FIRST_RECORDS < r->most ? FIRST_RECORDS : r->most;
	r->words = words_for(r->cap);
	r->record = huge_new(r->cap, sizeof *r->record);
	r->pairs = huge_new(r->cap, sizeof *r->pairs);
	r->place = huge_new(r->cap, sizeof *r->place);
	r->word = huge_new(r->words, sizeof *r->word);
	near_index_begin(&r->index, r->cap);
	r->begun = r->end = 1;
}

/* Makes room for twice the records. None was lost as yet. */
static void
grow(struct near_ring *r)
{
	size_t cap = 2 * r->cap < r->most ? 2 * r->cap : r->most;
	size_t words = words_for(cap);

	r->record = huge_grow(r->record, r->cap, cap, sizeof *r->record);
	r->pairs = huge_grow(r->pairs, r->cap, cap, sizeof *r->pairs);
	r->place = huge_grow(r->place, r->cap, cap, sizeof *r->place);
	r->word = huge_grow(r->word, r->words, words, sizeof *r->word);
	r->cap = cap;
	r->words = words;
	r->next = r->n;
	near_index_grow(&r->index, cap);
}

/* Where a record is in the arrays. */
static size_t
place_of(const struct near_ring *r, uint64_t number)
{
	size_t back = (size_t)(r->end - number);

	return back <= r->next ? r->next - back : r->next + r->cap - back;
}

static uint32_t *
words_of(const struct near_ring *r, const struct near_record *record)
{
	uint64_t at = record->at;

	return r->word + (at >= r->lap ? at - r->lap : at + r->words - r->lap);
}

/* Takes room for n words in one piece; what stood there is gone. */
static uint64_t
take_words(struct near_ring *r, size_t n)
{
	uint64_t begin;

	while (r->cap < r->most && (r->n == r->cap
	    || r->words_end + n > r->words))
		grow(r);
	if (r->words_end - r->lap + n > r->words)
		r->words_end = r->lap += r->words;
	begin = r->words_end;
	r->words_end += n;
	while (r->begun < r->end && (r->end - r->begun >= r->cap
	    || r->record[place_of(r, r->begun)].at + r->words
	        < r->words_end))
		r->begun++;
	return begin;
}

static struct near_alive
alive(const struct near_ring *r)
{
	return (struct near_alive) { r->end, r->end - r->begun };
}

void
near_learn(struct near_ring *r, const struct near_block *b,
    struct place place)
{
	const struct terms *t = &b->terms;
	struct near_record *record;
	struct near_alive a;
	uint64_t at;

	if (!near_has_size(b) || r->most == 0)
		return;
	if (r->cap == 0)
		begin(r);
	at = take_words(r, t->n);
	record = &r->record[r->next];
	*record = (struct near_record) { at, (uint32_t)t->n, b->open };
	r->pairs[r->next] = b->pairs;
	r->place[r->next] = place;
	memcpy(words_of(r, record), t->of, t->n * sizeof *t->of);
	a = alive(r);
	near_index_enter(&r->index, &a, b->key);
	r->next = r->next + 1 == r->cap ? 0 : r->next + 1;
	r->end++;
	r->n = (size_t)(r->end - r->begun);
}

void
near_prefetch(const struct near_ring *r, const struct near_block *b)
{
	if (near_has_size(b) && r->n > 0)
		near_index_prefetch(&r->index, b->key);
}

/*
 * Has the memory fetched that comparing needs first. It is always part of its
 * caller: gcc 12 leaves out the call of a function that does no more than this.
 */
static inline __attribute__((always_inline)) void
prefetch_records(const struct near_ring *r, const struct near_candidates *c)
{
	size_t i, at;

	for (i = 0; i < c->n; i++) {
		at = place_of(r, near_index_number(c->of[i].record, r->end));
		__builtin_prefetch(&r->record[at]);
		__builtin_prefetch(&r->pairs[at]);
	}
}

/* Compares a block with a record; *best is its place if it is liker. */
static void
compare(struct near_ring *r, struct near_block *b, size_t at,
    struct likeness *like, size_t *best)
{
	const struct near_record *record = &r->record[at];
	const struct near_old old = { words_of(r, record), record->n,
		record->open, &r->pairs[at] };

	if (likeness_compare(like, &r->alignment, b, &old))
		*best = at;
}

bool
near_find(struct near_ring *r, struct near_block *b, struct near_match *m)
{
	const struct near_alive a = alive(r);
	struct likeness like = { 0 };
	struct near_candidates c;
	size_t best = 0, i;

	if (!near_has_size(b) || r->n == 0)
		return false;
	near_index_find(&r->index, &a, b->key, &c);
	prefetch_records(r, &c);
	for (i = 0; i < COMPARED && c.n > 0; i++)
		compare(r, b, place_of(r, near_index_take(&a, &c)), &like,
		    &best);
	if (like.veto != VETO_NONE || !likeness_is_enough(&like, b->terms.n))
		return false;
	m->score = (double)like.covered / (double)b->terms.n;
	m->place = r->place[best];
	return true;
}

struct near_item
near_nth(const struct near_ring *r, size_t i)
{
	size_t at = place_of(r, r->begun + i);
	const struct near_record *record = &r->record[at];

	return (struct near_item) { words_of(r, record), record->n,
		record->open, r->place[at] };
}
