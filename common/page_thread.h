/* SPDX-License-Identifier: ISC */
/*
 * page_thread - comments as one thread
 *
 * For page.c alone.
 */
#ifndef PAGE_THREAD_H
#define PAGE_THREAD_H

#include "page.h"

/*
 * Makes all blocks of a zone of comments, from the first to the last one that
 * is known for a comment, comments: names and dates of those who wrote them,
 * too. Only the first block of a thread is its marker. Of n blocks; those of
 * the article are left alone.
 */
void page_thread(struct page_block *, size_t n);

#endif
