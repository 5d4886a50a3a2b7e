/* SPDX-License-Identifier: ISC */
/* fullname: a name is shown on one line, without its nickname. */
#include <assert.h>
#include <string.h>

#include "dice.h"
#include "fullname.h"

enum { LENGTH = 30, ROUNDS = 100000 };

static void
check(const char *text, const char *want)
{
	char to[64];
	size_t n = fullname_copy(to, span_of(text));

	assert(n == strlen(want) && memcmp(to, want, n) == 0);
}

static void
test_same(void)
{
	static const char rare[] = "\"'(!\n\t\r\x7F{\xE2\x80\xC2\xAB";
	char text[LENGTH], to[LENGTH], plain[LENGTH];
	struct span name = { text, 0 };
	size_t i, round, n;

	for (round = 0; round < ROUNDS; round++) {
		name.n = 1 + dice_below(LENGTH);
		for (i = 0; i < name.n; i++)
			text[i] = dice_below(30) == 0
			    ? rare[dice_below(sizeof rare - 1)]
			    : i > 0 && text[i - 1] > ' ' && dice_below(4) == 0
			    ? ' ' : (char)(')' + dice_below('z' - ')' + 1));
		n = fullname_copy(to, name);
		assert(n == fullname_copy_plain(plain, name));
		assert(memcmp(to, plain, n) == 0);
	}
}

int
main(void)
{
	test_same();
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
