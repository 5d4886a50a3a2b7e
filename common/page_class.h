/* SPDX-License-Identifier: ISC */
/*
 * page_class - which part of the article each block of a window is
 *
 * For page.c, and for bench/roles.c, which learns chain's weights.
 */
#ifndef PAGE_CLASS_H
#define PAGE_CLASS_H

#include "page.h"

/*
 * Finds the class of each of n blocks whose zones are known. Content may be of
 * the article, and a title or standfirst shortly before its first sentence.
 */
void page_classes(struct page *, size_t n, size_t head);

/* All the features, chain.h's, that block i then has; how many. */
size_t page_active(const struct page *, size_t i,
    uint16_t active[CHAIN_ACTIVE]);

#endif
