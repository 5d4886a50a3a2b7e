/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "keys.h"

void
keys_begin(struct keys *k, size_t most)
{
	size_t slots = 2;

	while (slots < 2 * most)
		slots *= 2;
	*k = (struct keys) { .most = most, .mask = slots - 1 };
	k->hash = alloc_array(most, sizeof *k->hash);
	k->slot = alloc_zeroed(slots, sizeof *k->slot);
}

void
keys_end(struct keys *k)
{
	free(k->hash);
	free(k->slot);
	memset(k, 0, sizeof *k);
}

size_t
keys_enter(struct keys *k, uint64_t hash)
{
	size_t at = (size_t)hash & k->mask;

	for (; k->slot[at] != 0; at = (at + 1) & k->mask)
		if (k->hash[k->slot[at] - 1] == hash)
			return k->slot[at] - 1u;
	if (k->n == k->most)
		return k->most;
	k->hash[k->n++] = hash;
	k->slot[at] = (uint16_t)k->n;
	return k->n - 1;
}

/* Counts the entries of each place, and fills the places from their ends. */
void
keys_pack(const struct keys *k, const uint16_t *number, uint16_t *first,
    uint64_t *entry, unsigned bits)
{
	size_t places = KEYS_FIRST(bits) - 1, i;
	uint64_t mask = places - 1;

	memset(first, 0, (places + 1) * sizeof *first);
	for (i = 0; i < k->n; i++)
		first[k->hash[i] & mask]++;
	for (i = 1; i <= places; i++)
		first[i] = (uint16_t)(first[i] + first[i - 1]);
	for (i = k->n; i-- > 0;)
		entry[--first[k->hash[i] & mask]]
		    = (k->hash[i] & ~mask) | number[i];
}

/* Puts entries in the places that a factor gives them, if all are free. */
static bool
place_all(const uint64_t *entry, size_t n, uint16_t factor, uint64_t *place,
    unsigned place_bits)
{
	size_t i, at;

	for (i = 0; i < n; i++) {
		at = keys_place(entry[i], factor, place_bits);
		if (place[at] != 0)
			break;
		place[at] = entry[i];
	}
	if (i == n)
		return true;
	while (i-- > 0)
		place[keys_place(entry[i], factor, place_bits)] = 0;
	return false;
}

/* Finds a factor for some entries; 0 if there is none. */
static uint16_t
find_factor(const uint64_t *entry, size_t n, uint64_t *place,
    unsigned place_bits)
{
	unsigned factor;

	for (factor = 1; factor <= UINT16_MAX; factor += 2)
		if (place_all(entry, n, (uint16_t)factor, place, place_bits))
			return (uint16_t)factor;
	return 0;
}

/* The most entries come first, while there is much room. */
bool
keys_spread(const uint16_t *first, const uint64_t *entry, unsigned bits,
    uint16_t *factor, uint64_t *place, unsigned place_bits)
{
	size_t n = KEYS_FIRST(bits) - 1, i, size, most = 0;

	memset(place, 0, sizeof *place << place_bits);
	for (i = 0; i < n; i++)
		if ((size_t)(first[i + 1] - first[i]) > most)
			most = (size_t)(first[i + 1] - first[i]);
	for (size = most + 1; size-- > 0;)
		for (i = 0; i < n; i++) {
			if ((size_t)(first[i + 1] - first[i]) != size)
				continue;
			factor[i] = find_factor(entry + first[i], size, place,
			    place_bits);
			if (factor[i] == 0)
				return false;
		}
	return true;
}
