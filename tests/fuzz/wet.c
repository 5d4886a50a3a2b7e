/* SPDX-License-Identifier: ISC */
/*
 * wet - WARC records through all tools: the first byte says which and how, the
 * second how short reads are
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct run ways[] = {
	{ .args = { "strip-boilerplate", "--wet" } },
	{ .args = { "strip-boilerplate", "--wet", "-a" } },
	{ .args = { "strip-boilerplate", "--wet", "--to=text" } },
	{ .args = { "split-sections", "--wet" } },
	{ .args = { "split-sections", "--wet", "--to=tsv" } },
	{ .args = { "extract-quotes", "--wet", "--kind=all" } },
	{ .args = { "extract-quotes", "--wet", "-a", "--offsets=chars" } },
	{ .args = { "dedupe-related", "--wet" } },
	{ .args = { "dedupe-related", "--wet", "-a", "--learn", "--count" } },
	{ .args = { "dedupe-related", "--wet", "--drop-empty", "-v" } },
	{ .args = { "strip-boilerplate", "--wet", "--on-error=skip" } },
};

enum { WAYS = sizeof ways / sizeof ways[0] };

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct run r;

	if (harness_way(&r, ways, WAYS, p, n))
		free(r.out);
	return 0;
}
