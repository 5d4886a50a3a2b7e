/* SPDX-License-Identifier: ISC */
/* layout: a text for paper keeps what is under its headings. */
#include <assert.h>
#include <string.h>

#include "layout.h"

#define HEAD "SIFT(1)                 General Manual              " \
    "   SIFT(1)\n\n"
#define PROSE "     The sieve parts gravel from sand and loses none of it.\n\n"

static struct window window;
static struct page page;

/* Looks at a text; all blocks are nav until layout_join says else. */
static void
join(const char *text)
{
	size_t i;

	window_begin(&window, BLOCKS_AUTO, false);
	window_fill(&window, text, strlen(text), true);
	page_look(&page, &window, 0);
	for (i = 0; i < window.blocks.n; i++)
		page.block[i].role = ROLE_NAV;
	layout_join(page.block, &window, window.blocks.n);
}

static void
expect(const char *text, const enum model_role *want, size_t n)
{
	size_t i;

	join(text);
	assert(window.blocks.n == n);
	for (i = 0; i < n; i++)
		assert(page.block[i].role == want[i]);
	window_end(&window);
}

static void
test_paper(void)
{
	static const enum model_role want[] = { ROLE_NAV, ROLE_HEADING,
		ROLE_BODY, ROLE_HEADING, ROLE_BODY, ROLE_LIST, ROLE_NAV };

	expect(HEAD "NAME\n" PROSE "SEE ALSO\n     shovel(1)\n\n"
	    "     * dredge(1)\n\n" HEAD, want, 7);
}

static void
test_contents(void)
{
	static const enum model_role want[] = { ROLE_NAV, ROLE_NAV, ROLE_NAV,
		ROLE_HEADING, ROLE_BODY };

	expect(HEAD "Contents\n\n     1. Sand ........ 1\n\n1. Sand\n" PROSE,
	    want, 5);
}

/* Without lines from edge to edge it is a page like others. */
static void
test_page(void)
{
	static const enum model_role want[] = { ROLE_NAV, ROLE_NAV, ROLE_NAV };

	expect("Home\n\nNAME\n" PROSE, want, 3);
}

int
main(void)
{
	page_begin(&page);
	test_paper();
	test_contents();
	test_page();
	page_end(&page);
	return 0;
}
