/* SPDX-License-Identifier: ISC */
/*
 * plain - text, and documents that end in NUL, through all tools: the first
 * byte says which and how, the second how short reads are
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct run ways[] = {
	{ .args = { "strip-boilerplate" } },
	{ .args = { "strip-boilerplate", "-a", "--offsets=chars" } },
	{ .args = { "strip-boilerplate", "-v", "--blocks=line" } },
	{ .args = { "strip-boilerplate", "-0", "--profile=recall" } },
	{ .args = { "split-sections" } },
	{ .args = { "split-sections", "-a" } },
	{ .args = { "split-sections", "--select=title", "--blocks=para" } },
	{ .args = { "split-sections", "--to=jsonl" } },
	{ .args = { "extract-quotes" } },
	{ .args = { "extract-quotes", "-a", "--kind=all" } },
	{ .args = { "extract-quotes", "-0", "--kind=all", "--offsets=chars" } },
	{ .args = { "extract-quotes", "--to=jsonl", "--blocks=line" } },
	{ .args = { "dedupe-related" } },
	{ .args = { "dedupe-related", "-a", "--tier=near,crumb" } },
	{ .args = { "dedupe-related", "-0", "--documents=0.5", "-v" } },
	{ .args = { "dedupe-related", "--learn", "--repeats=none" } },
	{ .args = { "dedupe-related", "--emit-keys", "--part=3" } },
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
