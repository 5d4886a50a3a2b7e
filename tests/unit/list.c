/* SPDX-License-Identifier: ISC */
/* list: rows come as they stand in the array. */
#include <assert.h>

#include "list.h"

static bool
is(struct span s, const char *want)
{
	return span_equal(s, span_of(want)) && s.p[s.n] == '\0';
}

int
main(void)
{
	static const char bytes[] = "caf\xC3\xA9\0noun\0fr\0said\0strong\0";
	struct list l = list_of(bytes, sizeof bytes);
	struct list_row row;

	assert(list_next(&l, &row));
	assert(is(row.entry, "caf\xC3\xA9") && is(row.kind, "noun"));
	assert(is(row.lang, "fr"));
	assert(list_next(&l, &row));
	assert(is(row.entry, "said") && is(row.kind, "strong"));
	assert(is(row.lang, ""));
	assert(!list_next(&l, &row));
	assert(!list_next(&l, &row));
	l = list_of(bytes, 0);
	assert(!list_next(&l, &row));
	return 0;
}
