/* SPDX-License-Identifier: ISC */
/* clause, subject: whose verb it is. */
#include <assert.h>
#include <stdio.h>

#include "clause.h"
#include "reading.h"

/* The verb's chunk whose last word this is. */
static const struct chunk *
find_verb(const struct reading *r, const char *verb)
{
	const struct chunk *v = r->c.chunk, *end = v + r->c.n;

	for (; v < end; v++)
		if (v->type == CHUNK_VERB && span_equal(span_of(verb),
		    reading_word(r, v->head)))
			return v;
	return NULL;
}

/* Checks the head of the verb's subject; null: it has none. */
static void
check(const char *text, const char *verb, const char *want)
{
	struct reading r;
	const struct chunk *v;
	struct span got;

	reading_begin(&r, "en", text);
	clause_find_subjects(&r.c, false);
	v = find_verb(&r, verb);
	assert(v != NULL);
	assert((v->subject == CHUNK_NONE) == (want == NULL));
	if (want != NULL) {
		got = reading_word(&r, r.c.chunk[v->subject].head);
		if (!span_equal(span_of(want), got))
			fprintf(stderr, "%s: %.*s\n", text, (int)got.n, got.p);
		assert(span_equal(span_of(want), got));
	}
	reading_end(&r);
}

static void
test_before(void)
{
	check("Voters in both states said so", "said", "Voters");
	check("In a note to the court the clerk said so", "said", "clerk");
	check("The order released Friday said so", "said", "order");
	check("A firm called Hale Works said so", "said", "firm");
	check("Voters attending the rally said so", "said", "Voters");
	check("The man who left Ohio said so", "said", "man");
	check("Aides to Bell and Orr said so", "said", "Aides");
	check("Nothing the president said helped", "said", "president");
}

static void
test_apposition(void)
{
	check("Ann Bell, 40, of Hale, Pa., said so", "said", "Bell");
	check("Bell, the clerk of the court and a poet, said so", "said",
	    "Bell");
	check("Bell, a clerk who once advised Orr on taxes, said so", "said",
	    "Bell");
	check("Bell, for whom Orr once worked, said so", "said", "Bell");
	check("Bell, the head of the choir said so", "said", "Bell");
	check("OSLO -- Mayor Bell, back from Rome, said so", "said", "Bell");
	check("In June, Bell, a nurse, said so", "said", "Bell");
	check("Bell, author of \"The Kiln,\" a book on clay, said so", "said",
	    "Bell");
}

static void
test_shared(void)
{
	check("Bell said it rained and added that it snowed", "added",
	    "Bell");
	check("Bell thanked the men Orr had sent and said so", "said",
	    "Bell");
	check("Bell left when he saw it, calling it a farce", "calling",
	    "Bell");
	check("It ended at noon, with the mayor of Hale saying so", "saying",
	    "mayor");
	check("Bell issued a statement calling it a farce", "calling",
	    "Bell");
	check("Bell refused to say so", "say", "Bell");
	check("Speaking in Oslo, Bell left", "Speaking", "Bell");
	check("Bell mocked the men, called them fools", "called", "Bell");
}

static void
test_relative(void)
{
	check("They met Bell, who said so", "said", "Bell");
	check("Bell, a singer, who said so", "said", "Bell");
	check("a sign that said so", "said", "sign");
}

static void
test_behind(void)
{
	check("They lost, said Bell of Hale", "said", "Bell");
	check("Ask him", "Ask", "him");
	check("Saying so", "Saying", NULL);
}

int
main(void)
{
	test_before();
	test_apposition();
	test_shared();
	test_relative();
	test_behind();
	return 0;
}
