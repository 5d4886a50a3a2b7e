/* SPDX-License-Identifier: ISC */
/* nickname: all forms of a given name have one number. */
#include <assert.h>

#include "tables.h"
#include "word.h"

static uint64_t
full(const char *form)
{
	return nickname_full(&nicknames_table, word_hash(span_of(form)));
}

int
main(void)
{
	assert(full("Bill") == full("William"));
	assert(full("Kate") == full("Kathryn"));
	assert(full("Bill") != full("Bob"));
	assert(full("Zork") == word_hash(span_of("zork")));
	return 0;
}
