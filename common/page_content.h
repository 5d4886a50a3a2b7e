/* SPDX-License-Identifier: ISC */
/*
 * page_content - which blocks of a window are content
 *
 * For page.c alone.
 */
#ifndef PAGE_CONTENT_H
#define PAGE_CONTENT_H

#include "page.h"

/*
 * Finds the zones of n blocks by their evidence; returns where the content
 * begins, n if there is none. A document does not go without as long as there
 * is news in it, nor does a first window that is full; and a long text that is
 * little but sentences is content whatever else was said of it.
 */
size_t page_content(struct page *, size_t n);

#endif
