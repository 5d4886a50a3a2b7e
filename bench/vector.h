/* SPDX-License-Identifier: ISC */
/*
 * vector - sums over rows of numbers, for network.c
 *
 * Always in the same order, so that the same pages give the same weights.
 */
#ifndef VECTOR_H
#define VECTOR_H

#include <stddef.h>
#include <string.h>

/* Numbers by eights, which the processor may take at once. */
typedef float oct __attribute__((vector_size(32)));

/* The sum of products of n numbers, n a multiple of 8. */
static inline float
vector_dot(const float *a, const float *b, size_t n)
{
	oct sum = { 0 }, x, y;
	size_t i;

	for (i = 0; i < n; i += 8) {
		memcpy(&x, a + i, sizeof x);
		memcpy(&y, b + i, sizeof y);
		sum += x * y;
	}
	return ((sum[0] + sum[4]) + (sum[1] + sum[5]))
	    + ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

/* Adds a times n numbers to others, n a multiple of 8. */
static inline void
vector_add(float *to, const float *from, float a, size_t n)
{
	oct x, y;
	size_t i;

	for (i = 0; i < n; i += 8) {
		memcpy(&x, to + i, sizeof x);
		memcpy(&y, from + i, sizeof y);
		x += y * a;
		memcpy(to + i, &x, sizeof x);
	}
}

#endif
