/* SPDX-License-Identifier: ISC */
/*
 * jsonl - JSON Lines through all tools: the first byte says which and how, the
 * second how short reads are. Where nothing is remembered, records that come
 * twice must come out twice.
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct run ways[] = {
	{ .args = { "strip-boilerplate", "-j" } },
	{ .args = { "strip-boilerplate", "-j", "-a" } },
	{ .args = { "strip-boilerplate", "-j", "--to=text" } },
	{ .args = { "split-sections", "-j" } },
	{ .args = { "split-sections", "-j", "--to=tsv" } },
	{ .args = { "extract-quotes", "-j", "--kind=all" } },
	{ .args = { "extract-quotes", "-j", "-a", "--offsets=chars" } },
	{ .args = { "dedupe-related", "-j" } },
	{ .args = { "dedupe-related", "-j", "-a", "--learn", "--count" } },
	{ .args = { "dedupe-related", "-j", "--documents", "--drop-empty" } },
	{ .args = { "strip-boilerplate", "-j", "--on-error=pass" } },
	{ .args = { "extract-quotes", "-j", "--on-error=skip" } },
};

enum { WAYS = sizeof ways / sizeof ways[0] };

/* Whether the records twice give what they give, twice. */
static void
check_twice(const struct run *one)
{
	struct run two = *one;
	uint8_t *in = malloc(2 * one->n);

	if (in == NULL)
		abort();
	memcpy(in, one->in, one->n);
	memcpy(in + one->n, one->in, one->n);
	two.in = in;
	two.n = 2 * one->n;
	harness_run(&two);
	if (two.n_out != 2 * one->n_out
	    || memcmp(two.out, one->out, one->n_out) != 0
	    || memcmp(two.out + one->n_out, one->out, one->n_out) != 0)
		__builtin_trap();
	free(two.out);
	free(in);
}

/* A byte order mark may stand only once; names of TSV rows are numbers. */
static int
can_come_twice(const struct run *r)
{
	return r->status == 0 && r->n > 0 && r->in[r->n - 1] == '\n'
	    && r->in[0] != 0xEF && r->args[2] == NULL
	    && strcmp(r->args[0], "dedupe-related") != 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct run r;

	if (!harness_way(&r, ways, WAYS, p, n))
		return 0;
	if (can_come_twice(&r))
		check_twice(&r);
	free(r.out);
	return 0;
}
