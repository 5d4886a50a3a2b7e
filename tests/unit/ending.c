/* SPDX-License-Identifier: ISC */
/* ending: sentences, headlines, cuts with a mark and with a phrase. */
#include <assert.h>

#include "ending.h"

static struct endings endings;

static struct ending
of(const char *text)
{
	struct scan s = { 0 };
	struct fingerprint f;
	struct ending ending;

	scan_text(&s, text, strlen(text));
	f = fingerprint_of(&s, 0, s.len, NULL);
	ending = ending_of(&endings, &s, 0, s.len, &f);
	scan_end(&s);
	return ending;
}

static enum ending_kind
kind(const char *text)
{
	return of(text).kind;
}

static void
test_stops(void)
{
	assert(kind("It rained.") == ENDING_STOP);
	assert(kind("It rained.  ") == ENDING_STOP);
	assert(kind("\xE2\x80\x9CIt rained!\xE2\x80\x9D") == ENDING_STOP);
	assert(kind("(Did it rain?)") == ENDING_STOP);
	assert(kind("\xE4\xB8\x8B\xE9\x9B\xA8\xE3\x80\x82") == ENDING_STOP);
	assert(kind("Rain") == ENDING_OPEN);
	assert(kind("No. 5 of 9") == ENDING_OPEN);
	assert(kind("It rained:") == ENDING_COLON);
	assert(kind("It rained \xE2\x80\x94") == ENDING_COLON);
	assert(kind("Had it rained --") == ENDING_COLON);
	assert(kind("It rained -- as ever") == ENDING_OPEN);
	assert(kind("It rained,") == ENDING_OPEN);
}

static void
test_ellipsis(void)
{
	assert(kind("It rai...") == ENDING_ELLIPSIS);
	assert(kind("It rained \xE2\x80\xA6") == ENDING_ELLIPSIS);
	assert(kind("It rained [...]") == ENDING_ELLIPSIS);
	assert(kind("It rained. . .") == ENDING_ELLIPSIS);
	assert(kind("It rai... \xC2\xBB") == ENDING_ELLIPSIS);
	assert(kind("It ... rained.") == ENDING_STOP);
}

static void
test_phrases(void)
{
	assert(of("It rained in spr... Read more").n_phrase == 2);
	assert(of("It rained in spring. READ MORE \xC2\xBB").n_phrase == 2);
	assert(of("It rained in [more]").n_phrase == 1);
	assert(of("Es regnete im Fr\xC3\xBChjahr\xE2\x80\xA6 weiterlesen")
	           .n_phrase == 1);
	assert(of("Il pleut... Lire la suite de l\xE2\x80\x99""article")
	           .n_phrase == 5);
	assert(kind("It rained in spr... Read more") == ENDING_MORE);
	assert(kind("It could not have rained more") == ENDING_OPEN);
	assert(kind("They wanted to learn more.") == ENDING_STOP);
	assert(kind("Rain fell for days. Learn more.") == ENDING_MORE);
	assert(kind("Read more") == ENDING_OPEN);
	assert(kind("/parts/rain/read-more") == ENDING_OPEN);
	assert(kind("/parts/rain-read more") == ENDING_OPEN);
}

int
main(void)
{
	endings_begin(&endings);
	test_stops();
	test_ellipsis();
	test_phrases();
	endings_end(&endings);
	return 0;
}
