/* SPDX-License-Identifier: ISC */
/*
 * phrases - a file of phrases for strip-boilerplate, and a page that they may
 * be in: a line of dashes is between
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char line[] = "\n---\n";

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	const uint8_t *cut = memmem(p, n, line, sizeof line - 1);
	size_t n_phrases = cut == NULL ? n : (size_t)(cut - p);
	struct run r = { .args = { "strip-boilerplate", "--phrases", NULL } };

	r.args[2] = harness_file(p, n_phrases);
	r.in = cut == NULL ? p : cut + sizeof line - 1;
	r.n = cut == NULL ? n : n - n_phrases - (sizeof line - 1);
	harness_compare(&r, 7);
	free(r.out);
	return 0;
}
