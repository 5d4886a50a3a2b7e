/* SPDX-License-Identifier: ISC */
/*
 * dice - numbers that look random and are the same in every run
 */
#ifndef DICE_H
#define DICE_H

#include <stddef.h>
#include <stdint.h>

static inline unsigned
dice(void)
{
	static uint64_t x = 88172645463325252u;

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return (unsigned)(x >> 32);
}

/* One of 0..n-1. */
static inline size_t
dice_below(size_t n)
{
	return dice() % n;
}

#endif
