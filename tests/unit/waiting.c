/* SPDX-License-Identifier: ISC */
/* waiting: all that wait come back once, however many. */
#include <assert.h>
#include <stdlib.h>

#include "waiting.h"

static void
test_number(struct waiting *w, uint32_t n)
{
	struct waiting_block b = { .n_words = 0 };
	char *met = calloc(n + 1, 1);
	uint32_t i;

	assert(met != NULL);
	for (i = 0; i < n; i++) {
		b.at.doc = i;
		b.n_words = 3 * i;
		waiting_add(w, &b);
	}
	for (i = 0; waiting_next(w, &b); i++) {
		assert(b.at.doc < n && !met[b.at.doc]);
		assert(b.n_words == 3 * b.at.doc);
		met[b.at.doc] = 1;
	}
	assert(i == n && w->spill.error == 0);
	waiting_clear(w);
	free(met);
}

int
main(void)
{
	struct waiting w = { .n = 0 };

	test_number(&w, 0);
	test_number(&w, 1);
	test_number(&w, WAITING_MOST);
	test_number(&w, WAITING_MOST + 1);
	test_number(&w, 5 * WAITING_MOST + 7);
	test_number(&w, 3);
	waiting_end(&w);
	return 0;
}
