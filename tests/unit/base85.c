/* SPDX-License-Identifier: ISC */
/* base85: numbers to text and back. */
#include <assert.h>

#include "base85.h"
#include "dice.h"

static void
test_round(void)
{
	uint32_t x[64], got[64];
	char text[BASE85_BYTES * 64];
	size_t i, round;

	for (round = 0; round < 1000; round++) {
		for (i = 0; i < 64; i++)
			x[i] = dice();
		x[0] = 0;
		x[1] = UINT32_MAX;
		base85_write(text, x, 64);
		assert(base85_read((struct span) { text, sizeof text }, got,
		    64));
		assert(memcmp(x, got, sizeof x) == 0);
		for (i = 0; i < sizeof text; i++)
			assert(text[i] > ' ' && text[i] < 0x7F);
	}
}

/* The example of the RFC. */
static void
test_known(void)
{
	static const uint32_t hello[] = { 0x864FD26F, 0xB559F75B };
	uint32_t got[2];
	char text[2 * BASE85_BYTES];

	base85_write(text, hello, 2);
	assert(memcmp(text, "HelloWorld", sizeof text) == 0);
	assert(base85_read(span_of("HelloWorld"), got, 2));
	assert(memcmp(hello, got, sizeof got) == 0);
}

static void
test_bad(void)
{
	static const char *const bad[]
	    = { "", "0000", "000000", "0000\"", "0000 ", "#####", "%nSc1",
		      "0000\x80", "0000\x7F" };
	uint32_t x;
	size_t i;

	assert(base85_read(span_of("%nSc0"), &x, 1) && x == UINT32_MAX);
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert(!base85_read(span_of(bad[i]), &x, 1));
	assert(base85_read(span_of(""), &x, 0));
}

int
main(void)
{
	test_round();
	test_known();
	test_bad();
	return 0;
}
