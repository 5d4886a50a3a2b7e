/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "near.h"
#include "scan.h"
#include "word.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
	SAME_TAG = 4,      /* entries of a bucket with the same tag, at most */
	CANDIDATES = 32,   /* records that share keys, at most .. */
	COMPARED = 8,      /* .. of which those with the most are compared */
	FIRST_RECORDS = 1024 /* of a ring that grows */
};

/* A record that shares keys with a block. */
struct candidate {
	uint64_t number;
	size_t n_keys;
};

struct candidates {
	struct candidate of[CANDIDATES];
	size_t n;
};

void
near_begin(struct near_ring *r, size_t most)
{
	memset(r, 0, sizeof *r);
	r->most = most;
}

/* Frees the arrays of a ring. */
static void
release(struct near_ring *r)
{
	alloc_free(r->record, r->cap, sizeof *r->record);
	alloc_free(r->word, r->words, sizeof *r->word);
	alloc_free(r->index, r->buckets + 1, sizeof *r->bucket);
}

void
near_end(struct near_ring *r)
{
	if (r->record != NULL)
		release(r);
	memset(r, 0, sizeof *r);
}

/* All of a key that the index knows is its tag: so it can grow by itself. */
static size_t
bucket_of(const struct near_ring *r, uint32_t tag)
{
	return (size_t)(tag * WORD_FACTOR >> 32) & (r->buckets - 1);
}

static bool
is_alive(const struct near_ring *r, uint32_t record)
{
	return record != 0 && (uint32_t)r->end - record <= r->end - r->begun;
}

/* The number of the record that an entry tells the lower half of. */
static uint64_t
number_of(const struct near_ring *r, uint32_t record)
{
	return r->end - ((uint32_t)r->end - record);
}

/* The oldest entry of a bucket with a tag, or of all: null if none. */
static struct near_entry *
oldest(const struct near_ring *r, struct near_entry *bucket, bool any,
    uint32_t tag)
{
	struct near_entry *e, *old = NULL;
	size_t i;

	for (i = 0; i < NEAR_PLACES; i++) {
		e = &bucket[i];
		if ((any || e->tag == tag) && (old == NULL
		    || (uint32_t)r->end - e->record
		    > (uint32_t)r->end - old->record))
			old = e;
	}
	return old;
}

/* Where in its bucket a new entry goes. */
static struct near_entry *
place_for(const struct near_ring *r, struct near_entry *bucket, uint32_t tag)
{
	size_t same = 0, i;

	for (i = 0; i < NEAR_PLACES; i++) {
		if (!is_alive(r, bucket[i].record))
			return &bucket[i];
		same += bucket[i].tag == tag;
	}
	return oldest(r, bucket, same < SAME_TAG, tag);
}

static void
enter(struct near_ring *r, uint64_t number, const uint64_t *key)
{
	struct near_entry *e;
	size_t i;

	for (i = 0; i < NEAR_KEYS; i++) {
		if (key[i] == 0)
			continue;
		e = place_for(r, r->bucket[bucket_of(r, (uint32_t)key[i])],
		    (uint32_t)key[i]);
		*e = (struct near_entry) { (uint32_t)key[i],
			(uint32_t)number };
	}
}

/* A bucket is a line of the processor's cache, and begins where one does. */
static void
allocate_index(struct near_ring *r)
{
	const size_t line = sizeof *r->bucket;

	r->index = alloc_zeroed_table(r->buckets + 1, line);
	r->bucket = (void *)(r->index + (line - (uintptr_t)r->index % line));
}

/* The index has two places for each key of a full ring. */
static void
allocate(struct near_ring *r, size_t cap)
{
	r->cap = cap < r->most ? cap : r->most;
	r->words = r->cap * NEAR_MEAN;
	if (r->words < 2 * ALIGN_WORDS)
		r->words = 2 * ALIGN_WORDS;
	for (r->buckets = 1; r->buckets * NEAR_PLACES
	    < 2 * r->cap * NEAR_KEYS;)
		r->buckets *= 2;
	r->record = alloc_table(r->cap, sizeof *r->record);
	r->word = alloc_table(r->words, sizeof *r->word);
	allocate_index(r);
}

/* Puts an entry into the bucket that it has in a larger index. */
static void
move_entry(struct near_ring *r, struct near_entry e)
{
	struct near_entry *bucket = r->bucket[bucket_of(r, e.tag)];

	while (bucket->record != 0)
		bucket++;
	*bucket = e;
}

/*
 * Makes room for twice the records. None was lost as yet; and what was in one
 * bucket goes to two, so that there is always a place.
 */
static void
grow(struct near_ring *r)
{
	struct near_ring old = *r;
	size_t k;
	uint64_t i;

	allocate(r, 2 * old.cap);
	memcpy(r->word, old.word, (size_t)old.words_end * sizeof *r->word);
	for (i = old.begun; i < old.end; i++)
		r->record[i % r->cap] = old.record[i % old.cap];
	for (i = 0; i < old.buckets; i++)
		for (k = 0; k < NEAR_PLACES; k++)
			if (old.bucket[i][k].record != 0)
				move_entry(r, old.bucket[i][k]);
	release(&old);
}

/* Takes room for n words in one piece; what stood there is gone. */
static uint64_t
take_words(struct near_ring *r, size_t n)
{
	size_t at;
	uint64_t begin;

	while (r->cap < r->most && (r->n == r->cap
	    || r->words_end + n > r->words))
		grow(r);
	at = (size_t)(r->words_end % r->words);
	if (at + n > r->words)
		r->words_end += r->words - at;
	begin = r->words_end;
	r->words_end += n;
	while (r->begun < r->end && (r->end - r->begun >= r->cap
	    || r->record[r->begun % r->cap].at + r->words < r->words_end))
		r->begun++;
	return begin;
}

void
near_learn(struct near_ring *r, const struct near_block *b,
    struct place place)
{
	const struct terms *t = &b->terms;
	uint64_t begin;

	if (!near_has_size(b) || r->most == 0)
		return;
	if (r->record == NULL) {
		allocate(r, FIRST_RECORDS);
		r->begun = r->end = 1;
	}
	begin = take_words(r, t->n);
	r->record[r->end % r->cap] = (struct near_record) { begin,
		(uint32_t)t->n, b->open, b->pairs, place };
	memcpy(r->word + begin % r->words, t->of, t->n * sizeof *t->of);
	enter(r, r->end, b->key);
	r->end++;
	r->n = (size_t)(r->end - r->begun);
}

static void
add_candidate(const struct near_ring *r, struct candidates *c,
    uint64_t number)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (c->of[i].number == number) {
			c->of[i].n_keys++;
			return;
		}
	if (c->n == CANDIDATES)
		return;
	c->of[c->n++] = (struct candidate) { number, 1 };
	__builtin_prefetch(&r->record[number % r->cap]);
}

/* The entries of a bucket that have a tag, as bits, the lowest first. */
static inline unsigned
with_tag(const struct near_entry *bucket, uint32_t tag)
{
	unsigned bits = 0;
	size_t k;

#if defined(__SSE2__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const __m128i *two = (const void *)bucket;
	const __m128i want = _mm_set1_epi32((int)tag);
	__m128i found;

	for (k = 0; k < NEAR_PLACES / 2; k++) {
		found = _mm_cmpeq_epi32(_mm_loadu_si128(two + k), want);
		found = _mm_shuffle_epi32(found, _MM_SHUFFLE(2, 2, 0, 0));
		bits |= (unsigned)_mm_movemask_pd(_mm_castsi128_pd(found))
		    << 2 * k;
	}
#else
	for (k = 0; k < NEAR_PLACES; k++)
		bits |= (unsigned)(bucket[k].tag == tag) << k;
#endif
	return bits;
}

static void
find_candidates(const struct near_ring *r, const uint64_t *key,
    struct candidates *c)
{
	const struct near_entry *bucket, *e;
	unsigned bits;
	size_t i;

	c->n = 0;
	for (i = 0; i < NEAR_KEYS; i++) {
		if (key[i] == 0)
			continue;
		bucket = r->bucket[bucket_of(r, (uint32_t)key[i])];
		bits = with_tag(bucket, (uint32_t)key[i]);
		for (; bits != 0; bits &= bits - 1) {
			e = &bucket[scan_lowest(bits)];
			if (is_alive(r, e->record))
				add_candidate(r, c, number_of(r, e->record));
		}
	}
}

/* Takes out the candidate with the most keys, of these the oldest. */
static uint64_t
take_best(struct candidates *c)
{
	size_t best = 0, i;
	uint64_t number;

	for (i = 1; i < c->n; i++)
		if (c->of[i].n_keys > c->of[best].n_keys
		    || (c->of[i].n_keys == c->of[best].n_keys
		    && c->of[i].number < c->of[best].number))
			best = i;
	number = c->of[best].number;
	c->of[best] = c->of[--c->n];
	return number;
}

void
near_prefetch(const struct near_ring *r, const struct near_block *b)
{
	size_t i;

	if (!near_has_size(b) || r->n == 0)
		return;
	for (i = 0; i < NEAR_KEYS; i++)
		__builtin_prefetch(r->bucket[bucket_of(r,
		    (uint32_t)b->key[i])]);
}

/* Compares a block with a record; *best is the record if it is liker. */
static void
compare(struct near_ring *r, struct near_block *b,
    struct near_record *record, struct likeness *like,
    const struct near_record **best)
{
	const struct near_old old = { r->word + record->at % r->words,
		record->n, record->open, &record->pairs };

	if (likeness_compare(like, &r->alignment, b, &old))
		*best = record;
}

bool
near_find(struct near_ring *r, struct near_block *b, struct near_match *m)
{
	const struct near_record *best = NULL;
	struct likeness like = { 0 };
	struct candidates c;
	size_t i;

	if (!near_has_size(b) || r->n == 0)
		return false;
	find_candidates(r, b->key, &c);
	for (i = 0; i < COMPARED && c.n > 0; i++)
		compare(r, b, &r->record[take_best(&c) % r->cap], &like,
		    &best);
	if (like.veto != VETO_NONE || !likeness_is_enough(&like, b->terms.n))
		return false;
	m->score = (double)like.covered / (double)b->terms.n;
	m->place = best->place;
	return true;
}

const struct near_record *
near_nth(const struct near_ring *r, size_t i, const uint32_t **words)
{
	const struct near_record *record
	    = &r->record[(r->begun + i) % r->cap];

	*words = r->word + record->at % r->words;
	return record;
}
