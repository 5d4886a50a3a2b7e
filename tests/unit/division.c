/* SPDX-License-Identifier: ISC */
/* division: names of divisions in any case, and numbers as words. */
#include <assert.h>

#include "tables.h"

static unsigned
kind(const char *word)
{
	return division_of(&divisions_table, span_of(word));
}

/* Whether a list is refused for its last row. */
static bool
refuses(const char *list, size_t n, const char *entry)
{
	static struct divisions t;
	struct span bad = { 0 };

	return !division_begin(&t, list_of(list, n), &bad)
	    && span_equal(bad, span_of(entry));
}

static void
test_rows(void)
{
	static const char good[] = "act\0part\0en\0ten\00010\0en";
	static const char kind[] = "act\0part\0en\0leg\0limb\0en";
	static const char large[] = "act\0part\0en\0many\000101\0en";
	static const char none[] = "act\0part\0en\0leg\0\0en";
	static const char other[] = "act\0part\0en\0act\0book\0de";
	static struct divisions t;
	struct span bad;

	assert(division_begin(&t, list_of(good, sizeof good), &bad));
	assert(division_of(&t, span_of("Act")) == DIVISION_PART);
	assert(division_of(&t, span_of("ten")) == DIVISION_NUMBER + 10);
	assert(refuses(kind, sizeof kind, "leg"));
	assert(refuses(large, sizeof large, "many"));
	assert(refuses(none, sizeof none, "leg"));
	assert(refuses(other, sizeof other, "act"));
}

int
main(void)
{
	test_rows();
	assert(kind("chapter") == DIVISION_CHAPTER);
	assert(kind("CHAPTER") == DIVISION_CHAPTER);
	assert(kind("Teil") == DIVISION_PART);
	assert(kind("глава") == DIVISION_CHAPTER);
	assert(kind("ГЛАВА") == DIVISION_CHAPTER);
	assert(kind("第") == DIVISION_BEFORE);
	assert(kind("Twelve") == DIVISION_NUMBER + 12);
	assert(kind("百") == DIVISION_NUMBER + 100);
	assert(kind("zork") == DIVISION_NONE);
	assert(kind("") == DIVISION_NONE);
	return 0;
}
