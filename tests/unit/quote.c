/* SPDX-License-Identifier: ISC */
/* quote: marks are paired, in a block and over blocks, and windows decided. */
#include <assert.h>

#include "quote.h"

/* Whether the text's quotations are those in want, "|" between them. */
static void
check(const char *text, bool last, size_t decided, const char *want)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct cues cues;
	char got[256];
	size_t i, n = 0;

	cue_begin(&cues);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), last);
	quote_begin(&q);
	assert(quote_find(&q, &cues, cues.english, &w) == decided);
	for (i = 0; i < q.n; i++) {
		assert(q.quote[i].open <= q.quote[i].start);
		assert(q.quote[i].end <= q.quote[i].close);
		assert(n + q.quote[i].end - q.quote[i].start < sizeof got - 1);
		if (i > 0)
			got[n++] = '|';
		memcpy(got + n, text + q.quote[i].start,
		    q.quote[i].end - q.quote[i].start);
		n += q.quote[i].end - q.quote[i].start;
	}
	got[n] = '\0';
	assert(strcmp(got, want) == 0);
	quote_end(&q);
	window_end(&w);
	cue_end(&cues);
}

static void
test_pairs(void)
{
	check("He said \"yes\" and “no”.", true, 1, "yes|no");
	check("“He said ‘yes’ to me.”", true, 1, "He said ‘yes’ to me.|yes");
	check("The dogs' bowls and the '80s, it's all 'one big' mess", true, 1,
	    "one big");
	check("«\xC2\xA0oui\xC2\xA0»", true, 1, "oui");
	check("„so“ und „so”", true, 1, "so|so");
	check("\"\" and “”", true, 1, "");
}

static void
test_blocks(void)
{
	check("“One.\n\n“Two.\n\n“Three.”", true, 3,
	    "One.\n\n“Two.\n\n“Three.");
	check("“One.\n\nTwo.", true, 2, "One.");
	check("„One.\n\nTwo.“", true, 2, "One.\n\nTwo.");
	check("'One.\n\nTwo.", true, 2, "");
}

static void
test_windows(void)
{
	check("Zero.\n\n“One.\n\n“Two.\n\n", false, 1, "");
	check("“One.\n\n“Two.\n\n", false, 2, "One.\n\n“Two.");
	check("“One.”\n\nTwo.\n\n", false, 2, "One.");
}

int
main(void)
{
	test_pairs();
	test_blocks();
	test_windows();
	return 0;
}
