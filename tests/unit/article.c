/* SPDX-License-Identifier: ISC */
/* article, romance, noun: phrases and verbs of other languages. */
#include <assert.h>
#include <stdio.h>

#include "reading.h"

static const char letters[] = "aNVPJ&TRSA,-:;QX"; /* by enum chunk_type */

/* Checks the chunks of a text, as letters: o of a noun that is no subject. */
static void
check(const char *lang, const char *text, const char *want)
{
	struct reading r;
	char got[64];
	size_t i;

	reading_begin(&r, lang, text);
	assert(r.c.n < sizeof got);
	for (i = 0; i < r.c.n; i++)
		got[i] = r.c.chunk[i].oblique ? 'o'
		                              : letters[r.c.chunk[i].type];
	got[i] = '\0';
	assert(reading_is(text, got, want));
	reading_end(&r);
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
