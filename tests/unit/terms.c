/* SPDX-License-Identifier: ISC */
/* terms: the same words have the same terms, and kinds are told. */
#include <assert.h>

#include "dice.h"
#include "terms.h"

/* Whether two texts have the same words. */
static bool
same(const char *a, const char *b)
{
	struct scan sa = { 0 }, sb = { 0 };
	struct terms ta = { 0 }, tb = { 0 };
	bool equal;
	size_t i;

	scan_text(&sa, a, strlen(a));
	scan_text(&sb, b, strlen(b));
	terms_read(&ta, &sa, 0, sa.len);
	terms_read(&tb, &sb, 0, sb.len);
	equal = ta.n == tb.n;
	for (i = 0; equal && i < ta.n; i++)
		equal = term_same(ta.of[i], tb.of[i]);
	terms_end(&ta);
	terms_end(&tb);
	scan_end(&sa);
	scan_end(&sb);
	return equal;
}

/* The kinds of a text's words, a letter each: . name Number. */
static bool
has_kinds(const char *text, const char *kinds)
{
	struct scan s = { 0 };
	struct terms t = { 0 };
	bool equal;
	size_t i;

	scan_text(&s, text, strlen(text));
	terms_read(&t, &s, 0, s.len);
	equal = t.n == strlen(kinds);
	for (i = 0; equal && i < t.n; i++)
		equal = ".ND"[term_kind(t.of[i])] == kinds[i];
	terms_end(&t);
	scan_end(&s);
	return equal;
}

static void
test_same(void)
{
	assert(same("1,200 men", "1200 men"));
	assert(same("1.200.000", "1200000"));
	assert(!same("1,200 men", "1201 men"));
	assert(!same("12,34", "1234"));
	assert(same("1.200,50 crowns", "1,200.50 crowns"));
	assert(!same("3.5 crowns", "3 5 crowns"));
	assert(!same("3.5 crowns", "5.3 crowns"));
	assert(same("at 10am", "at 10 a.m."));
	assert(same("$1.5bn", "1.5 BN"));
	assert(!same("the 1st", "the 1 st"));
	assert(!same("in 1990s", "in 1990 s"));
	assert(same("007", "7"));
	assert(same("5% more", "5 percent more"));
	assert(same("Holm's boat", "Holm boat"));
	assert(same("Holm\xE2\x80\x99s boat", "holm boat"));
	assert(!same("Holms boat", "Holm boat"));
	assert(same("a six-week tour", "a six week tour"));
	assert(same("the U.S. and a.m.", "the US and AM"));
	assert(same("by J.K. Orr", "by JK Orr"));
	assert(!same("Mr J. K. Orr", "Mr JK Orr"));
	assert(!same("MP3", "MP4"));
	assert(same("12345678901234567890123", "12345678901234567890123"));
	assert(!same("12345678901234567890123", "12345678901234567890124"));
}

static void
test_kinds(void)
{
	assert(has_kinds("the mill by Orr", "...N"));
	assert(has_kinds("The mill. In Rome", "...N"));
	assert(has_kinds("Mills, Orr and 12 men", "NN.D."));
	assert(has_kinds("THE mill of eBay", "...N"));
	assert(has_kinds("millWheel of the", "N.."));
	assert(has_kinds("at 5%", ".D."));
	assert(has_kinds("seit \xC3\x84rger war", ".N."));
	assert(has_kinds("\xC3\xA9t\xC3\xA9", "."));
	assert(has_kinds("\xE6\xB8\xAF\xE5\x8F\xA3", "NN"));
	assert(has_kinds("", ""));
}

/* Words joined by marks are the parts of a name. */
static void
test_joined(void)
{
	assert(has_kinds("the and/or of", ".NN."));
	assert(has_kinds("run get_map_of here", ".NNN."));
	assert(has_kinds("in docs/old-mill/plan.txt now", ".NNNNN."));
	assert(has_kinds("see a::b=c#d@e\\f&g", ".NNNNNNN"));
	assert(has_kinds("the tide-mill of", "...."));
	assert(has_kinds("a six-week/two-day tour", ".NNNN."));
	assert(has_kinds("the mill. of: the", "...."));
	assert(has_kinds("at 10 p.m. or", ".D.."));
	assert(has_kinds("v2.1 of 3.5", "D.D"));
}

/* Marks of programs are counted, and other marks are not. */
static void
test_program(void)
{
	struct scan s = { 0 };
	struct terms t = { 0 };
	static const char text[] = "if (a < b) { go(\"on\"); } - it (all) is";

	scan_text(&s, text, sizeof text - 1);
	terms_read(&t, &s, 0, s.len);
	assert(t.n == 8 && t.n_program == 4);
	terms_end(&t);
	scan_end(&s);
	assert(has_kinds("the `mill` and @orr", ".N.N"));
	assert(has_kinds("`mill` and", "N."));
}

/* Words that lie over the ends of cells are read as others are. */
static void
test_cells(void)
{
	char text[256], moved[256];
	size_t i;

	for (i = 0; i < 80; i++) {
		memset(text, ' ', i);
		memcpy(text + i, "Holm's 1,200 men", 17);
		memset(moved, ' ', 100);
		memcpy(moved + 100, "holm 1200 men", 14);
		assert(same(text, moved));
	}
}

/* All ways to read start..end. */
static void
check_ways(const struct scan *s, size_t start, size_t end)
{
	struct terms words = { 0 }, plain = { 0 }, fast = { 0 };
	int way;

	terms_read(&plain, s, start, end);
	terms_more(&words, 0);
	terms_add_words(&words, s, start, end);
	memset(words.of + words.n, 0, TERMS_SPARE * sizeof *words.of);
	for (way = TERMS_PLAIN; way <= TERMS_WIDE; way++) {
		if (!terms_of_words_by((enum terms_way)way, &fast, s, start,
		    end, words.of, words.n))
			continue;
		assert(fast.n == plain.n && fast.n_program == plain.n_program);
		assert(fast.n == 0 || memcmp(fast.of, plain.of,
		    fast.n * sizeof *fast.of) == 0);
	}
	terms_end(&words);
	terms_end(&plain);
	terms_end(&fast);
}

/* Words of all kinds at all places of a cell, cut anywhere. */
static void
test_ways(void)
{
	static const char *const pieces[] = { " ", " ", " ", " ", " ", ", ",
		". ", "-", "\n", "%", "the", "The", "mill", "Orr", "Holm's",
		"Holm\xE2\x80\x99s", "12", ",500", "MP3", "iPhone", "don't",
		"\xC3\x89t\xC3\xA9", "caf\xC3\xA9", "\xE6\x97\xA5",
		"incomprehensibilities", "\xFF", "a", "I", ".", "/", "_", "@",
		"U.S.", "a.m.", ",", "; ", ") ", "! ", " (", "'", "(", ":",
		"3.5", "10am", "%", "a b", "=", "-", "{", "}", "<", "`", "$",
		"#", "\"", ", ", "'s", "\n", "./", "\r\n", "NASA", "A", "In",
		"x", "(s)", "\xE2\x80\x9C" };
	struct scan s = { 0 };
	char text[2000];
	size_t round, n, start;

	for (round = 0; round < 20000; round++) {
		text[0] = '\0';
		for (n = dice_below(60); n > 0; n--)
			strcat(text, pieces[dice_below(sizeof pieces
			    / sizeof *pieces)]);
		scan_text(&s, text, strlen(text));
		start = dice_below(s.len + 1);
		check_ways(&s, 0, s.len);
		check_ways(&s, start, start + dice_below(s.len - start + 1));
	}
	scan_end(&s);
}

int
main(void)
{
	test_same();
	test_kinds();
	test_joined();
	test_program();
	test_ways();
	test_cells();
	return 0;
}
