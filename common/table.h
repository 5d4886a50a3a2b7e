/* SPDX-License-Identifier: ISC */
/*
 * table - memory of large tables of which now this and now that part is used
 *
 * It begins where a line of the processor's cache does. From TABLE_HUGE bytes
 * on it has huge pages, where the system has any that it fills: so it costs far
 * less to have these in place, and to find them. Where it grows, its pages are
 * moved, not copied.
 *
 * Counted, and at its end, as alloc's.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>

#define TABLE_LINE 64 /* bytes */
#define TABLE_HUGE ((size_t)2 << 20)

/* Memory of n * size bytes, all zero. */
void *table_new(size_t n, size_t size);

/* The same memory, moved perhaps, for `more` elements; what is new is zero. */
void *table_grow(void *, size_t n, size_t more, size_t size);

/* table_grow as alloc_grow does it; a null table has *cap 0. */
void *table_more(void *, size_t *cap, size_t need, size_t size);

void table_free(void *, size_t n, size_t size);

#endif
