/* SPDX-License-Identifier: ISC */
/* edge: white space and marks of emphasis are left off around words. */
#include <assert.h>

#include "edge.h"

/* Whether `want` is what is left of a text. */
static void
check(const char *text, const char *want)
{
	struct scan s = { 0 };
	size_t start = 0, end = strlen(text);

	scan_text(&s, text, end);
	edge_trim(&s, &start, &end);
	assert(span_equal(scan_span(&s, start, end), span_of(want)));
	scan_end(&s);
}

int
main(void)
{
	check("", "");
	check(" \n\t", "");
	check("\xC2\xA0oui\xE2\x80\xAF", "oui");
	check("_Look!_", "Look!");
	check(" *Look!* ", "Look!");
	check("_Look_, you", "_Look_, you");
	check("_One_ and _two_", "_One_ and _two_");
	check("__", "__");
	check("_", "_");
	return 0;
}
