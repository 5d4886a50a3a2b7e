/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "nickname.h"
#include "word.h"

_Static_assert(NICKNAME_ENTRIES <= 1 << NICKNAME_KEY_BITS,
    "a number for each name");

static bool
is_word(struct span s)
{
	return memchr(s.p, ' ', s.n) == NULL;
}

/*
 * The number of a full name, which may be new; there is always room, as each
 * form has one.
 */
static uint16_t
number_full(struct nicknames *t, uint64_t full)
{
	uint16_t i = 1;

	while (t->full[i] != 0 && t->full[i] != full)
		i++;
	t->full[i] = full;
	return i;
}

bool
nickname_begin(struct nicknames *t, struct list list, struct span *bad)
{
	uint16_t number[NICKNAME_ENTRIES];
	struct keys forms;
	struct list_row row;
	bool good = true;
	size_t i;

	memset(t, 0, sizeof *t);
	keys_begin(&forms, NICKNAME_ENTRIES - 1);
	while (good && list_next(&list, &row)) {
		i = keys_enter(&forms, word_hash(row.entry));
		good = i < forms.most && is_word(row.entry)
		    && is_word(row.kind);
		if (good)
			number[i] = number_full(t, word_hash(row.kind));
		*bad = row.entry;
	}
	if (good)
		keys_pack(&forms, number, t->first, t->entry,
		    NICKNAME_KEY_BITS);
	keys_end(&forms);
	return good;
}

uint64_t
nickname_full(const struct nicknames *t, uint64_t form)
{
	size_t i = keys_find(t->first, t->entry, NICKNAME_KEY_BITS, form);

	return i == 0 ? form : t->full[i];
}
