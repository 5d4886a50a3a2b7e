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

/* Whether `"No."` at the head of a text ends its sentence. */
static bool
ends(const char *text)
{
	struct scan s = { 0 };
	bool ends;

	scan_text(&s, text, strlen(text));
	ends = edge_ends_sentence(&s, 4, 5, s.len);
	scan_end(&s);
	return ends;
}

int
main(void)
{
	assert(ends("\"No.\" He left."));
	assert(ends("\"No.\""));
	assert(!ends("\"No.\" he said."));
	assert(!ends("\"No.\", he said."));
	assert(!ends("\"No!\" He left."));
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
