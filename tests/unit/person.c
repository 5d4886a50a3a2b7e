/* SPDX-License-Identifier: ISC */
/* person: surnames and titles lead to the fullest name; memory is bounded. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "person_find.h"
#include "tables.h"

static struct people people;

static void
learn(const char *words)
{
	struct scan s = { 0 };
	struct name_text t = { &cues_table, cues_table.english, &s };

	scan_text(&s, words, strlen(words));
	person_learn(&people, &t, 0, s.len);
	scan_end(&s);
}

static void
check(const char *speaker, const char *want)
{
	struct scan s = { 0 };
	struct name_text t = { &cues_table, cues_table.english, &s };
	struct span name;

	scan_text(&s, speaker, strlen(speaker));
	name = person_name(&people, person_in(&people, &t, 0, s.len));
	if (!span_equal(name, span_of(want)))
		fprintf(stderr, "%s: %.*s, not %s\n", speaker, (int)name.n,
		    name.p, want);
	assert(span_equal(name, span_of(want)));
	scan_end(&s);
}

static void
test_links(void)
{
	learn("Coast Guard Cmdr. Ida M. Roth met Mr. Jon Ferrand "
	    "of the Harbour Board on Monday. Old Lea Winter's boat sank.");
	check("Commander Roth", "Ida M. Roth");
	check("Ida Roth", "Ida M. Roth");
	check("Ferrand of the board", "Jon Ferrand");
	check("Lea", "Lea Winter");
	check("its secretary,\nLea Winter", "Lea Winter");
	check("Secretary of State Jon Ferrand", "Jon Ferrand");
	check("the committee", "");
	check("the Commons", "");
	check("Roth's lawyer", "");
	person_forget(&people);
	check("Commander Roth", "Roth");
}

static void
test_forms(void)
{
	learn("so William “Bill” Orr, Kate Lund, J. D. Pell, Sam Dunn, Jr., "
	    "Erik Prince, Ana de Vega, Omar al-Sadr and Mary-Jo Beck sat.");
	check("Bill Orr", "William Orr");
	check("Katherine Lund", "Kate Lund");
	check("Pell", "J. D. Pell");
	check("Dunn", "Sam Dunn, Jr.");
	check("Prince", "Erik Prince");
	check("Vega", "Ana de Vega");
	check("Mr. Sadr", "Omar al-Sadr");
	check("Beck", "Mary-Jo Beck");
	check("ANA DE VEGA", "Ana de Vega");
	learn("so Ida\n   Holt and Bo\r\n\tLee sat.");
	check("Holt", "Ida Holt");
	check("Lee", "Bo Lee");
	person_forget(&people);
}

static void
test_shared(void)
{
	learn("so Mr. Kerr met Mrs. Kerr and Ida Bell met Miss Bell. ");
	check("Mr. Kerr", "Mr. Kerr");
	check("Mrs. Kerr", "Mrs. Kerr");
	check("Miss Bell", "Ida Bell");
	learn("so Miss Ann Bell came. ");
	check("Miss Bell", "Miss Bell");
	person_forget(&people);
}

static void
test_bounds(void)
{
	size_t i, n = PERSON_COUNT + 10, at = 0;
	char *text = malloc(n * 24);

	assert(text != NULL);
	for (i = 0; i < n; i++)
		at += (size_t)sprintf(text + at, "so Ada No%c%c%c went. ",
		    (int)('a' + i % 20), (int)('a' + i / 20 % 20),
		    (int)('a' + i / 400));
	learn(text);
	check("Noaaa", "Noaaa");
	check("Nobba", "Ada Nobba");
	free(text);
}

int
main(void)
{
	person_begin(&people);
	test_links();
	test_forms();
	test_shared();
	test_bounds();
	person_end(&people);
	return 0;
}
