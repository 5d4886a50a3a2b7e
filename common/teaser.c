/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "huge.h"
#include "random.h"
#include "teaser.h"

_Static_assert(sizeof(struct teaser_record) == TEASER_BYTES,
    "a record has no padding");

enum {
	FIRST_SLOTS = 1024,
	SOON = 16,   /* records until one is replaced: memory is fetched */
	AT_ONCE = 8  /* checks that are copied */
};

_Static_assert(TEASER_CHECKS % AT_ONCE == 0, "checks are copied in full");

void
teaser_begin(struct teaser_ring *r, size_t most, bool places)
{
	memset(r, 0, sizeof *r);
	r->most = most;
	r->places = places;
	r->slots = FIRST_SLOTS;
	r->chain = huge_new(r->slots, sizeof *r->chain);
	random_key(r->key, 2);
}

void
teaser_end(struct teaser_ring *r)
{
	huge_free(r->record, r->cap, sizeof *r->record);
	huge_free(r->place, r->cap_place, sizeof *r->place);
	huge_free(r->link, r->cap_link, sizeof *r->link);
	huge_free(r->chain, r->slots, sizeof *r->chain);
	memset(r, 0, sizeof *r);
}

static uint32_t *
chain_of(const struct teaser_ring *r, uint64_t head)
{
	return &r->chain[random_hash(r->key, head) & (r->slots - 1)];
}

/* The records of a slot are in the order in which they came. */
static void
link_record(struct teaser_ring *r, size_t i, uint64_t head)
{
	uint32_t *at = chain_of(r, head);

	while (*at != 0)
		at = &r->link[*at - 1].next;
	*at = (uint32_t)i + 1;
	r->link[i] = (struct teaser_link) { 0, (uint32_t)head };
}

static void
unlink_record(struct teaser_ring *r, size_t i)
{
	uint32_t *at = chain_of(r, r->record[i].head);

	while (*at != (uint32_t)i + 1)
		at = &r->link[*at - 1].next;
	*at = r->link[i].next;
}

/*
 * The next record with this head in the chain from *at on, which moves behind
 * it; null if there is none.
 */
static const struct teaser_record *
next_of(const struct teaser_ring *r, uint64_t head, uint32_t *at)
{
	size_t i;

	while (*at != 0) {
		i = *at - 1;
		*at = r->link[i].next;
		if (r->link[i].tag == (uint32_t)head
		    && r->record[i].head == head)
			return &r->record[i];
	}
	return NULL;
}

static void
grow_slots(struct teaser_ring *r)
{
	size_t i;

	huge_free(r->chain, r->slots, sizeof *r->chain);
	r->slots *= 2;
	r->chain = huge_new(r->slots, sizeof *r->chain);
	for (i = 0; i < r->n; i++)
		link_record(r, i, r->record[i].head);
}

/*
 * Has the memory fetched that the records behind the i-th need to go. It is
 * always part of its caller: gcc 12 leaves out the call of a function that does
 * no more than this.
 */
static inline __attribute__((always_inline)) void
prefetch_next(const struct teaser_ring *r, size_t i)
{
	if (i + SOON >= r->most)
		return;
	__builtin_prefetch(&r->record[i + SOON].head);
	__builtin_prefetch(chain_of(r, r->record[i + SOON / 2].head));
}

/* The index of a record to be written: a new one, or the oldest, unlinked. */
static size_t
take_record(struct teaser_ring *r)
{
	size_t i = r->n;

	if (r->n == r->most) {
		i = r->at;
		r->at = (r->at + 1) % r->most;
		prefetch_next(r, i);
		unlink_record(r, i);
		return i;
	}
	if (2 * r->n == r->slots)
		grow_slots(r);
	r->n++;
	r->record = huge_more(r->record, &r->cap, r->n, sizeof *r->record);
	r->link = huge_more(r->link, &r->cap_link, r->n, sizeof *r->link);
	if (r->places)
		r->place = huge_more(r->place, &r->cap_place, r->n,
		    sizeof *r->place);
	return i;
}

void
teaser_prefetch(const struct teaser_ring *r, uint64_t head)
{
	__builtin_prefetch(chain_of(r, head));
}

void
teaser_prefetch_link(const struct teaser_ring *r, uint64_t head)
{
	uint32_t first = *chain_of(r, head);

	if (first != 0)
		__builtin_prefetch(&r->link[first - 1]);
}

/* Whether what is left of a cut word may be the beginning of another. */
static bool
may_begin(uint32_t cut, uint32_t word)
{
	uint32_t differ = cut ^ word;

	return (differ & CHECK_FIRST) == 0
	    && ((cut & CHECK_SECOND) == 0 || (differ & CHECK_SECOND) == 0);
}

/*
 * Whether the words of a text, the last perhaps cut off, are the beginning of
 * a block. `whole` says that no word is cut.
 */
static bool
begins(const uint32_t *check, const struct beginning *b, bool *whole)
{
	size_t at = b->n_words - 1 - FINGERPRINT_HEAD;

	*whole = b->n_words == FINGERPRINT_HEAD || check[at] == b->last;
	if (*whole)
		return true;
	return may_begin(b->last, check[at])
	    && (at == 0 || check[at - 1] == b->before);
}

bool
teaser_can_begin(const struct checkpoints *c, size_t n_words,
    const struct ending *ending, struct beginning *b)
{
	size_t n = n_words - ending->n_phrase;

	if (n < FINGERPRINT_HEAD || n > FINGERPRINT_WORDS
	    || ending->kind == ENDING_STOP || ending->kind == ENDING_COLON)
		return false;
	*b = (struct beginning) { n, c->check[n - 1], c->check[n - 2],
		ending->kind };
	return true;
}

/*
 * A text that just stops, without a mark, may as well be a headline; it is
 * the beginning only of what ends as a sentence.
 */
bool
teaser_matches(const uint32_t *check, size_t n_words, bool sentence,
    const struct beginning *b)
{
	bool whole;

	if (n_words < b->n_words || (!ending_is_marked(b->kind) && !sentence)
	    || !begins(check, b, &whole))
		return false;
	return n_words > b->n_words || !whole || b->kind == ENDING_MORE;
}

bool
teaser_find(const struct teaser_ring *r, const struct checkpoints *c,
    size_t n_words, const struct ending *ending, struct place *place)
{
	const struct teaser_record *t;
	struct beginning b;
	uint32_t at;

	if (r->n == 0 || !teaser_can_begin(c, n_words, ending, &b))
		return false;
	at = *chain_of(r, c->head);
	while ((t = next_of(r, c->head, &at)) != NULL)
		if (teaser_matches(t->check, t->n_words, t->sentence != 0,
		    &b)) {
			if (r->places)
				*place = r->place[t - r->record];
			return true;
		}
	return false;
}

/* Whether there is a record of the same text, or too many that begin so. */
static bool
is_known(const struct teaser_ring *r, uint64_t head, size_t n_words,
    const uint32_t *check, size_t n_checks)
{
	const struct teaser_record *t;
	uint32_t at = *chain_of(r, head);
	size_t same = 0;

	while ((t = next_of(r, head, &at)) != NULL)
		if (++same == TEASER_SAME || (t->n_words == n_words
		    && memcmp(t->check, check, n_checks * sizeof *check) == 0))
			return true;
	return false;
}

/* Puts in a record with nothing but a head. */
static struct teaser_record *
add_record(struct teaser_ring *r, uint64_t head, struct place place)
{
	size_t i = take_record(r);

	if (r->places)
		r->place[i] = place;
	link_record(r, i, head);
	r->record[i].head = head;
	return &r->record[i];
}

void
teaser_restore(struct teaser_ring *r, const struct teaser_record *t,
    struct place place)
{
	if (!is_known(r, t->head, t->n_words, t->check,
	    teaser_checks(t->n_words)))
		*add_record(r, t->head, place) = *t;
}

void
teaser_learn(struct teaser_ring *r, const struct checkpoints *c,
    size_t n_words, const struct ending *ending, bool sentence,
    struct place place)
{
	const uint32_t *check = c->check + FINGERPRINT_HEAD;
	struct teaser_record *t;
	size_t n, i;

	n_words -= ending->n_phrase;
	if (n_words <= FINGERPRINT_HEAD)
		return;
	if (n_words > UINT32_MAX)
		n_words = UINT32_MAX;
	n = teaser_checks(n_words);
	if (is_known(r, c->head, n_words, check, n))
		return;
	t = add_record(r, c->head, place);
	t->n_words = (uint32_t)n_words;
	t->sentence = sentence;
	for (i = 0; i < n; i += AT_ONCE)
		memcpy(t->check + i, check + i, AT_ONCE * sizeof *check);
}

const struct teaser_record *
teaser_nth(const struct teaser_ring *r, size_t i, struct place *place)
{
	if (r->n == r->most)
		i = (r->at + i) % r->most;
	if (r->places && place != NULL)
		*place = r->place[i];
	return &r->record[i];
}
