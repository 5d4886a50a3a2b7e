/* SPDX-License-Identifier: ISC */
/* crumb: parts of menu trails that may be titles. */
#include <assert.h>

#include "crumb.h"
#include "dice.h"

#define TITLE "Harbour Bridge Reopens After Nine Years"

static uint64_t
fingerprint(const char *text)
{
	struct scan s = { 0 };
	uint64_t all;

	scan_text(&s, text, strlen(text));
	all = fingerprint_of(&s, 0, s.len, NULL).all;
	scan_end(&s);
	return all;
}

/* Whether the title may be a part of the text between separators. */
static bool
has_part(const char *text, const char *title)
{
	struct scan s = { 0 };
	struct crumb_part part;
	struct crumb c;
	bool found = false;
	size_t at = 0;

	scan_text(&s, text, strlen(text));
	if (crumb_read(&c, &s, 0, s.len, true))
		while (crumb_next(&c, &s, &at, &part))
			found |= part.fingerprint == fingerprint(title);
	scan_end(&s);
	return found;
}

static bool
ends_in(const char *text, const char *title, size_t n_words)
{
	struct scan s = { 0 };
	struct crumb c;
	bool found;

	scan_text(&s, text, strlen(text));
	found = crumb_read(&c, &s, 0, s.len, true)
	    && crumb_ends_in(&c, &s, n_words, fingerprint(title));
	scan_end(&s);
	return found;
}

static void
test_separators(void)
{
	assert(has_part("Home > News > " TITLE, TITLE));
	assert(has_part("Home \xC2\xBB " TITLE, TITLE));
	assert(has_part("Home>News>" TITLE, TITLE));
	assert(has_part(TITLE " - The Island Post", TITLE));
	assert(has_part("News | " TITLE " | The Island Post", TITLE));
	assert(has_part("News - Nine-year wait over - today", TITLE) == false);
	assert(has_part("News / Ferry - a life at sea",
	    "Ferry a life at sea"));
}

static void
test_others(void)
{
	assert(!has_part(TITLE, TITLE));
	assert(!has_part("Home News " TITLE, TITLE));
	assert(!has_part("Home: " TITLE, TITLE));
	assert(!has_part("Boats for Old Men - Boats for Young Men",
	    "Boats for Old Men"));
	assert(!has_part("Open from 1 May 2031 - 30 June", "Open from 1 May 2031"));
	assert(!has_part("Ferry - Two Words", "Two Words"));
	assert(!has_part("Nobody knows when the old ferry sails again - " TITLE,
	    TITLE));
}

static bool
is_divided(const char *text, bool weakly)
{
	struct scan s = { 0 };
	bool divided;

	scan_text(&s, text, strlen(text));
	if (s.len > 0)
		assert(crumb_is_divided(&s, 1, s.len, weakly)
		    == crumb_is_divided_plain(&s, 1, s.len, weakly));
	divided = crumb_is_divided(&s, 0, s.len, weakly);
	assert(divided == crumb_is_divided_plain(&s, 0, s.len, weakly));
	scan_end(&s);
	return divided;
}

static void
test_divided(void)
{
	assert(is_divided(TITLE " | The Post.", false));
	assert(is_divided("News\xC2\xBB" TITLE, false));
	assert(!is_divided(TITLE " - or ten, who knows.", false));
	assert(is_divided(TITLE " - or ten, who knows.", true));
	assert(is_divided(TITLE " \xE2\x80\x94 or ten", true));
	assert(!is_divided("Nine-year wait: it\xE2\x80\x99s over", true));
	assert(!is_divided("", true));
}

/* Whatever stands in a text of whatever length, both ways find the same. */
static void
test_divided_ways(void)
{
	static const char *const pieces[] = { "a", "word", " ", " ", " ", " ",
		"it\xE2\x80\x99s", ">", "|", ":", "\xC2\xBB", "\xE2\x80\xBA",
		"\xE2\x86\x92", "\xE2\x96\xB8", "\xE2\x96\xBA",
		"\xEF\xBC\x9E", "\xEF\xBD\x9C", "-", "/", "\\", "~",
		"\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x93",
		"\xE2\x80\x94" };
	char text[64];
	size_t round, n;

	for (round = 0; round < 20000; round++) {
		text[0] = '\0';
		for (n = dice_below(12); n > 0; n--)
			strcat(text, pieces[dice_below(dice_below(4) > 0 ? 7
			    : sizeof pieces / sizeof *pieces)]);
		is_divided(text, round % 2 == 0);
	}
}

static void
test_plain_trail(void)
{
	assert(ends_in("Home World News " TITLE, TITLE, 6));
	assert(!ends_in("Nine-Year " TITLE, TITLE, 6));
	assert(!ends_in("Home " TITLE, TITLE, 6));
	assert(!ends_in("Why the " TITLE, TITLE, 6));
	assert(!ends_in(TITLE, TITLE, 6));
	assert(!ends_in("A B C D E F G " TITLE, TITLE, 6));
}

int
main(void)
{
	test_separators();
	test_others();
	test_divided();
	test_divided_ways();
	test_plain_trail();
	return 0;
}
