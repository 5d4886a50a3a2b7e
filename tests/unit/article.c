/* SPDX-License-Identifier: ISC */
/* article, romance, noun: phrases and verbs of other languages. */
#include <assert.h>
#include <stdio.h>

#include "chunk.h"
#include "tables.h"
#include "window.h"

static const char letters[] = "NVPJ&TRSaA,-:;QX"; /* by enum chunk_type */

/* Checks the chunks of a text, as letters: o of a noun that is no subject. */
static void
check(const char *lang, const char *text, const char *want)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, 0, &q };
	struct sentences s = { 0 };
	struct chunks c = { 0 };
	char got[64];
	size_t i, quote = 0;

	in.lang = cue_lang(&cues_table, span_of(lang));
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	sentence_read(&s, &in, 0, strlen(text), &quote);
	chunk_read(&c, &in, s.token, s.n);
	assert(c.n < sizeof got);
	for (i = 0; i < c.n; i++)
		got[i] = c.chunk[i].oblique ? 'o'
		                            : letters[c.chunk[i].type];
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
test_cases(void)
{
	check("de", "Dem Sender sagte Koch", "oVN");
	check("de", "Der neuen Zeitung sagte Koch", "oVN");
	check("de", "Der neue Leiter sagte", "NV");
	check("de", "Koch, der den Verein leitet, sagte", "N,RoV,V");
	check("de", "Koch, der Leiter des Vereins, sagte", "N,NPN,V");
	check("de", "der Rat der Stadt", "NPN");
	check("de", "Von der Heide sagte: nein", "NV:a");
}

static void
test_capitals(void)
{
	check("de", "Koch lobpreiste die Stadt", "NVN");
	check("de", "Das Amt begrünt kahle Plätze", "NVN");
	check("nl", "Minister Van den Berg zegt", "NV");
}

static void
test_romance(void)
{
	check("fr", "l'a dit le maire", "aVN");
	check("fr", "le chef des pompiers", "NPN");
	check("fr", "explique-t-il", "VN");
	check("it", "la nota dice", "NV");
	check("it", "Giulia Conti vaneggiava", "NV");
	check("pt", "disse-me a enfermeira", "VaN");
	check("es", "Mora, que dirige el centro, dijo", "N,RVN,V");
}

int
main(void)
{
	test_cases();
	test_capitals();
	test_romance();
	return 0;
}
