/* SPDX-License-Identifier: ISC */
/*
 * page_place - what is known of a block by those around it, and by the page
 *
 * For page.c alone.
 */
#ifndef PAGE_PLACE_H
#define PAGE_PLACE_H

#include "page.h"

/* Enters the places of the n blocks of a window, whose features are known. */
void page_places(struct page *, const struct window *, size_t n);

#endif
