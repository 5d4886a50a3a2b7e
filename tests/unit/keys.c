/* SPDX-License-Identifier: ISC */
/* keys: all 64 bits of a hash count, whichever share a place. */
#include <assert.h>
#include <string.h>

#include "keys.h"
#include "word.h"

enum { BITS = 4, ENTRIES = 12, PLACE_BITS = 5 };

static uint16_t first[KEYS_FIRST(BITS)];
static uint64_t entry[ENTRIES];

static size_t
find(uint64_t hash)
{
	return keys_find(first, entry, BITS, hash);
}

/* Entries are numbered 1, 2, ..; half of them end in the same bits. */
static uint64_t
hash_of(size_t i)
{
	uint64_t hash = word_mix(i + 1);

	return i % 2 == 0 ? hash : hash | ((1 << BITS) - 1);
}

static void
make(void)
{
	uint16_t number[ENTRIES];
	struct keys k;
	size_t i;

	keys_begin(&k, ENTRIES);
	for (i = 0; i < ENTRIES; i++) {
		assert(keys_enter(&k, hash_of(i)) == i);
		assert(keys_enter(&k, hash_of(i / 2)) == i / 2);
		number[i] = (uint16_t)(i + 1);
	}
	assert(keys_enter(&k, 0) == ENTRIES);
	keys_pack(&k, number, first, entry, BITS);
	keys_end(&k);
}

/* The same with a place for each entry; the lowest bits are not compared. */
static void
test_spread(void)
{
	uint16_t factor[1 << BITS];
	uint64_t place[1 << PLACE_BITS], hash;
	size_t i, bit;

	assert(keys_spread(first, entry, BITS, factor, place, PLACE_BITS));
	for (i = 0; i < ENTRIES; i++)
		for (bit = BITS; bit <= 64; bit++) {
			hash = bit == 64 ? hash_of(i)
			    : hash_of(i) ^ (uint64_t)1 << bit;
			assert(keys_number(place[keys_place(hash, factor[hash
			    % (1 << BITS)], PLACE_BITS)], BITS, hash)
			    == (bit == 64 ? i + 1 : 0));
		}
	assert(!keys_spread(first, entry, BITS, factor, place, 3));
}

int
main(void)
{
	size_t i, bit;

	assert(find(0) == 0);
	make();
	for (i = 0; i < ENTRIES; i++) {
		assert(find(hash_of(i)) == i + 1);
		for (bit = 0; bit < 64; bit++)
			assert(find(hash_of(i) ^ (uint64_t)1 << bit) == 0);
	}
	test_spread();
	return 0;
}
