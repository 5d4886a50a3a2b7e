/* SPDX-License-Identifier: ISC */
/* clause, subject: whose verb it is. */
#include <assert.h>
#include <stdio.h>

#include "clause.h"
#include "tables.h"
#include "window.h"

/* The verb's chunk whose last word this is. */
static const struct chunk *
find_verb(const struct chunks *c, const struct sentences *s,
    const struct scan *scan, const char *verb)
{
	const struct token *t;
	size_t i;

	for (i = 0; i < c->n; i++) {
		t = &s->token[c->chunk[i].head];
		if (c->chunk[i].type == CHUNK_VERB && span_equal(
		    span_of(verb), scan_span(scan, t->start, t->end)))
			return &c->chunk[i];
	}
	return NULL;
}

/* Checks the head of the verb's subject; null: it has none. */
static void
check(const char *text, const char *verb, const char *want)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, 0, &q };
	struct sentences s = { 0 };
	struct chunks c = { 0 };
	const struct chunk *v;
	const struct token *t;
	size_t quote = 0;

	in.lang = cues_table.english;
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	sentence_read(&s, &in, 0, strlen(text), &quote);
	chunk_read(&c, &in, s.token, s.n);
	clause_find_subjects(&c, false);
	v = find_verb(&c, &s, &w.scan, verb);
	assert(v != NULL);
	assert((v->subject == CHUNK_NONE) == (want == NULL));
	if (want != NULL) {
		t = &s.token[c.chunk[v->subject].head];
		if (!span_equal(span_of(want),
		    scan_span(&w.scan, t->start, t->end)))
			fprintf(stderr, "%s: %.*s\n", text,
			    (int)(t->end - t->start), w.scan.text + t->start);
		assert(span_equal(span_of(want),
		    scan_span(&w.scan, t->start, t->end)));
	}
	chunk_end(&c);
	sentence_end(&s);
	quote_end(&q);
	window_end(&w);
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
