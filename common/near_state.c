/* SPDX-License-Identifier: ISC */
#include "alloc.h"
#include "near_state.h"
#include "word.h"

#define NEAR_OPEN ((uint64_t)1 << 32)
#define NEAR_PLACED ((uint64_t)1 << 33)

enum { MOST_EIGHTS = 1 + PLACE_EIGHTS + ALIGN_WORDS / 2 };

static const char damaged[] = "damaged state: a near record of no length";

static size_t
eights(size_t words)
{
	return (words + 1) / 2;
}

static uint64_t
count_eights(const struct near_ring *t, bool placed)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		n += 1 + (placed ? PLACE_EIGHTS : 0)
		    + eights(near_nth(t, i).n);
	return n;
}

static void
save_record(const struct near_item *t, struct state_writer *w,
    struct naming *names)
{
	uint64_t x[MOST_EIGHTS] = { t->n };
	size_t n = 1, i;

	if (t->open)
		x[0] |= NEAR_OPEN;
	if (names != NULL) {
		x[0] |= NEAR_PLACED;
		naming_place(names, t->place, x + n);
		n += PLACE_EIGHTS;
	}
	for (i = 0; i < t->n; i++)
		x[n + i / 2] |= (uint64_t)t->words[i] << i % 2 * 32;
	state_put(w, x, n + eights(t->n));
}

void
near_save(const struct near_ring *t, struct state_writer *w,
    struct naming *names)
{
	struct near_item item;
	size_t i;

	state_begin_section(w, (struct state_section) { STATE_NEAR, 8,
	    count_eights(t, names != NULL) });
	for (i = 0; i < t->n; i++) {
		item = near_nth(t, i);
		save_record(&item, w, names);
	}
}

/* Reads a record's first number, and all the others to x. */
static bool
read_record(struct state_reader *r, uint64_t *first, uint64_t *x)
{
	size_t n, words;

	if (r->left == 0 || !state_get(r, first, 1))
		return false;
	words = (size_t)(*first & UINT32_MAX);
	if (words < NEAR_LEAST || words > ALIGN_WORDS) {
		r->reason = damaged;
		return false;
	}
	n = eights(words) + (*first & NEAR_PLACED ? PLACE_EIGHTS : 0);
	return state_get(r, x, n);
}

static void
restore(struct near_block *b, uint64_t first, const uint64_t *x)
{
	size_t n = (size_t)(first & UINT32_MAX), i;

	b->open = (first & NEAR_OPEN) != 0;
	b->terms.n = n;
	for (i = 0; i < n; i++)
		b->terms.of[i] = (uint32_t)(x[i / 2] >> i % 2 * 32);
	near_reread(b);
}

/* A number for the words of a record. */
static uint64_t
sum_of(const uint32_t *words, size_t n)
{
	uint64_t sum = WORD_SEED;
	size_t i;

	for (i = 0; i < n; i++)
		sum = word_chain(sum, words[i]);
	return sum;
}

/* What the ring has records of, word by word. */
static void
begin_same(struct seen *same, const struct near_ring *t)
{
	struct place none = { 0 };
	struct near_item item;
	size_t i;

	seen_begin(same, false);
	for (i = 0; i < t->n; i++) {
		item = near_nth(t, i);
		seen_add(same, sum_of(item.words, item.n), &none);
	}
}

/* Whether the ring has a record of these words, or one that is like them. */
static bool
is_like(struct near_ring *t, struct seen *same, struct near_block *b)
{
	struct place none = { 0 };
	struct near_match match;

	return seen_add(same, sum_of(b->terms.of, b->terms.n), &none)
	    || near_find(t, b, &match);
}

void
near_load(struct near_ring *t, struct state_reader *r,
    struct naming_reader *names, struct near_wanted wanted)
{
	struct near_block b = { .open = false };
	struct seen same;
	uint64_t first, x[MOST_EIGHTS];
	const uint64_t *words;
	struct place place;

	b.terms.of = alloc_array(ALIGN_WORDS, sizeof *b.terms.of);
	b.terms.cap = ALIGN_WORDS;
	if (wanted.unlike)
		begin_same(&same, t);
	while (read_record(r, &first, x)) {
		place = names->unknown;
		words = x;
		if (first & NEAR_PLACED) {
			if (wanted.places)
				place = naming_read_place(names, x);
			words += PLACE_EIGHTS;
		}
		restore(&b, first, words);
		if (!wanted.unlike || !is_like(t, &same, &b))
			near_learn(t, &b, place);
	}
	if (wanted.unlike)
		seen_end(&same);
	alloc_free(b.terms.of, b.terms.cap, sizeof *b.terms.of);
}

bool
near_count(struct state_reader *r, uint64_t *n)
{
	uint64_t first, x[MOST_EIGHTS];

	*n = 0;
	while (read_record(r, &first, x))
		++*n;
	return r->reason == NULL;
}
