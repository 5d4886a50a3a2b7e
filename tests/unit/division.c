/* SPDX-License-Identifier: ISC */
/* division: names of divisions in any case, and numbers as words. */
#include <assert.h>

#include "tables.h"

static unsigned
kind(const char *word)
{
	return division_of(&divisions_table, span_of(word));
}

int
main(void)
{
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
