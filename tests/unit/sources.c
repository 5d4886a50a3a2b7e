/* SPDX-License-Identifier: ISC */
/* sources: what goes in under a number comes out under it. */
#include <assert.h>
#include <stdio.h>

#include "sources.h"

int
main(void)
{
	struct sources sources = { 0 };
	char text[16];
	size_t i;

	assert(sources_add(&sources, span_of("a\tb")) == 0);
	assert(sources_add(&sources, (struct span) { NULL, 0 }) == 1);
	for (i = 2; i < 5000; i++) {
		snprintf(text, sizeof text, "%zu", i);
		assert(sources_add(&sources, span_of(text)) == i);
	}
	assert(span_equal(sources_get(&sources, 0), span_of("a\tb")));
	assert(sources_get(&sources, 1).n == 0);
	assert(span_equal(sources_get(&sources, 4321), span_of("4321")));
	sources_end(&sources);
	return 0;
}
