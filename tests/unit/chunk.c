/* SPDX-License-Identifier: ISC */
/* chunk, tag: words are put together as phrases and groups of verbs. */
#include <assert.h>
#include <stdio.h>

#include "reading.h"

static const char letters[] = "aNVPJ&TRSA,-:;QX"; /* by enum chunk_type */

/*
 * Checks the chunks of a text, as letters: V of any verb, but P, I and G of one
 * that is passive, an infinitive, a participle.
 */
static void
check(const char *text, const char *want)
{
	static const char forms[] = "VvpIG";
	struct reading r;
	const struct chunk *chunk;
	char got[64];
	size_t i;

	reading_begin(&r, "en", text);
	assert(r.c.n < sizeof got);
	for (i = 0; i < r.c.n; i++) {
		chunk = &r.c.chunk[i];
		got[i] = chunk->type == CHUNK_VERB ? forms[chunk->form]
		                                   : letters[chunk->type];
	}
	got[i] = '\0';
	assert(reading_is(text, got, want));
	reading_end(&r);
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
