/* SPDX-License-Identifier: ISC */
/* person: surnames and titles lead to the fullest name; memory is bounded. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "person.h"

static void
learn(struct people *people, struct scan *s, const char *text)
{
	scan_text(s, text, strlen(text));
	person_learn(people, people->cues->english, s, 0, s->len);
}

static void
check(struct people *people, const char *speaker, const char *want)
{
	struct scan s = { 0 };
	struct span name;

	scan_text(&s, speaker, strlen(speaker));
	name = person_name(people, people->cues->english, &s, 0, s.len);
	assert(span_equal(name, span_of(want)));
	scan_end(&s);
}

static void
test_links(struct people *people)
{
	struct scan s = { 0 };

	learn(people, &s, "Coast Guard Cmdr. Ida M. Roth met Mr. Jon Ferrand "
	    "of the Harbour Board on Monday. Old Lea Winter's boat sank.");
	check(people, "Commander Roth", "Ida M. Roth");
	check(people, "Ida Roth", "Ida M. Roth");
	check(people, "Ferrand of the board", "Jon Ferrand");
	check(people, "Lea", "Lea Winter");
	check(people, "the committee", "");
	check(people, "the Commons", "");
	check(people, "Roth's lawyer", "");
	person_forget(people);
	check(people, "Commander Roth", "Roth");
	scan_end(&s);
}

static void
test_bounds(struct people *people)
{
	size_t i, n = PERSON_COUNT + 10, at = 0;
	char *text = malloc(n * 24);
	struct scan s = { 0 };

	assert(text != NULL);
	for (i = 0; i < n; i++)
		at += (size_t)sprintf(text + at, "so Ada No%c%c%c went. ",
		    (int)('a' + i % 20), (int)('a' + i / 20 % 20),
		    (int)('a' + i / 400));
	learn(people, &s, text);
	check(people, "Noaaa", "Noaaa");
	check(people, "Nobba", "Ada Nobba");
	scan_end(&s);
	free(text);
}

int
main(void)
{
	struct people people;
	struct cues cues;

	cue_begin(&cues);
	person_begin(&people, &cues);
	test_links(&people);
	test_bounds(&people);
	person_end(&people);
	cue_end(&cues);
	return 0;
}
