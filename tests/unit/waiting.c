/* SPDX-License-Identifier: ISC */
/* waiting: all that was added comes back, in order, however much it is. */
#include <assert.h>
#include <string.h>

#include "waiting.h"

#define MOST 600 /* bytes of a thing */

static size_t
size_of(unsigned i)
{
	return 1 + i * 7919 % MOST;
}

static void
fill(char *thing, unsigned i)
{
	memset(thing, (int)(i % 251), size_of(i));
}

static void
test_number(struct waiting *w, unsigned n)
{
	char thing[MOST], want[MOST], rest;
	unsigned i;

	for (i = 0; i < n; i++) {
		fill(thing, i);
		waiting_add(w, thing, size_of(i));
	}
	for (i = 0; i < n; i++) {
		fill(want, i);
		assert(waiting_next(w, thing, size_of(i)));
		assert(memcmp(thing, want, size_of(i)) == 0);
	}
	assert(!waiting_next(w, &rest, 1) && w->spill.error == 0);
	waiting_clear(w);
}

/* What is larger than the memory, and all of it taken out byte by byte. */
static void
test_large(struct waiting *w)
{
	static char large[WAITING_BYTES + 9];
	size_t i;
	char c;

	memset(large, 'x', sizeof large);
	waiting_add(w, "a", 1);
	waiting_add(w, large, sizeof large);
	waiting_add(w, "b", 1);
	assert(waiting_next(w, &c, 1) && c == 'a');
	for (i = 0; i < sizeof large; i++)
		assert(waiting_next(w, &c, 1) && c == 'x');
	assert(waiting_next(w, &c, 1) && c == 'b');
	assert(!waiting_next(w, &c, 1));
	waiting_clear(w);
}

int
main(void)
{
	struct waiting w = { .n = 0 };

	test_number(&w, 0);
	test_number(&w, 1);
	test_number(&w, 800);
	test_number(&w, 5000);
	test_large(&w);
	test_number(&w, 3);
	waiting_end(&w);
	return 0;
}
