/* SPDX-License-Identifier: ISC */
/*
 * state - a file as a state of dedupe-related, as drops and as lines of keys;
 * the first byte says which
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const uint8_t text[] = "One short text.\n\nOne short text.\n";

static const char *const options[] = { "--state-info", "--against", "--apply",
	"--files0-from" };

enum { OPTIONS = sizeof options / sizeof options[0] };

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct run r = { .args = { "dedupe-related", NULL, NULL },
		.in = text, .n = sizeof text - 1 };
	size_t way;

	if (n < 1)
		return 0;
	way = p[0] % (OPTIONS + 1);
	if (way == OPTIONS) {
		r.args[1] = "--reduce";
		r.in = p + 1;
		r.n = n - 1;
		harness_compare(&r, 3);
	} else {
		r.args[1] = options[way];
		r.args[2] = harness_file(p + 1, n - 1);
		if (strcmp(r.args[1], "--apply") == 0)
			r.args[3] = "--part=0";
		harness_run(&r);
	}
	free(r.out);
	return 0;
}
