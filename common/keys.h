/* SPDX-License-Identifier: ISC */
/*
 * keys - constant tables that give a small number for a word's hash
 *
 * The hash's lowest bits say where in a table it may stand, so an entry is the
 * hash with its number in their place: eight bytes that still tell all 64 bits
 * of the hash from any other's. The entries whose hashes end in the bits b are
 *
 *	entry[first[b]], .., entry[first[b + 1] - 1]
 *
 * That a word of a text passes for an entry that it is not happens once in
 * 2^64 / entries words; that two of 20,000 entries do is as improbable as
 * 1 in 10^11, and no list is checked for it.
 *
 * In a table that is asked for most words of a text each entry may have a place
 * that no other shares, and is found there without a branch: the hash's upper
 * half times an odd number, which its lowest bits tell (Belazzougui, Botelho,
 * Dietzfelbinger: Hash, Displace, and Compress, 2009). All bits but the lowest
 * are compared.
 *
 * Tables are collected in a struct keys, which owns its memory, and packed,
 * when copydesk is built (data/tables.c). Out of memory ends the program.
 */
#ifndef KEYS_H
#define KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The elements of `first` of a table whose numbers have so many bits. */
#define KEYS_FIRST(bits) ((1u << (bits)) + 1)

/* The number of a hash, or 0 if it is no entry. */
static inline size_t
keys_find(const uint16_t *first, const uint64_t *entry, unsigned bits,
    uint64_t hash)
{
	uint64_t mask = ((uint64_t)1 << bits) - 1;
	size_t i = first[hash & mask], end = first[(hash & mask) + 1];

	for (; i < end; i++)
		if ((entry[i] ^ hash) >> bits == 0)
			return (size_t)(entry[i] & mask);
	return 0;
}

/* The place of a hash, or of an entry, in a table of as many bits. */
static inline size_t
keys_place(uint64_t hash, uint16_t factor, unsigned place_bits)
{
	return (uint32_t)(hash >> 32) * factor >> (32 - place_bits);
}

/* The number of a hash whose place has that entry; 0 if it is another's. */
static inline size_t
keys_number(uint64_t entry, unsigned bits, uint64_t hash)
{
	size_t is_same = (entry ^ hash) >> bits == 0;

	return (size_t)entry & (((size_t)1 << bits) - 1) & -is_same;
}

struct keys {
	uint64_t *hash; /* of each entry, in the order they came in */
	size_t n, most;
	uint16_t *slot; /* by hash: the entry's index and 1; 0: free */
	size_t mask;
};

/* Makes room for so many entries, below 65,536. */
void keys_begin(struct keys *, size_t most);
void keys_end(struct keys *);

/*
 * The index of the entry of a hash, which is made if there is none; `most` if
 * there is no more room.
 */
size_t keys_enter(struct keys *, uint64_t hash);

/* Makes the table; number[i], of at most `bits` bits, is that of entry i. */
void keys_pack(const struct keys *, const uint16_t *number, uint16_t *first,
    uint64_t *entry, unsigned bits);

/*
 * Gives each entry of such a table a place of its own, of 1 << place_bits; no
 * number may be 0. False if there is not room enough.
 */
bool keys_spread(const uint16_t *first, const uint64_t *entry, unsigned bits,
    uint16_t *factor, uint64_t *place, unsigned place_bits);

#endif
