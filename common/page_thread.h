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
 * Makes what stands between comments, in a zone of these, comments: names and
 * dates of those who wrote them, and what one can do with them. Only the first
 * block of a thread is its marker. Of n blocks; teasers, notices and all that
 * has nothing to do with comments end a thread.
 */
void page_thread(struct page_block *, size_t n);

#endif
