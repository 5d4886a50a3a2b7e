/* SPDX-License-Identifier: ISC */
/* around: a sentence that was left out is read where it has to tell. */
#include <assert.h>

#include "attribution.h"
#include "tables.h"

/* Checks the last quotation's speaker, and the text that was read for it. */
static void
check(const char *text, const char *speaker, const char *before)
{
	struct attributions as = { 0 };
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, cues_table.english,
		&q };
	const struct beside *b = &as.around.before;
	const struct attribution *a;

	window_begin(&w, BLOCKS_LINE, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	attribution_find(&as, &in, &w);
	a = &as.of[as.n - 1];
	assert(span_equal(span_of(speaker),
	    scan_span(&w.scan, a->speaker.start, a->speaker.end)));
	assert(span_equal(span_of(before),
	    scan_span(&w.scan, b->from, b->to)));
	attribution_end(&as);
	quote_end(&q);
	window_end(&w);
}

int
main(void)
{
	/* Its own sentence tells. */
	check("Bell opened the harbour. “We will stay,” said Orr.", "Orr",
	    "");

	/* The one before, the block before. */
	check("It was late. Bell opened the harbour. “We will stay as long "
	    "as that is needed here.”", "Bell", "It was late. "
	    "Bell opened the harbour.");
	check("Bell opened the harbour.\n“We will stay as long as that is "
	    "needed here.”", "", "Bell opened the harbour.");
	check("Bell said it would open.\n“We will stay as long as that is "
	    "needed here.”", "Bell", "Bell said it would open.");

	/* Behind a quotation's sentence, the last speaker goes on. */
	check("“We will stay,” said Orr today. The harbour opened again. “We "
	    "will stay as long as that is needed here.”", "Orr",
	    " The harbour opened again.");
	check("“We will stay,” said Orr today. Then Bell spoke of it all. "
	    "“We will stay as long as that is needed here.”", "Bell",
	    " Then Bell spoke of it all.");

	/* What is around a stop that may be none is read at once. */
	check("Bell spoke to Mr. Orr of the U.S. Then he left. “We will "
	    "stay as long as that is needed here.”", "he", "Bell spoke to "
	    "Mr. Orr of the U.S. Then he left.");
	return 0;
}
