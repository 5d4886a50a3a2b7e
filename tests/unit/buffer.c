/* SPDX-License-Identifier: ISC */
/* buffer: bytes that are added stand one behind the other. */
#include <assert.h>

#include "buffer.h"

static void
test_add(void)
{
	static const char bytes[] = "\0ab";
	struct buffer b = { 0 };
	size_t i;

	buffer_add(&b, NULL, 0);
	assert(b.p == NULL && b.n == 0);
	for (i = 0; i < 70000; i++)
		buffer_add(&b, bytes + i % 2, 2);
	assert(b.n == 140000);
	for (i = 0; i < 70000; i++)
		assert(memcmp(b.p + 2 * i, bytes + i % 2, 2) == 0);
	b.n = 0;
	buffer_string(&b, "xyz");
	buffer_span(&b, (struct span) { NULL, 0 });
	assert(span_equal(buffer_bytes(&b), span_of("xyz")));
	buffer_end(&b);
	assert(b.p == NULL && b.n == 0 && b.cap == 0);
}

static void
expect_valid(const char *text, size_t n, const char *want)
{
	struct buffer b = { 0 };

	buffer_add_valid(&b, (struct span) { text, n });
	assert(span_equal(buffer_bytes(&b), span_of(want)));
	buffer_end(&b);
}

#define BAD "\xEF\xBF\xBD"

static void
test_valid(void)
{
	expect_valid("", 0, "");
	expect_valid(NULL, 0, "");
	expect_valid("plain", 5, "plain");
	expect_valid("caf\xC3\xA9", 5, "caf\xC3\xA9");
	expect_valid("caf\xE9!", 5, "caf" BAD "!");
	expect_valid("\xE2\x80", 2, BAD);
	expect_valid("\xED\xA0\x80", 3, BAD BAD BAD);
	expect_valid("\x80\xFF" "ab\xF0\x9F\x98", 7, BAD BAD "ab" BAD);
}

int
main(void)
{
	test_add();
	test_valid();
	return 0;
}
