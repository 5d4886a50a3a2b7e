/* SPDX-License-Identifier: ISC */
/* pairing: the cheapest reading of a paragraph's marks. */
#include <assert.h>
#include <stdlib.h>

#include "pairing.h"
#include "tables.h"

static struct scan scan;
static struct marks marks;
static struct pairing pairing;

/* Reads a text as a paragraph, up to its end. */
static void
begin(const char *text, const struct mark *carried)
{
	static struct mark_votes votes;

	memset(&votes, 0, sizeof votes);
	marks.n = 0;
	scan_text(&scan, text, strlen(text));
	mark_find(&marks, &votes, &cues_table, cues_table.english, &scan, 0,
	    scan.len);
	pairing_begin(&pairing, &marks, &votes, &scan);
	pairing_start(&pairing, carried);
	pairing_take(&pairing, 0, marks.n);
}

/*
 * What becomes of a text's marks, in a digit each: which mark ends what it
 * opens ('-': nothing, '!': the end of the paragraph).
 */
static void
check(const char *text, const char *want)
{
	size_t i;

	begin(text, NULL);
	assert(pairing_finish(&pairing, marks.n, NULL, false) == PAIRING_NONE);
	assert(marks.n == strlen(want));
	for (i = 0; i < marks.n; i++) {
		uint32_t end = pairing.end[i];

		if (end == PAIRING_NONE)
			assert(want[i] == '-');
		else if (end == (marks.n | PAIRING_CUT))
			assert(want[i] == '!');
		else
			assert(want[i] == (char)('0' + (end & ~PAIRING_CUT)));
	}
}

static void
test_readings(void)
{
	check("\"a\" \"b\"", "1-3-");
	check("“a ‘b’ c”", "32--");
	check("“a “b” c”", "32--");
	check("“a, “b” c", "12-");
	check("“a", "!");
	check("a” b", "-");
	check("“a’ b", "1-");
	check("“a 6\" b”", "2--");
	check("‘a boys’ b,’ c", "2--");
}

/* A quotation goes on where the next paragraph begins with its mark. */
static void
test_carried(void)
{
	struct mark open;

	begin("“a", NULL);
	open = marks.mark[0];
	assert(pairing_is_open(&pairing));
	assert(pairing_goes_on(&pairing, &open));
	assert(pairing_finish(&pairing, 1, &open, true) == 0);

	begin("b” “c”", &open);
	assert(!pairing_is_open(&pairing));
	assert(pairing_finish(&pairing, 3, NULL, false) == PAIRING_NONE);
	assert(pairing.carried_end == 0);
	assert(pairing.end[1] == 2);

	begin("b", &open);
	assert(pairing_finish(&pairing, 0, &open, true) == PAIRING_CARRIED);
}

int
main(void)
{
	test_readings();
	test_carried();
	pairing_end(&pairing);
	free(marks.mark);
	scan_end(&scan);
	return 0;
}
