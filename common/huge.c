/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE /* for mremap */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "huge.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif

/* Sanitizers are to see how large tables are, and which are not freed. */
#if defined __linux__ && !defined __SANITIZE_ADDRESS__ \
    && !__has_feature(address_sanitizer) && !__has_feature(memory_sanitizer)
#define HAVE_PAGES 1
#include <sys/mman.h>
#endif

#define PAGE 4096 /* bytes, or a part of one */

static size_t
round_up(size_t bytes, size_t to)
{
	return (bytes + to - 1) / to * to;
}

#ifdef HAVE_PAGES
static bool
has_pages(size_t bytes)
{
	return bytes >= HUGE_BYTES;
}

/* Takes pages in a row that begins where a huge page does. */
static char *
take_pages(size_t bytes)
{
	char *p = mmap(NULL, bytes + HUGE_BYTES, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	size_t before;

	if (p == MAP_FAILED)
		return NULL;
	before = round_up((uintptr_t)p, HUGE_BYTES) - (uintptr_t)p;
	if (before > 0)
		munmap(p, before);
	munmap(p + before + bytes, HUGE_BYTES - before);
#ifdef MADV_HUGEPAGE
	(void)madvise(p + before, bytes, MADV_HUGEPAGE);
#endif
	return p + before;
}

/* Moves pages to a place where more are behind them. */
static void *
move_pages(void *p, size_t bytes, size_t more)
{
	char *to = take_pages(more);

	if (to == NULL)
		return NULL;
	p = mremap(p, bytes, more, MREMAP_MAYMOVE | MREMAP_FIXED, to);
	if (p != MAP_FAILED)
		return p;
	munmap(to, more);
	return NULL;
}
#else
static bool
has_pages(size_t bytes)
{
	(void)bytes;
	return false;
}

static void *
take_pages(size_t bytes)
{
	(void)bytes;
	return NULL;
}

static void *
move_pages(void *p, size_t bytes, size_t more)
{
	(void)p;
	(void)bytes;
	return take_pages(more);
}

static void
munmap(void *p, size_t bytes)
{
	(void)p;
	(void)bytes;
}
#endif

/* Zeros; null if there are none to be had. */
static void *
take(size_t bytes)
{
	void *p;

	if (has_pages(bytes))
		return take_pages(round_up(bytes, PAGE));
	p = aligned_alloc(HUGE_LINE, round_up(bytes, HUGE_LINE));
	return p == NULL ? NULL : memset(p, 0, bytes);
}

static void
give(void *p, size_t bytes)
{
	if (has_pages(bytes))
		munmap(p, round_up(bytes, PAGE));
	else
		free(p);
}

static void *
checked(void *p)
{
	if (p == NULL)
		alloc_fail();
	return p;
}

void *
huge_new(size_t n, size_t size)
{
	alloc_take(n, size);
	return checked(take(n * size));
}

void *
huge_grow(void *p, size_t n, size_t more, size_t size)
{
	void *to;

	alloc_take(more, size);
	if (has_pages(n * size)) {
		to = checked(move_pages(p, round_up(n * size, PAGE),
		    round_up(more * size, PAGE)));
	} else {
		to = memcpy(checked(take(more * size)), p, n * size);
		give(p, n * size);
	}
	alloc_give(n, size);
	return to;
}

void *
huge_more(void *p, size_t *cap, size_t need, size_t size)
{
	size_t before = *cap;

	if (need <= before)
		return p;
	*cap = alloc_more_than(before, need);
	return before == 0 ? huge_new(*cap, size)
	                   : huge_grow(p, before, *cap, size);
}

void
huge_free(void *p, size_t n, size_t size)
{
	if (p == NULL)
		return;
	give(p, n * size);
	alloc_give(n, size);
}
