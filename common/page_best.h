/* SPDX-License-Identifier: ISC */
/*
 * page_best - the best run of sentences of a page, a first guess at its article
 *
 * For page.c alone.
 */
#ifndef PAGE_BEST_H
#define PAGE_BEST_H

#include "page.h"

/*
 * Finds the best run among the n blocks of a window, which are glanced at, and
 * enters for each block where it stands by that, and the headline over it;
 * learns the run's words, the topic. The run is that of the greatest sum, a
 * sentence worth its words and any other block less than nothing (Kadane; C4's
 * rule of lines that end in a stop: Raffel et al., JMLR 2020).
 */
void page_best(struct page *, size_t n);

#endif
