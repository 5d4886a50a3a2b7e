/* SPDX-License-Identifier: ISC */
/* stop: a dot ends a sentence, or belongs to what stands around it. */
#include <assert.h>
#include <stdio.h>

#include "stop.h"
#include "tables.h"

/* Checks the last stop of a text, whose word before it is of a kind. */
static void
check(const char *text, enum cue_kind kind, bool want)
{
	struct scan scan = { 0 };
	struct sentence_text in = { &scan, &cues_table, 0, NULL };
	struct token last = { .type = TOKEN_WORD, .kind = (uint8_t)kind };
	size_t n = strlen(text), at, start;

	in.lang = cue_lang(&cues_table, span_of("en"));
	scan_text(&scan, text, n);
	at = scan_last(&scan, SCAN_STOP, 0, n);
	assert(at != SCAN_NONE);
	start = scan_last(&scan, SCAN_START, 0, at);
	last.start = (uint32_t)start;
	last.end = (uint32_t)scan_word_end(&scan, start, at);
	last.upper = scan_is(&scan, SCAN_UPPER, start);
	if (stop_ends_sentence(&in, &last, at, n) != want)
		fprintf(stderr, "%s: %d\n", text, want);
	assert(stop_ends_sentence(&in, &last, at, n) == want);
	scan_end(&scan);
}

int
main(void)
{
	check("The ferry left.", CUE_NONE, true);
	check("The ferry left. Nobody", CUE_NONE, true);
	check("The ferry left? nobody", CUE_NONE, false);
	check("Capt. Orr", CUE_TITLE, false);
	check("Bill. Orr", CUE_NONE, true);
	check("the George W. Orr", CUE_NONE, false);
	check("and so did I. The", CUE_NONE, true);
	check("at 9 a.m., he", CUE_NONE, false);
	check("the end.Then more", CUE_NONE, true);
	check("the file.txt more", CUE_NONE, false);
	check("so it went..", CUE_NONE, true);
	check("No\xE3\x80\x82", CUE_NONE, true);
	return 0;
}
