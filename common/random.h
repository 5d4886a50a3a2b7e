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

/* Sets n numbers, at most 32. */
void random_key(uint64_t *key, size_t n);

#endif
