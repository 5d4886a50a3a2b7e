/* SPDX-License-Identifier: ISC */
/*
 * page_item - items of lists and quotations that the text marks
 *
 * For page.c alone.
 */
#ifndef PAGE_ITEM_H
#define PAGE_ITEM_H

#include "page.h"

/*
 * Makes lists of those of n blocks of the article that begin with a bullet, or
 * with a number and stand by the one before or after it, and quotations of
 * sentences behind a >. One hyphen alone may be a dash: it takes two.
 */
void page_items(struct page *, const struct window *, size_t n);

#endif
