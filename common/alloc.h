/* SPDX-License-Identifier: ISC */
/*
 * alloc - memory that is there, or the end of the program
 *
 * Each call returns memory that the caller frees, or says "out of memory"
 * on stderr and exits with 2.
 *
 * All that is large is counted, against a limit where there is one: while an
 * array grows both the old and the new one. What is freed by free(3) stays
 * counted; where much is freed while a program runs on, alloc_free does it.
 */
#ifndef ALLOC_H
#define ALLOC_H

#include <stddef.h>

/* What a limit sets aside for the program itself and for all that is small. */
#define ALLOC_OWN_BYTES ((size_t)3 << 20)

/*
 * From now on no more than `most` bytes: what would exceed them is refused as
 * if there were no more memory. `advice` is added to what is said then, in
 * either case; it may be null, and is borrowed for good.
 */
void alloc_limit(size_t most, const char *advice);

/* Counts n * size bytes that are had otherwise, or that no longer are. */
void alloc_take(size_t n, size_t size);
void alloc_give(size_t n, size_t size);

/* Says that there is no more memory, and ends. */
_Noreturn void alloc_fail(void);

/* n * size bytes, not cleared. */
void *alloc_array(size_t n, size_t size);

/* n * size bytes, all zero. */
void *alloc_zeroed(size_t n, size_t size);

/* Frees n * size bytes, which are no longer counted then. */
void alloc_free(void *, size_t n, size_t size);

/* How many elements an array of `cap` has that grows to have `need`. */
size_t alloc_more_than(size_t cap, size_t need);

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
