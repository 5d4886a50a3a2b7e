/* SPDX-License-Identifier: ISC */
/*
 * random - keys for the order of hash tables, new in each process
 *
 * So that nobody can write an input that makes a table slow. A key is written
 * nowhere, and no output depends on it.
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "word.h"

/* Sets n numbers, at most 32. */
void random_key(uint64_t *key, size_t n);

/*
 * 32 bits for x that a key of two numbers decides. With a multiplication less,
 * rows of numbers that are chosen well crowd together under one key in 50.
 */
static inline uint64_t
random_hash(const uint64_t *key, uint64_t x)
{
	uint64_t h = (x ^ key[0]) * (key[1] | 1);

	h = (h ^ h >> 32) * WORD_FACTOR;
	h = (h ^ h >> 29) * WORD_FACTOR;
	return h >> 32;
}

#endif
