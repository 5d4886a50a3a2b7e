/* SPDX-License-Identifier: ISC */
/* lost: words that say who spoke tell where a quotation without a mark ends. */
#include <assert.h>

#include "lost.h"
#include "tables.h"

static struct scan scan;

static bool
is_said(const char *text)
{
	scan_text(&scan, text, strlen(text));
	return lost_is_said(&cues_table, cues_table.english, &scan, 0,
	    scan.len);
}

static void
test_said(void)
{
	assert(is_said(" said Ada Novak. Then"));
	assert(is_said(" he said."));
	assert(is_said(" the old miller said in May"));
	assert(is_said(" Mrs. Novak wrote, and"));
	assert(is_said(" Ed Moss, the miller at Hay, said on Monday"));
	assert(!is_said(" Ed Moss, who said in May that"));
	assert(!is_said(" he said we should go"));
	assert(!is_said(" and he said."));
	assert(!is_said(" the weir is gone."));
	assert(!is_said(" said"));
	assert(!is_said(""));
}

/* Where the quotation ends that the text is, or the text's length. */
static size_t
close_of(const char *text)
{
	scan_text(&scan, text, strlen(text));
	return lost_close(&cues_table, cues_table.english, &scan, 0, scan.len);
}

static void
test_close(void)
{
	assert(close_of("We won, said Ada Novak. We did.") == 7);
	assert(close_of("We won! the coach said on Monday.") == 7);
	assert(close_of("We won, and how.") == 16);
	assert(close_of("") == 0);
}

static bool
is_last(const char *text)
{
	scan_text(&scan, text, strlen(text));
	return lost_is_last(&scan, 0, scan.len);
}

static void
test_last(void)
{
	assert(is_last(" said Ada Novak."));
	assert(is_last(" Mr. Novak said"));
	assert(!is_last(" said Novak. Then he left."));
}

int
main(void)
{
	test_said();
	test_close();
	test_last();
	scan_end(&scan);
	return 0;
}
