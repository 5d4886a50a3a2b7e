/* SPDX-License-Identifier: ISC */
#include "page_thread.h"

/* Makes the blocks from..to comments of one thread. */
static void
join_thread(struct page_block *block, size_t from, size_t to)
{
	size_t i;

	for (i = from + 1; i < to; i++) {
		block[i].marker = false;
		if (block[i].role == ROLE_COMMENTS)
			continue;
		block[i].role = ROLE_COMMENTS;
		block[i].mark = MARK_THREAD;
	}
}

/*
 * Whether the block may be in a thread: a comment, or of a role that the lines
 * around one have: who wrote it, when, and what one can do with it.
 */
static bool
may_join(const struct page_block *b)
{
	const uint32_t roles = 1u << ROLE_COMMENTS | 1u << ROLE_BYLINE
	    | 1u << ROLE_DATE | 1u << ROLE_CAPTION | 1u << ROLE_NAV
	    | 1u << ROLE_SHARE;

	return b->zone == ZONE_COMMENTS && (roles >> b->role & 1) != 0;
}

void
page_thread(struct page_block *block, size_t n)
{
	size_t i, first, end;

	for (i = 0; i < n; i++) {
		if (!may_join(&block[i]) || block[i].role != ROLE_COMMENTS)
			continue;
		first = i;
		for (end = i + 1; i < n && may_join(&block[i]); i++)
			if (block[i].role == ROLE_COMMENTS)
				end = i + 1;
		join_thread(block, first, end);
	}
}
