/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "huge.h"
#include "near_index.h"
#include "scan.h"
#include "word.h"

#if defined(__SSE2__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define HAVE_FOUR 1
#include <emmintrin.h>
#endif

enum { SAME_TAG = 4 }; /* entries of a bucket with the same tag, at most */

_Static_assert(sizeof(struct near_entry[NEAR_PLACES]) == HUGE_LINE,
    "a bucket is a line");

static size_t
bucket_of(const struct near_index *x, uint32_t tag)
{
	return (size_t)(tag * WORD_FACTOR >> 32) & (x->buckets - 1);
}

/* Buckets with two places for each key of so many records. */
static size_t
buckets_for(size_t records)
{
	size_t n = 1;

	while (n * NEAR_PLACES < 2 * records * NEAR_KEYS)
		n *= 2;
	return n;
}

void
near_index_begin(struct near_index *x, size_t records)
{
	x->buckets = buckets_for(records);
	x->bucket = huge_new(x->buckets, sizeof *x->bucket);
}

void
near_index_end(struct near_index *x)
{
	huge_free(x->bucket, x->buckets, sizeof *x->bucket);
	*x = (struct near_index) { 0 };
}

/*
 * Of the entries of bucket i, which is one of half of the buckets, some go to
 * the other half, and all stay in their order: the first free place of a bucket
 * is behind its entries.
 */
static void
split(struct near_index *x, size_t i)
{
	struct near_entry old[NEAR_PLACES], e;
	size_t half = x->buckets / 2, n[2] = { 0, 0 }, k;
	bool other;

	memcpy(old, x->bucket[i], sizeof old);
	memset(x->bucket[i], 0, sizeof old);
	for (k = 0; k < NEAR_PLACES && old[k].record != 0; k++) {
		e = old[k];
		other = (bucket_of(x, e.tag) & half) != 0;
		x->bucket[other ? i + half : i][n[other]++] = e;
	}
}

void
near_index_grow(struct near_index *x, size_t records)
{
	size_t wanted = buckets_for(records), half, i;

	if (wanted > x->buckets)
		x->bucket = huge_grow(x->bucket, x->buckets, wanted,
		    sizeof *x->bucket);
	for (half = x->buckets; half < wanted; half *= 2) {
		x->buckets = 2 * half;
		for (i = 0; i < half; i++)
			split(x, i);
	}
}

void
near_index_prefetch(const struct near_index *x, const uint64_t key[NEAR_KEYS])
{
	size_t i;

	for (i = 0; i < NEAR_KEYS; i++)
		__builtin_prefetch(x->bucket[bucket_of(x, (uint32_t)key[i])]);
}

static bool
is_alive(const struct near_alive *a, uint32_t record)
{
	return record != 0 && (uint32_t)a->end - record <= (uint32_t)a->n;
}

#ifdef HAVE_FOUR
/* The tags of four entries, or their records. */
static inline __m128i
load_four(const struct near_entry *e, bool records)
{
	const __m128 *two = (const void *)e;

	return _mm_castps_si128(records
	    ? _mm_shuffle_ps(two[0], two[1], _MM_SHUFFLE(3, 1, 3, 1))
	    : _mm_shuffle_ps(two[0], two[1], _MM_SHUFFLE(2, 0, 2, 0)));
}

static inline unsigned
to_bits(__m128i four)
{
	return (unsigned)_mm_movemask_ps(_mm_castsi128_ps(four));
}

/* Of four: a is more than b, without a sign. */
static inline __m128i
is_more(__m128i a, __m128i b)
{
	const __m128i low = _mm_set1_epi32(INT32_MIN);

	return _mm_cmpgt_epi32(_mm_xor_si128(a, low), _mm_xor_si128(b, low));
}
#endif

/* The entries of a bucket that have a tag, as bits, the lowest first. */
static inline unsigned
with_tag(const struct near_entry *bucket, uint32_t tag)
{
#ifdef HAVE_FOUR
	const __m128i want = _mm_set1_epi32((int)tag);

	return to_bits(_mm_cmpeq_epi32(load_four(bucket, false), want))
	    | to_bits(_mm_cmpeq_epi32(load_four(bucket + 4, false), want))
	        << 4;
#else
	unsigned bits = 0;
	size_t k;

	for (k = 0; k < NEAR_PLACES; k++)
		bits |= (unsigned)(bucket[k].tag == tag) << k;
	return bits;
#endif
}

/* Those that are free, or whose records the ring lost. */
static inline unsigned
free_places(const struct near_entry *bucket, const struct near_alive *a)
{
	unsigned bits = 0;
	size_t k;

#ifdef HAVE_FOUR
	const __m128i end = _mm_set1_epi32((int)(uint32_t)a->end);
	const __m128i n = _mm_set1_epi32((int)(uint32_t)a->n);
	__m128i four;

	for (k = 0; k < NEAR_PLACES; k += 4) {
		four = load_four(bucket + k, true);
		bits |= to_bits(_mm_or_si128(
		    _mm_cmpeq_epi32(four, _mm_setzero_si128()),
		    is_more(_mm_sub_epi32(end, four), n))) << k;
	}
#else
	for (k = 0; k < NEAR_PLACES; k++)
		bits |= (unsigned)!is_alive(a, bucket[k].record) << k;
#endif
	return bits;
}

/* The oldest entry of a bucket among those with a bit: there is one. */
static struct near_entry *
oldest(const struct near_alive *a, struct near_entry *bucket, unsigned bits)
{
	struct near_entry *e, *old = &bucket[scan_lowest(bits)];

	for (; bits != 0; bits &= bits - 1) {
		e = &bucket[scan_lowest(bits)];
		if ((uint32_t)a->end - e->record
		    > (uint32_t)a->end - old->record)
			old = e;
	}
	return old;
}

/* Where in its bucket a new entry goes. */
static inline struct near_entry *
place_for(const struct near_alive *a, struct near_entry *bucket, uint32_t tag)
{
	unsigned free = free_places(bucket, a), same;

	if (free != 0)
		return &bucket[scan_lowest(free)];
	same = with_tag(bucket, tag);
	return oldest(a, bucket, scan_ones(same) >= SAME_TAG
	    ? same : (1u << NEAR_PLACES) - 1);
}

void
near_index_enter(struct near_index *x, const struct near_alive *a,
    const uint64_t key[NEAR_KEYS])
{
	uint32_t tag;
	size_t i;

	for (i = 0; i < NEAR_KEYS; i++) {
		tag = (uint32_t)key[i];
		if (key[i] != 0)
			*place_for(a, x->bucket[bucket_of(x, tag)], tag)
			    = (struct near_entry) { tag, (uint32_t)a->end };
	}
}

static void
add_candidate(struct near_candidates *c, uint32_t record)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (c->of[i].record == record) {
			c->of[i].n_keys++;
			return;
		}
	if (c->n < NEAR_CANDIDATES)
		c->of[c->n++] = (struct near_candidate) { record, 1 };
}

void
near_index_find(const struct near_index *x, const struct near_alive *a,
    const uint64_t key[NEAR_KEYS], struct near_candidates *c)
{
	const struct near_entry *bucket, *e;
	unsigned bits;
	size_t i;

	c->n = 0;
	for (i = 0; i < NEAR_KEYS; i++) {
		if (key[i] == 0)
			continue;
		bucket = x->bucket[bucket_of(x, (uint32_t)key[i])];
		bits = with_tag(bucket, (uint32_t)key[i]);
		for (; bits != 0; bits &= bits - 1) {
			e = &bucket[scan_lowest(bits)];
			if (is_alive(a, e->record))
				add_candidate(c, e->record);
		}
	}
}

uint64_t
near_index_take(const struct near_alive *a, struct near_candidates *c)
{
	const uint32_t end = (uint32_t)a->end;
	size_t best = 0, i;
	uint32_t record;

	for (i = 1; i < c->n; i++)
		if (c->of[i].n_keys > c->of[best].n_keys
		    || (c->of[i].n_keys == c->of[best].n_keys
		    && end - c->of[i].record > end - c->of[best].record))
			best = i;
	record = c->of[best].record;
	c->of[best] = c->of[--c->n];
	return near_index_number(record, a->end);
}
