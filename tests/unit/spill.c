/* SPDX-License-Identifier: ISC */
/* spill: what is written comes back; failures are known. */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "spill.h"

static void
test_bytes(void)
{
	struct spill s = { 0 };
	char text[10000], got[10000];
	size_t i;

	for (i = 0; i < sizeof text; i++)
		text[i] = (char)(i * 7);
	for (i = 0; i < 100; i++)
		assert(spill_write(&s, text, sizeof text));
	assert(s.bytes == 100 * sizeof text);
	for (i = 100; i-- > 0;) {
		assert(spill_read(&s, i * sizeof text + 5, got, 100));
		assert(memcmp(got, text + 5, 100) == 0);
	}
	assert(!spill_read(&s, s.bytes, got, 1) && s.error == EIO);
	spill_end(&s);
}

static void
test_clear(void)
{
	struct spill s = { 0 };
	char got[3];

	spill_clear(&s);
	assert(spill_write(&s, "abcdef", 6));
	spill_clear(&s);
	assert(s.bytes == 0 && spill_write(&s, "ghi", 3));
	assert(spill_read(&s, 0, got, 3) && memcmp(got, "ghi", 3) == 0);
	spill_end(&s);
}

static void
test_no_place(void)
{
	struct spill s = { 0 };

	setenv("TMPDIR", "/no/such/place", 1);
	assert(!spill_write(&s, "a", 1) && s.error == ENOENT);
	assert(!spill_write(&s, "a", 1));
	spill_end(&s);
	unsetenv("TMPDIR");
}

int
main(void)
{
	test_bytes();
	test_clear();
	test_no_place();
	return 0;
}
