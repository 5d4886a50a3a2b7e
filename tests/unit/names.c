/* SPDX-License-Identifier: ISC */
/* names: what goes in under a number comes out under it. */
#include <assert.h>
#include <stdio.h>

#include "names.h"

int
main(void)
{
	struct names names = { 0 };
	char text[16];
	size_t i;

	assert(names_add(&names, span_of("a\tb")) == 0);
	assert(names_add(&names, (struct span) { NULL, 0 }) == 1);
	for (i = 2; i < 5000; i++) {
		snprintf(text, sizeof text, "%zu", i);
		assert(names_add(&names, span_of(text)) == i);
	}
	assert(span_equal(names_get(&names, 0), span_of("a\tb")));
	assert(names_get(&names, 1).n == 0);
	assert(span_equal(names_get(&names, 4321), span_of("4321")));
	names_end(&names);
	return 0;
}
