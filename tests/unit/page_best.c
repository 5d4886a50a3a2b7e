/* SPDX-License-Identifier: ISC */
/* page_best, page_place: where blocks stand by the best run, and repeats. */
#include <assert.h>
#include <string.h>

#include "page_best.h"

static const char text[] = "Home\n\n"
    "Read more\n\n"
    "Harbour bridge closed\n\n"
    "The harbour bridge was closed on Monday, the mayor told reporters.\n\n"
    "Engineers found cracks in three piers of the bridge last week.\n\n"
    "The ferry will carry everybody until the harbour bridge is safe.\n\n"
    "Read more\n\n"
    "Harbour festival\n\n"
    "Short note\n\n"
    "Short note\n\n"
    "A longer line of other things\n\n"
    "Short note\n\n"
    "Short note\n\n"
    "A longer line of other things\n\n"
    "Short note\n\n"
    "Short note\n\n"
    "A longer line of other things\n";

static struct page page;
static struct window window;

static const struct model_place *
place(size_t i)
{
	return &page.block[i].place;
}

static void
test_run(void)
{
	assert(place(0)->best == BEST_BEFORE && place(0)->best_far == 2);
	assert(place(2)->best == BEST_BEFORE && place(2)->best_far == 0);
	assert(place(3)->best == BEST_IN && place(3)->best_far == 0);
	assert(place(4)->best == BEST_IN && place(4)->best_far == 1);
	assert(place(6)->best == BEST_AFTER && place(6)->best_far == 0);
	assert(place(7)->best == BEST_AFTER && place(7)->best_far == 1);
	assert(place(0)->best_share == place(16)->best_share);
}

static void
test_words(void)
{
	assert(place(3)->topic > 1);
	assert(place(7)->topic > 1 && place(10)->topic == 1);
	assert(place(3)->headline >= 2 && place(10)->headline == 0);
}

static void
test_repeats(void)
{
	assert(place(1)->copies == 1 && place(6)->copies == 1);
	assert(place(1)->again && !place(0)->again);
	assert(place(8)->copies == 3 && place(8)->opener == 3);
	assert(place(8)->rhythm == 1 && place(15)->rhythm == 3);
	assert(place(0)->rhythm == 0 && place(4)->copies == 0);
}

static void
test_shares(void)
{
	size_t i;

	assert(place(0)->down == 0 && place(0)->into == 0);
	for (i = 1; i < window.blocks.n; i++) {
		assert(place(i)->down >= place(i - 1)->down);
		assert(place(i)->into >= place(i - 1)->into);
		assert(place(i)->down < MODEL_SHARE);
		assert(place(i)->into < MODEL_SHARE);
	}
}

int
main(void)
{
	page_begin(&page);
	page_document(&page);
	window_begin(&window, BLOCKS_AUTO, false);
	window_fill(&window, text, strlen(text), true);
	page_look(&page, &window, 0);
	test_run();
	test_words();
	test_repeats();
	test_shares();
	window_end(&window);
	page_end(&page);
	return 0;
}
