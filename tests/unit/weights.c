/* SPDX-License-Identifier: ISC */
/* weights: rows are read or refused. */
#include <assert.h>
#include <string.h>

#include "weights.h"

/* Makes a list of one row; returns its length. */
static size_t
write_row(char *bytes, const char *entry, const char *kind)
{
	size_t n = strlen(entry) + 1, m = strlen(kind) + 1;

	memcpy(bytes, entry, n);
	memcpy(bytes + n, kind, m);
	bytes[n + m] = '\0';
	return n + m + 1;
}

static void
test_bad_net(const char *entry, const char *kind)
{
	static struct net net;
	char bytes[128];
	size_t n = write_row(bytes, entry, kind);
	struct span bad;

	assert(!weights_net(&net, list_of(bytes, n), &bad));
	assert(span_equal(bad, span_of(entry)));
}

static void
test_net(void)
{
	test_bad_net("stop.5 zone", "1 2 3 4 5");
	test_bad_net("stop.5 zone", "1 2 3 4 5 6 7");
	test_bad_net("stop.5 zone", "1 2 3 4 5 x");
	test_bad_net("stop.5 zone", "1 2 3 4 5 40000");
	test_bad_net("stop.5 zone", "1 2 3 4 5 -");
	test_bad_net("stop.5 role", "1 2 3 4 5 6");
	test_bad_net("stop.77 zone", "1 2 3 4 5 6");
	test_bad_net("mix.999 bias", "1");
	test_bad_net("mix.1 sideways", "1");
	test_bad_net("content>nowhere", "1");
	test_bad_net("content>after", "sometimes");
}

static void
test_bad_model(const char *entry, const char *kind)
{
	static struct model model;
	char bytes[128];
	size_t n = write_row(bytes, entry, kind);
	struct span bad;

	assert(!weights_model(&model, list_of(bytes, n), &bad));
	assert(span_equal(bad, span_of(entry)));
}

static void
test_model(void)
{
	test_bad_model("stop.5 nowhere", "1");
	test_bad_model("stop.50 body", "1");
	test_bad_model("stop.5 =content", "1");
	test_bad_model("stop.5 body", "1x");
	test_bad_model("stop.5", "1");
}

int
main(void)
{
	test_net();
	test_model();
	return 0;
}
