/* SPDX-License-Identifier: ISC */
/* name: where a name begins and ends in a run of capitals. */
#include <assert.h>
#include <stdio.h>

#include "capital.h"
#include "name.h"
#include "tables.h"

/* Checks the first name in a text. */
static void
check(const char *text, const char *want)
{
	struct scan s = { 0 };
	struct name_text t = { &cues_table, cues_table.english, &s };
	struct name name = { .n_words = 0 };
	size_t at = 0;

	scan_text(&s, text, strlen(text));
	while (name.n_words == 0 && (at = capital_next(&s, at, s.len)) < s.len)
		at = name_read(&t, at, s.len, &name);
	if (!span_equal(scan_span(&s, name.start, name.end), span_of(want)))
		fprintf(stderr, "%s: %.*s\n", text,
		    (int)(name.end - name.start), s.text + name.start);
	assert(span_equal(scan_span(&s, name.start, name.end),
	    span_of(want)));
	scan_end(&s);
}

int
main(void)
{
	check("by Coast Guard Cmdr. Ida M. Roth today", "Ida M. Roth");
	check("by the United Dock Workers Gary Moss", "Gary Moss");
	check("by Secretary of State Roe", "Roe");
	check("by J.D. Pell", "J.D. Pell");
	check("by Erik Prince now", "Erik Prince");
	check("by the Vice President now", "");
	check("by Mr. King", "King");
	check("by Joost van der Molen", "Joost van der Molen");
	check("by Sam Dunn, Jr., and", "Sam Dunn, Jr.");
	check("by Ann Bell's Bo", "Ann Bell");
	check("by Ann\nBell now", "Ann\nBell");
	check("by Ann\r\n \t Bell now", "Ann\r\n \t Bell");
	check("by Ann\n\n   Bell now", "Ann");
	check("by Fox Harbour News today", "Fox Harbour News");
	check("so Ann and I Went", "Ann");
	check("Ask Ann Bell now", "Ann Bell");
	check("One Two Three Four Five Six Seven Eight Nine Ten", "");
	return 0;
}
