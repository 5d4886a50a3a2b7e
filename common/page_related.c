/* SPDX-License-Identifier: ISC */
#include "page_related.h"

enum { HEADLINE_WORDS = 3 /* of a headline that no phrase tells, at least */ };

static bool
is_article(const struct page_block *b)
{
	return b->role == ROLE_TITLE || (MODEL_ARTICLE >> b->role & 1) != 0;
}

static bool
is_over_related(const struct page_block *b)
{
	return b->marker && b->role == ROLE_RELATED;
}

static bool
is_over_comments(const struct page_block *b)
{
	return b->role == ROLE_COMMENTS && !feature_is_sentence(&b->feature)
	    && (b->feature.hits.head >> KIND_COMMENTS & 1) != 0;
}

/* Whether the block under a heading of related stories may be one. */
static bool
may_be_related(const struct page_block *b)
{
	return b->role == ROLE_COMMENTS
	    || (b->role == ROLE_NAV && b->feature.hits.any == 0
	        && b->feature.n_words >= HEADLINE_WORDS);
}

/*
 * Makes related stories of what stands between the heading at `from` and one
 * over comments, if there is one; returns where that looking ended.
 */
static size_t
list_related(struct page_block *b, size_t from, size_t n)
{
	size_t end = from + 1, i;

	while (end < n && !is_article(&b[end]) && !is_over_comments(&b[end])
	    && !is_over_related(&b[end]))
		end++;
	if (end == n || !is_over_comments(&b[end]))
		return end;
	for (i = from + 1; i < end; i++)
		if (may_be_related(&b[i]))
			b[i].role = ROLE_RELATED;
	b[end].marker = true;
	return end;
}

void
page_related(struct page_block *block, size_t n)
{
	size_t i = 0;

	while (i < n)
		if (is_over_related(&block[i]))
			i = list_related(block, i, n);
		else
			i++;
}
