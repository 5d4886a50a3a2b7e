/* SPDX-License-Identifier: ISC */
/*
 * layout - texts that are laid out for paper: RFCs, manual pages as text
 *
 *	SIFT(1)              General Commands Manual              SIFT(1)
 *
 *	NAME
 *	       sift - separate gravel from sand
 *
 * Such a text has lines from edge to edge at the heads and feet of its pages,
 * and its prose is indented. It is no web page: it has no menus and no
 * teasers, and what stands under its headings is its own, whatever a page
 * would have in such words. Nothing here fails or allocates.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "page.h"

/*
 * In a window that is laid out for paper, takes what stands under a heading
 * into the article, with the heading, and the lines at heads and feet and the
 * tables of contents out of it; of n blocks. All others are left alone.
 */
void layout_join(struct page_block *, const struct window *, size_t n);

#endif
