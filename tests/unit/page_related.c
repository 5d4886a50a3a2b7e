/* SPDX-License-Identifier: ISC */
/* page_related: a heading over stories holds up to one over comments. */
#include <assert.h>
#include <string.h>

#include "page_related.h"

enum { N = 6 };

static struct page_block block[N];

/* Article, heading of related stories, three blocks, and the last one. */
static void
make(uint8_t second, uint8_t last)
{
	const uint8_t role[N] = { ROLE_BODY, ROLE_RELATED, ROLE_COMMENTS,
		second, ROLE_NAV, last };
	size_t i;

	memset(block, 0, sizeof block);
	for (i = 0; i < N; i++)
		block[i].role = role[i];
	block[1].marker = true;
	block[3].feature.n_words = 5;
	block[5].feature.hits.head = 1u << KIND_COMMENTS;
	page_related(block, N);
}

int
main(void)
{
	make(ROLE_NAV, ROLE_COMMENTS);
	assert(block[2].role == ROLE_RELATED && block[3].role == ROLE_RELATED);
	assert(block[4].role == ROLE_NAV && block[0].role == ROLE_BODY);
	assert(block[5].role == ROLE_COMMENTS && block[5].marker);
	make(ROLE_BODY, ROLE_COMMENTS);
	assert(block[2].role == ROLE_COMMENTS && block[3].role == ROLE_BODY);
	make(ROLE_DATE, ROLE_COMMENTS);
	assert(block[2].role == ROLE_RELATED && block[3].role == ROLE_DATE);
	make(ROLE_NAV, ROLE_LEGAL);
	assert(block[2].role == ROLE_COMMENTS && block[3].role == ROLE_NAV);
	page_related(block, 0);
	return 0;
}
