/* SPDX-License-Identifier: ISC */
/*
 * alloc - memory that is there, or the end of the program
 *
 * Each call returns memory that the caller frees, or says "out of memory"
 * on stderr and exits with 2.
 */
#ifndef ALLOC_H
#define ALLOC_H

#include <stddef.h>

/* n * size bytes, not cleared. */
void *alloc_array(size_t n, size_t size);

/* n * size bytes, all zero. */
void *alloc_zeroed(size_t n, size_t size);

/* alloc_grow where the array has to grow. */
void *alloc_more(void *array, size_t *cap, size_t need, size_t size);

/*
 * Makes room for at least `need` elements of `size` bytes in an array that
 * has room for *cap: the array, moved perhaps, with *cap at least doubled
 * where it had to grow. A null array with *cap 0 is an empty one.
 */
static inline void *
alloc_grow(void *array, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? array : alloc_more(array, cap, need, size);
}

/* A copy of n bytes with a NUL after them. */
char *alloc_string(const char *p, size_t n);

#endif
