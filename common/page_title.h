/* SPDX-License-Identifier: ISC */
/*
 * page_title - what stands around the title of a page
 */
#ifndef PAGE_TITLE_H
#define PAGE_TITLE_H

#include "page.h"

/*
 * Marks what stands around the title of a window whose classes are known, and
 * whose content begins at block `head` of n: what is between it and the content
 * is in the zone `lead`, what of the content is before it in the zone before;
 * and blocks that hold its text, too, are known for trails.
 */
void page_title(struct page *, const struct window *, size_t n, size_t head);

#endif
