/* SPDX-License-Identifier: ISC */
/* position: text and back, in the order of the input. */
#include <assert.h>

#include "position.h"

static void
test_text(void)
{
	struct position p = { 17, 123, 4567 }, got;
	char text[POSITION_BYTES];

	position_write(text, p);
	assert(memcmp(text, "000017.000000123.0000004567", sizeof text) == 0);
	assert(position_read((struct span) { text, sizeof text }, &got));
	assert(position_compare(p, got) == 0);
	p = (struct position) { POSITION_PART_MOST, POSITION_DOC_MOST,
		POSITION_START_MOST };
	position_write(text, p);
	assert(memcmp(text, "999999.999999999.9999999999", sizeof text) == 0);
	assert(position_read((struct span) { text, sizeof text }, &got));
	assert(position_compare(p, got) == 0);
}

static void
test_bad(void)
{
	static const char *const bad[] = { "", "000017.000000123.000000456",
		"000017.000000123.00000045678", "000017-000000123.0000004567",
		"000017.000000123-0000004567", "000017.00000012x.0000004567",
		"-00017.000000123.0000004567", "000017.000000123.000000456 " };
	struct position p;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert(!position_read(span_of(bad[i]), &p));
}

/* Bytes and numbers have the same order. */
static void
test_order(void)
{
	static const struct position p[] = { { 0, 1, 0 }, { 0, 1, 9 },
		{ 0, 1, 10 }, { 0, 2, 0 }, { 0, 10, 5 }, { 1, 1, 0 },
		{ 10, 1, 0 } };
	char a[POSITION_BYTES], b[POSITION_BYTES];
	size_t i, j;
	int order;

	for (i = 0; i < sizeof p / sizeof p[0]; i++)
		for (j = 0; j < sizeof p / sizeof p[0]; j++) {
			position_write(a, p[i]);
			position_write(b, p[j]);
			order = memcmp(a, b, sizeof a);
			assert((order < 0) == (i < j));
			assert((position_compare(p[i], p[j]) < 0) == (i < j));
			assert((position_compare(p[i], p[j]) > 0) == (i > j));
		}
}

static void
test_number(void)
{
	uint64_t x;

	assert(position_number(span_of("0"), 9, &x) && x == 0);
	assert(position_number(span_of("999"), 999, &x) && x == 999);
	assert(!position_number(span_of("1000"), 999, &x));
	assert(!position_number(span_of("99999999999999999999"), 999, &x));
	assert(!position_number(span_of(""), 999, &x));
	assert(!position_number(span_of("+1"), 999, &x));
}

int
main(void)
{
	test_text();
	test_bad();
	test_order();
	test_number();
	return 0;
}
