/* SPDX-License-Identifier: ISC */
/*
 * page_place - what is known of a block by those around it, and by the page
 *
 * For page.c alone.
 */
#ifndef PAGE_PLACE_H
#define PAGE_PLACE_H

#include "page.h"

/* Takes down what others want to know of a block. */
static inline void
page_glance(struct page_glance *g, const struct feature *f)
{
	const size_t most = 60; /* bytes of the longest heading over comments */

	g->key[COMMON_ALL] = f->hash;
	g->key[COMMON_OPENER] = f->opener;
	g->words = f->n_words;
	g->prose = feature_is_sentence(f) ? f->n_words : 0;
	g->shape = (uint8_t)(f->words
	    + (f->ending == ENDING_STOP ? MODEL_STOP : 0));
	g->n_seen = f->n_seen;
	g->n_functions = f->n_functions;
	g->thread = f->n_bytes <= most
	    && (f->hits.head >> KIND_THREAD & 1) != 0;
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

/*
 * Enters the places of the n blocks of a window, whose features are known and
 * glanced at.
 */
void page_places(struct page *, const struct window *, size_t n);

#endif
