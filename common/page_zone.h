/* SPDX-License-Identifier: ISC */
/*
 * page_zone - the best way of a window's blocks through the zones
 *
 * For page_content.c alone.
 */
#ifndef PAGE_ZONE_H
#define PAGE_ZONE_H

#include "page.h"

/* Enters the zones of n blocks, by the zone carried and the evidence. */
void page_zones(struct page *, size_t n);

/* The same for any processor, for tests. */
void page_zones_plain(struct page *, size_t n);

#endif
