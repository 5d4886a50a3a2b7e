/* SPDX-License-Identifier: ISC */
/*
 * chain_wide - chain_mix on processors that have AVX-512 with VNNI
 *
 * For chain.c alone; chain.c has its twins.
 */
#ifndef CHAIN_WIDE_H
#define CHAIN_WIDE_H

#include <stdbool.h>

#include "chain.h"

/* Does what chain_mix does; false, with nothing done, if it can't here. */
bool chain_mix_wide(const struct chain *, struct chain_row *sum,
    struct chain_block *, size_t n);

#endif
