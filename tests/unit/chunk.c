/* SPDX-License-Identifier: ISC */
/* chunk, tag: words are put together as phrases and groups of verbs. */
#include <assert.h>
#include <stdio.h>

#include "chunk.h"
#include "tables.h"
#include "window.h"

static const char letters[] = "NVPJ&TRSaA,-:;QX"; /* by enum chunk_type */

/*
 * Checks the chunks of a text, as letters: V of any verb, but P, I and G of one
 * that is passive, an infinitive, a participle.
 */
static void
check(const char *text, const char *want)
{
	static const char forms[] = "VvpIG";
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, 0, &q };
	struct sentences s = { 0 };
	struct chunks c = { 0 };
	char got[64];
	size_t i, quote = 0;

	in.lang = cues_table.english;
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	sentence_read(&s, &in, 0, strlen(text), &quote);
	chunk_read(&c, &in, s.token, s.n);
	assert(c.n < sizeof got);
	for (i = 0; i < c.n; i++)
		got[i] = c.chunk[i].type == CHUNK_VERB
		    ? forms[c.chunk[i].form] : letters[c.chunk[i].type];
	got[i] = '\0';
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s: %s, not %s\n", text, got, want);
	assert(strcmp(got, want) == 0);
	chunk_end(&c);
	sentence_end(&s);
	quote_end(&q);
	window_end(&w);
}

static void
test_nouns(void)
{
	check("The old mayor of Hale said so", "NPNVa");
	check("Mayor Ann Bell spoke", "NV");
	check("He saw her", "NVN");
	check("the claims of both sides failed", "NPNv");
	check("Bell's call for calm came late", "NPNVa");
	check("He struck a rare note of hope", "NVNPN");
	check("Some asked for more", "NvPa");
	check("Article 33 affirms it", "NVN");
	check("The proposed ban failed", "Nv");
	check("of unnamed sources", "PN");
}

static void
test_verbs(void)
{
	check("It was called a farce", "NpN");
	check("She has not yet said why", "NVJ");
	check("He was saying it", "NVN");
	check("Bell, saying that it rained, left", "N,GTNv,V");
	check("to say the least", "IN");
	check("to the mayor", "PN");
	check("They can catch Bell", "NVN");
	check("May said it", "NVN");
	check("He often breaks for lunch", "NaVPN");
}

static void
test_signs(void)
{
	check("Bell (R-Ohio) said: No. He left", "NAV:NXNV");
	check("last week \"the end\" came", "aaQV");
	check("according to Bell", "SN");
	check("Bell and Orr - both lawyers - said", "N&N-N-V");
	check("the man who left", "NRV");
}

int
main(void)
{
	test_nouns();
	test_verbs();
	test_signs();
	return 0;
}
