/* SPDX-License-Identifier: ISC */
/*
 * page_place - what is known of a block by those around it, and by the page
 *
 * For page.c alone.
 */
#ifndef PAGE_PLACE_H
#define PAGE_PLACE_H

#include "page.h"

/* The words in sentences of a block. */
static inline size_t
page_prose(const struct feature *f)
{
	return feature_is_sentence(f) ? f->n_words : 0;
}

/* The binary digits of n, at most so many. */
static inline uint8_t
page_digits(size_t n, unsigned most)
{
	unsigned digits = n > 0 ? scan_highest(n) + 1 : 0;

	return (uint8_t)(digits < most ? digits : most);
}

/* How many of a block's telling words a vocabulary has, as MODEL_KNOWN says. */
uint8_t page_known(const struct feature *, const uint64_t *set);

/* Enters the places of the n blocks of a window, whose features are known. */
void page_places(struct page *, const struct window *, size_t n);

#endif
