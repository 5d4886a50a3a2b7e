/* SPDX-License-Identifier: ISC */
/* page_thread: one thread, its ends, and what is not in it. */
#include <assert.h>

#include "page_thread.h"

static struct page_block
block(enum model_zone zone, enum model_role role, bool marker)
{
	return (struct page_block) { .zone = (uint8_t)zone,
		.role = (uint8_t)role, .marker = marker };
}

int
main(void)
{
	struct page_block b[] = {
		block(ZONE_CONTENT, ROLE_BODY, false),
		block(ZONE_COMMENTS, ROLE_SHARE, false),
		block(ZONE_COMMENTS, ROLE_COMMENTS, true),
		block(ZONE_COMMENTS, ROLE_DATE, false),
		block(ZONE_COMMENTS, ROLE_COMMENTS, true),
		block(ZONE_COMMENTS, ROLE_LEGAL, false),
		block(ZONE_CONTENT, ROLE_BODY, false),
		block(ZONE_COMMENTS, ROLE_COMMENTS, true),
	};
	static const enum model_role want[] = { ROLE_BODY, ROLE_SHARE,
		ROLE_COMMENTS, ROLE_COMMENTS, ROLE_COMMENTS, ROLE_LEGAL,
		ROLE_BODY, ROLE_COMMENTS };
	size_t n = sizeof b / sizeof b[0], i;

	page_thread(b, n);
	for (i = 0; i < n; i++)
		assert(b[i].role == want[i]);
	assert(b[2].marker && !b[4].marker && b[7].marker);
	page_thread(b, 0);
	return 0;
}
