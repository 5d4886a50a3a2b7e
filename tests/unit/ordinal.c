/* SPDX-License-Identifier: ISC */
/* ordinal: numbers of headings, and what only looks like one. */
#include <assert.h>

#include "ordinal.h"

/* Whether the text begins with an ordinal of this kind, depth and number. */
static bool
is(const char *text, enum ordinal_kind kind, unsigned depth, unsigned first)
{
	struct ordinal o = ordinal_of(span_of(text));

	return o.kind == kind && o.depth == depth && o.first == first;
}

static bool
none(const char *text)
{
	return ordinal_of(span_of(text)).kind == ORDINAL_NONE;
}

static void
test_decimals(void)
{
	assert(is("2.1 Methods", ORDINAL_DECIMAL, 2, 2));
	assert(is("1.  Introduction", ORDINAL_DECIMAL, 1, 1));
	assert(is("3.2.1. Frames", ORDINAL_DECIMAL, 3, 3));
	assert(is("A.1. Grammar", ORDINAL_DECIMAL, 2, 1));
	assert(is("１．はじめに", ORDINAL_DECIMAL, 1, 1));
	assert(is("一、背景", ORDINAL_DECIMAL, 1, 1));
	assert(is("十二、结论", ORDINAL_DECIMAL, 1, 12));
	assert(ordinal_of(span_of("2 Methods")).bare);
	assert(!ordinal_of(span_of("2. Methods")).bare);
	assert(ordinal_of(span_of("2.1 Methods")).n == 4);
	assert(none("2.5 million people"));
	assert(none("1.000 Euro"));
	assert(none("2024 Review"));
	assert(none("3rd Street"));
	assert(none("1.2.3.4.5.6.7 Deep"));
	assert(none("1.05 Late"));
	assert(none("4.9 / 5"));
	assert(none("1.70.0 (const)"));
}

static void
test_letters(void)
{
	assert(is("IV. The Storm", ORDINAL_ROMAN, 1, 4));
	assert(is("XIV", ORDINAL_ROMAN, 1, 14));
	assert(is("B. Tables", ORDINAL_LETTER, 1, 2));
	assert(none("I went home"));
	assert(none("B Tables"));
	assert(none("Civil. War"));
	assert(none("e.g. This"));
}

static void
test_divisions(void)
{
	assert(is("Chapter 3: Salt", ORDINAL_CHAPTER, 1, 3));
	assert(is("CHAPTER XII.", ORDINAL_CHAPTER, 1, 12));
	assert(is("Chapter One", ORDINAL_CHAPTER, 1, 1));
	assert(is("Part II", ORDINAL_PART, 1, 2));
	assert(is("Appendix A. Numbers", ORDINAL_CHAPTER, 1, 1));
	assert(is("Kapitel 3", ORDINAL_CHAPTER, 1, 3));
	assert(is("Erstes Kapitel", ORDINAL_CHAPTER, 1, 1));
	assert(is("3. Kapitel", ORDINAL_CHAPTER, 1, 3));
	assert(is("Глава первая", ORDINAL_CHAPTER, 1, 1));
	assert(is("第3章 塩", ORDINAL_CHAPTER, 1, 3));
	assert(is("第二十一章", ORDINAL_CHAPTER, 1, 21));
	assert(is("第２節", ORDINAL_SECTION, 1, 2));
	assert(is("제 1 장 바다", ORDINAL_CHAPTER, 1, 1));
	assert(none("Chapter and verse"));
	assert(none("Chapter 7 bankruptcies"));
	assert(none("Part of it"));
	assert(none("第一"));
	assert(is("CHAPTER THE FIRST", ORDINAL_CHAPTER, 1, 1));
	assert(is("The Second Part", ORDINAL_PART, 1, 2));
	assert(is("VOL. II.", ORDINAL_BOOK, 1, 2));
	assert(is("Das dritte Kapitel", ORDINAL_CHAPTER, 1, 3));
	assert(is("§ 3 Widerruf", ORDINAL_SECTION, 1, 3));
	assert(is("Day 2: The Pass", ORDINAL_SECTION, 1, 2));
	assert(none("Day after day"));
	assert(none("The First"));
	assert(none("One Step Closer"));
	assert(none("A Book Apart: Notes"));
	assert(is("3 Part series", ORDINAL_DECIMAL, 1, 3));
}

static void
test_odd(void)
{
	assert(none(""));
	assert(none("."));
	assert(none("\xFF\xFE"));
	assert(none("\xE7\xAC"));
	assert(is("5.", ORDINAL_DECIMAL, 1, 5));
}

int
main(void)
{
	test_decimals();
	test_letters();
	test_divisions();
	test_odd();
	return 0;
}
