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
 * Finds the class of each of n blocks whose zones are known, and marks the
 * title. Only content, what stands shortly before its first sentence, and that
 * can be of the article; where the page is `whole`, all of it is, but a title.
 */
void page_classes(struct page *, size_t n, size_t head, bool whole);

/* All the features, chain.h's, that block i has; how many. */
size_t page_active(struct page *, size_t n, size_t head, size_t i,
    uint16_t active[CHAIN_ACTIVE]);

#endif
