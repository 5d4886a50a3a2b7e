/* SPDX-License-Identifier: ISC */
/*
 * page_title - which block of a page is its title (a part of page.c)
 */
#ifndef PAGE_TITLE_H
#define PAGE_TITLE_H

#include "page.h"

/*
 * Finds the title of a page whose zones are known, where its content begins
 * at block `head` of n: near the content's head, by its own weights. Labels
 * it; what stands between it and the content is then in the zone `lead`, and
 * blocks that hold its text, too, are known for trails.
 */
void page_title(struct page *, const struct window *, size_t n, size_t head);

#endif
