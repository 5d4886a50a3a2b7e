/* SPDX-License-Identifier: ISC */
/*
 * page_row - the row that shows what a block was taken for, and why
 */
#ifndef PAGE_ROW_H
#define PAGE_ROW_H

#include "page.h"
#include "rows.h"

/* Writes why block i was labelled so, NUL-terminated. */
#define PAGE_REASON 256 /* bytes at most */
void page_reason(const struct page *, size_t i, char *to);

/* The names of the columns, for --header; the last null. */
extern const char *const page_row_columns[];

/* Writes the row of block i of the window, which is kept or is not. */
void page_row(struct rows *, struct window *, const struct page *, size_t i,
    bool kept);

#endif
