/* SPDX-License-Identifier: ISC */
/*
 * word - words as numbers: equal but for case and apostrophe style, equal hash
 *
 * The hash is part of dedupe-related's state format: it is the same on every
 * machine and never changes. Nothing here allocates or fails.
 */
#ifndef WORD_H
#define WORD_H

#include <stdint.h>

#include "span.h"

/* 64 bits of a word, any number of bytes; case folded, U+2019 as '. */
uint64_t word_hash(struct span word);

/* The hash of a sequence of hashes, one put behind the others. */
static inline uint64_t
word_chain(uint64_t chain, uint64_t hash)
{
	chain = (chain ^ hash) * 0x9E3779B97F4A7C15u;
	return chain ^ chain >> 29;
}

#endif
