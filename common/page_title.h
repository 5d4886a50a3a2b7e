/* SPDX-License-Identifier: ISC */
/*
 * page_title - what stands around the title of a page
 */
#ifndef PAGE_TITLE_H
#define PAGE_TITLE_H

#include "page.h"

/*
 * The title of a window whose classes are known: the block that is most like
 * one, without a trail or a site's name around it; n if it has none.
 */
size_t page_find_title(const struct page *, const struct window *, size_t n);

/*
 * Makes a block the title of a window whose content begins at block `head` of
 * n, unless it is n: others like it are titles, too, and no more; what is
 * between it and the content is in the zone `lead`, what of the content is
 * before it in the zone before; and blocks that hold its text are trails.
 */
void page_title(struct page *, const struct window *, size_t n, size_t head,
    size_t title);

#endif
