/* SPDX-License-Identifier: ISC */
/* attribution: the speaker's phrase is cut at the right place. */
#include <assert.h>

#include "attribution.h"
#include "tables.h"

/* Checks the speaker, cue and pattern of the text's last quotation. */
static void
check(const char *text, const char *speaker, const char *cue,
    enum speaker_how how)
{
	struct attributions as = { 0 };
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, 0, &q };
	const struct attribution *a;

	in.lang = cues_table.english;
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	attribution_find(&as, &in, &w);
	assert(as.n == q.n && as.n > 0);
	a = &as.of[as.n - 1];
	assert(span_equal(span_of(speaker),
	    scan_span(&w.scan, a->speaker.start, a->speaker.end)));
	assert(span_equal(span_of(cue),
	    scan_span(&w.scan, a->cue.start, a->cue.end)));
	assert(a->how == how);
	attribution_end(&as);
	quote_end(&q);
	window_end(&w);
}

static void
test_after(void)
{
	check("“No,” said the tall clerk in the hall.", "the tall clerk",
	    "said", HOW_AFTER);
	check("“No,” the clerk of the court later said.",
	    "the clerk of the court", "said", HOW_AFTER);
	check("“No,” Ann Bell, who sold the boat, said.", "Ann Bell", "said",
	    HOW_AFTER);
	check("“No,” Ann Bell (D-Ohio) said.", "Ann Bell", "said", HOW_AFTER);
	check("“No,” said Pooh loudly.", "Pooh", "said", HOW_AFTER);
	check("It was “dull,” according to Bell.", "Bell", "according to",
	    HOW_ACCORDING);
}

static void
test_before(void)
{
	check("On Monday, Ann Bell, 40, of Hale, Pa., said: “No.”", "Ann Bell",
	    "said", HOW_BEFORE);
	check("Bell said he had called it “dull” once.", "Bell", "said",
	    HOW_BEFORE);
	check("Bell left the room, saying it was “dull” there.", "Bell",
	    "saying", HOW_BEFORE);
	check("Ann Bell: “No, and never again.”", "Ann Bell", "", HOW_COLON);
	check("Bell was asked about it. “No,” she said.", "she", "said",
	    HOW_AFTER);
	check("“No,” said Bell. “Not today.”", "Bell", "said", HOW_CARRIED);
	check("It ended there. “No, I will not have any of that here.”", "",
	    "", HOW_NONE);
}

int
main(void)
{
	test_after();
	test_before();
	return 0;
}
