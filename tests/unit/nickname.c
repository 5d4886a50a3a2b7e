/* SPDX-License-Identifier: ISC */
/* nickname: all forms of a given name have one number. */
#include <assert.h>

#include "nickname.h"
#include "word.h"

static uint64_t
full(const struct nicknames *t, const char *form)
{
	return nickname_full(t, word_hash(span_of(form)));
}

int
main(void)
{
	struct nicknames t;

	nickname_begin(&t);
	assert(full(&t, "Bill") == full(&t, "William"));
	assert(full(&t, "Kate") == full(&t, "Kathryn"));
	assert(full(&t, "Bill") != full(&t, "Bob"));
	assert(full(&t, "Zork") == word_hash(span_of("zork")));
	nickname_end(&t);
	return 0;
}
