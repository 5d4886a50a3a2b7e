/* SPDX-License-Identifier: ISC */
/* name: surnames and titles lead to the fullest name; the table is bounded. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "name.h"

static void
learn(struct names *names, struct scan *s, const char *text)
{
	scan_text(s, text, strlen(text));
	name_learn(names, names->cues->english, s, 0, s->len);
}

static void
check(struct names *names, const char *speaker, const char *want)
{
	struct scan s = { 0 };
	struct span name;

	scan_text(&s, speaker, strlen(speaker));
	name = name_of(names, names->cues->english, &s, 0, s.len);
	assert(span_equal(name, span_of(want)));
	scan_end(&s);
}

static void
test_links(struct names *names)
{
	struct scan s = { 0 };

	learn(names, &s, "Coast Guard Cmdr. Ida M. Roth met Mr. Jon Ferrand "
	    "of the Harbour Board on Monday. Old Lea Winter's boat sank.");
	check(names, "Commander Roth", "Ida M. Roth");
	check(names, "Ida Roth", "Ida M. Roth");
	check(names, "Ferrand of the board", "Jon Ferrand");
	check(names, "Lea", "Lea Winter");
	check(names, "the committee", "");
	check(names, "the Commons", "");
	check(names, "Roth's lawyer", "");
	name_forget(names);
	check(names, "Commander Roth", "Roth");
	scan_end(&s);
}

static void
test_bounds(struct names *names)
{
	size_t i, n = NAME_COUNT + 10, at = 0;
	char *text = malloc(n * 24);
	struct scan s = { 0 };

	assert(text != NULL);
	for (i = 0; i < n; i++)
		at += (size_t)sprintf(text + at, "so Ada No%c%c%c went. ",
		    (int)('a' + i % 20), (int)('a' + i / 20 % 20),
		    (int)('a' + i / 400));
	learn(names, &s, text);
	check(names, "Noaaa", "Noaaa");
	check(names, "Nobba", "Ada Nobba");
	scan_end(&s);
	free(text);
}

int
main(void)
{
	struct names names;
	struct cues cues;

	cue_begin(&cues);
	name_begin(&names, &cues);
	test_links(&names);
	test_bounds(&names);
	name_end(&names);
	cue_end(&cues);
	return 0;
}
