/* SPDX-License-Identifier: ISC */
/*
 * page_related - related stories under their heading
 *
 * For page.c alone.
 */
#ifndef PAGE_RELATED_H
#define PAGE_RELATED_H

#include "page.h"

/*
 * Of n blocks with a role: makes related stories of what stands between a
 * heading over such and one over comments, as a heading holds up to the next.
 * Blocks of the article are left alone.
 */
void page_related(struct page_block *, size_t n);

#endif
