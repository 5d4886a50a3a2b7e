/* SPDX-License-Identifier: ISC */
/*
 * net_wide - net_mix on processors that have AVX-512 with VNNI
 *
 * For net.c alone; net.c has its twins.
 */
#ifndef NET_WIDE_H
#define NET_WIDE_H

#include <stdbool.h>

#include "net.h"

/* Does what net_mix does; false, with nothing done, if it can't here. */
bool net_mix_wide(const struct net *, const struct net_units *unit, size_t n,
    struct net_evidence *evidence, size_t stride);

#endif
