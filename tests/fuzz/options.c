/* SPDX-License-Identifier: ISC */
/*
 * options - a command line: the tool by the first byte, then arguments, each
 * ended by a newline
 *
 * Not tried: options that write files, and those that ask for much memory.
 */
#include <stdlib.h>
#include <string.h>

#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *const names[] = { "dedupe-related", "extract-quotes",
	"split-sections", "strip-boilerplate" };

static const uint8_t text[] = "A title\n\n\"We will,\" said Ann Miller.\n";

/* Abbreviations count: an option is refused by how it begins. */
static int
is_tried(const char *arg)
{
	static const char *const not[] = { "-M", "-d", "--m", "--o", "--rej",
		"--rem", "--s", "--n", "--t" };
	size_t i;

	if (arg[0] != '-' || strcmp(arg, "-") == 0)
		return 0;
	if (arg[1] != '-' && strpbrk(arg, "Md") != NULL)
		return 0;
	for (i = 0; i < sizeof not / sizeof not[0]; i++)
		if (strncmp(arg, not[i], strlen(not[i])) == 0)
			return strncmp(arg, "--to", 4) == 0
			    || strncmp(arg, "--offs", 6) == 0
			    || strncmp(arg, "--thr", 5) == 0
			    || strncmp(arg, "--sel", 5) == 0;
	return 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct run r = { .in = text, .n = sizeof text - 1 };
	char *copy, *rest, *arg;
	size_t n_args = 1;

	if (n < 1 || (copy = calloc(n, 1)) == NULL)
		return 0;
	memcpy(copy, p + 1, n - 1);
	rest = copy;
	r.args[0] = names[p[0] % 4];
	while (n_args < ARGS_MOST && (arg = strsep(&rest, "\n")) != NULL)
		if (is_tried(arg))
			r.args[n_args++] = arg;
	harness_compare(&r, 5);
	free(r.out);
	free(copy);
	return 0;
}
