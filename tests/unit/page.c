/* SPDX-License-Identifier: ISC */
/* page, section: the roles of a small page, and sections that tile it. */
#include <assert.h>
#include <string.h>

#include "dice.h"
#include "page_row.h"
#include "page_zone.h"
#include "section.h"

static const char text[] = "Home\n\n"
    "The Tide Came Late\n\n"
    "The tide came late on Sunday, and the boats lay dry until noon.\n\n"
    "How it was\n\n"
    "The harbour was full of people who had come to see the sand.\n\n"
    "Leave a comment\n\n"
    "I was there and it was very cold.\n";

static struct page page;
static struct window window;

static void
test_roles(void)
{
	static const enum model_role want[] = { ROLE_NAV, ROLE_TITLE,
		ROLE_STANDFIRST, ROLE_HEADING, ROLE_BODY, ROLE_COMMENTS,
		ROLE_COMMENTS };
	char reason[PAGE_REASON];
	size_t n, i;

	page_document(&page);
	n = page_label(&page, &window);
	assert(n == sizeof want / sizeof want[0]);
	for (i = 0; i < n; i++) {
		assert(page.block[i].role == want[i]);
		assert(page.block[i].score >= 0 && page.block[i].score <= 1);
		page_reason(&page, i, reason);
		assert(strlen(reason) > 0 && strlen(reason) < PAGE_REASON);
	}
	assert(page.block[5].marker && !page.block[6].marker);
}

static void
test_sections(void)
{
	struct section s;
	size_t i, at = 0, n = window.blocks.n, count = 0;

	section_begin(&s, true);
	section_document(&s);
	for (i = 0; i <= n; i++) {
		if (s.open && (i == n || section_breaks(&s, &page, &window, i))) {
			section_close(&s, &window, i == n
			    ? window.scan.len
			    : window.blocks.block[i].start);
			assert(s.start == at && s.end > s.start);
			assert(s.text.n == s.end - s.start);
			assert(memcmp(s.text.p, text + at, s.text.n) == 0);
			at = s.end;
			count++;
		}
		if (i < n)
			section_add(&s, &page, &window, i);
	}
	assert(at == strlen(text) && count == 5);
	section_end(&s);
}

static void
test_phrases(void)
{
	const char *reason = NULL;

	assert(page_add_phrases(&page, "late\n!boats\n", 12, &reason) == 0);
	page_document(&page);
	page_label(&page, &window);
	assert(page.block[1].forced == FORCED_DROP);
	assert(page.block[2].forced == FORCED_KEEP);
	assert(page.block[0].forced == FORCED_NOT);
	assert(page.block[1].role != ROLE_TITLE);
}

/* The best way through the zones is the same by both ways to it. */
static void
test_zones(void)
{
	uint8_t zone[16];
	size_t round, n = window.blocks.n, i, k;

	assert(n <= sizeof zone);
	for (round = 0; round < 200; round++) {
		page.zone = (uint8_t)dice_below(ZONES);
		for (i = 0; i < n; i++)
			for (k = 0; k < ZONES; k++)
				page.block[i].evidence.zone[k]
				    = (float)dice_below(16) - 8;
		page_zones_plain(&page, n);
		for (i = 0; i < n; i++)
			zone[i] = page.block[i].zone;
		page_zones(&page, n);
		for (i = 0; i < n; i++)
			assert(page.block[i].zone == zone[i]);
	}
}

int
main(void)
{
	page_begin(&page);
	window_begin(&window, BLOCKS_AUTO, false);
	window_fill(&window, text, strlen(text), true);
	test_roles();
	test_sections();
	test_phrases();
	test_zones();
	window_end(&window);
	page_end(&page);
	return 0;
}
