/* SPDX-License-Identifier: ISC */
/*
 * huge - memory of large tables of which now this and now that part is used
 *
 * It begins where a line of the processor's cache does. From HUGE_BYTES bytes
 * on it has huge pages, where the system has any that it fills: so it costs far
 * less to have these in place, and to find them. Where it grows, its pages are
 * moved, not copied.
 *
 * Counted, and at its end, as alloc's.
 */
#ifndef HUGE_H
#define HUGE_H

#include <stddef.h>

#define HUGE_LINE 64 /* bytes */
#define HUGE_BYTES ((size_t)2 << 20)

/* Memory of n * size bytes, all zero. */
void *huge_new(size_t n, size_t size);

/* The same memory, moved perhaps, for `more` elements; what is new is zero. */
void *huge_grow(void *, size_t n, size_t more, size_t size);

/* huge_grow as alloc_grow does it; a null table has *cap 0. */
void *huge_more(void *, size_t *cap, size_t need, size_t size);

void huge_free(void *, size_t n, size_t size);

#endif
