/* SPDX-License-Identifier: ISC */
/* fullname: a name is shown on one line, without its nickname. */
#include <assert.h>
#include <string.h>

#include "fullname.h"

static void
check(const char *text, const char *want)
{
	char to[64];
	size_t n = fullname_copy(to, span_of(text));

	assert(n == strlen(want) && memcmp(to, want, n) == 0);
}

int
main(void)
{
	check("Ann Bell", "Ann Bell");
	check("Ann\n  Bell", "Ann Bell");
	check("Tom (Tad) Roe", "Tom Roe");
	check("Tom “Tad” Roe", "Tom Roe");
	check("Tom \"Tad\" Roe", "Tom Roe");
	check("Jo O'Dell", "Jo O'Dell");
	check("Jo O’Dell", "Jo O’Dell");
	check("Öst", "Öst");
	assert(fullname_is_shouted(span_of("J. BELL")));
	assert(!fullname_is_shouted(span_of("J. BELl")));
	return 0;
}
