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
