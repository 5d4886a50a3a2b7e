/* SPDX-License-Identifier: ISC */
/* outline, marking: which blocks are marked as headings, and their levels. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "marking.h"

#define PROSE "It rained all day, and nobody went out to look at the sea.\n\n"
#define DEEP "   It rained all day, and nobody went out to look at it.\n\n"

/*
 * The blocks of a text, all taken for body: a letter for each that is marked
 * (Hash, Underline, Number, Column, Rule), its level behind it; - for others.
 */
static void
expect(const char *text, const char *want)
{
	static const char letters[] = "-HUNCR";
	struct window w = { 0 };
	struct outline o = { 0 };
	struct buffer got = { 0 };
	struct page p;
	size_t i;

	page_begin(&p);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	page_look(&p, &w, 0);
	for (i = 0; i < w.blocks.n; i++) {
		p.block[i].role = ROLE_BODY;
		p.block[i].mark = MARK_NOT;
		p.block[i].level = 0;
	}
	outline_levels(&o, p.block, &w, w.blocks.n);
	for (i = 0; i < w.blocks.n; i++) {
		buffer_add(&got, &letters[p.block[i].mark], 1);
		if (p.block[i].level > 0)
			buffer_add(&got, &"0123456789"[p.block[i].level], 1);
		assert((p.block[i].role == ROLE_HEADING)
		    == (p.block[i].mark != MARK_NOT));
	}
	buffer_add(&got, "", 1);
	if (strcmp(got.p, want) != 0)
		fprintf(stderr, "[%s]: %s, not %s\n", text, got.p, want);
	assert(strcmp(got.p, want) == 0);
	buffer_end(&got);
	window_end(&w);
	page_end(&p);
}

static void
test_signs(void)
{
	expect("## Rain\n\n" PROSE "#### Wind\n\n" PROSE, "H2-H4-");
	expect("# Rain\n\n" PROSE, "H1-");
	expect("# install the pump\n\nmake install\n\n", "--");
	expect("#rain\n\n####### Rain\n\n" PROSE, "---");
	expect("Rain\n====\n\n" PROSE "Wind\n----\n\n" PROSE, "U1R-U2R-");
	expect("Rain\n====\n" PROSE, "U1R-");
	expect("Rain\n\n====\n\n" PROSE, "---");
	expect("It rained a lot today.\n----\n\n" PROSE, "---");
}

static void
test_numbers(void)
{
	expect("1. Rain\n\n" PROSE "1.1 Drops\n\n" PROSE "2. Wind\n\n" PROSE,
	    "N1-N2-N1-");
	expect("1. Rain\n\n1.1 Drops\n\n" PROSE, "N1N2-");
	expect("1. Flour\n\n2. Water\n\n3. Salt\n\n" PROSE, "----");
	expect("1. It rained and it rained.\n\n" PROSE, "--");
	expect("3. May 2024\n\n" PROSE, "--");
	expect("4.5 Stars\n\n" PROSE "4.7 Stars\n\n" PROSE, "----");
	expect("2.1 Rain\n\n" PROSE "2.2 Wind\n\n" PROSE "3.1 Sun\n\n" PROSE,
	    "N2-N2-N2-");
	expect("2 Rain\n\n" PROSE, "--");
	expect("第1章 雨\n\n" PROSE "第2章 風\n\n" PROSE, "N1-N1-");
	expect("一、雨\n\n" PROSE "二、風\n\n" PROSE, "N1-N1-");
}

static void
test_letters(void)
{
	expect("I. Rain\n\n" PROSE "A. Drops\n\n" PROSE "B. Showers\n\n" PROSE
	    "C. Floods\n\n" PROSE "II. Wind\n\n" PROSE,
	    "N1-N2-N2-N2-N1-");
	expect("V. Putin\n\n" PROSE "C. Rain\n\n" PROSE, "----");
}

static void
test_divisions(void)
{
	expect("PART ONE\n\nCHAPTER I\n\n" PROSE "CHAPTER II\n\n" PROSE
	    "PART TWO\n\nCHAPTER III\n\n" PROSE, "N1N2-N2-N1N2-");
	expect("Chapter 1\n\nRain\n\n" PROSE "1.1 Drops\n\n" PROSE, "N1--N2-");
	expect("Part I\n\nChapter 1\n\n" PROSE "1. Drops\n\n" PROSE
	    "1.1 Small ones\n\n" PROSE, "N1N2-N3-N4-");
	expect("Chapter 1\n\nChapter 2\n\nChapter 3\n\n" PROSE, "----");
}

static void
test_columns(void)
{
	expect("RAIN\n\n" DEEP " Drops\n\n" DEEP "WIND\n\n" DEEP, "C1-C2-C1-");
	expect("RAIN\n" DEEP "WIND\n" DEEP, "C1-C1-");
	expect("RAIN\n\n   Drops\n\n      It is wet.\n\n" DEEP DEEP, "C1----");
	expect("Rain   Wind   Sun\n\n" DEEP, "--");
	expect("Rain\n\n" PROSE "   make install\n\n" PROSE, "----");
	expect("-r\n\n" DEEP, "--");
}

static void
test_odd(void)
{
	expect("", "");
	expect("====\n----\n", "--");
	expect("1.\n\n" PROSE, "--");
	expect("\xFF\xFE\n\n\xE7\xAC\n\n", "--");
}

/* Menu entries right over the article are taken into it, if marked for sure. */
static void
test_join(void)
{
	static const char text[] = "Home\n\n## Rain\n----\n\n" PROSE
	    "2. Wind\n\n" PROSE;
	struct window w = { 0 };
	struct page p;

	page_begin(&p);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	page_look(&p, &w, 0);
	assert(w.blocks.n == 6);
	p.block[0].role = p.block[1].role = p.block[2].role = ROLE_NAV;
	p.block[4].role = ROLE_NAV;
	p.block[3].role = p.block[5].role = ROLE_BODY;
	outline_join(p.block, &w, w.blocks.n);
	assert(p.block[0].role == ROLE_NAV && p.block[4].role == ROLE_NAV);
	assert(p.block[1].role == ROLE_HEADING);
	assert(p.block[2].role == ROLE_HEADING);
	window_end(&w);
	page_end(&p);
}

int
main(void)
{
	test_signs();
	test_numbers();
	test_letters();
	test_divisions();
	test_columns();
	test_odd();
	test_join();
	return 0;
}
