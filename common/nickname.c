/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "list.h"
#include "nickname.h"
#include "word.h"

enum {
	SLOTS = 1024 /* a power of two, over twice the entries */
};

static struct nickname *
slot_of(const struct nicknames *t, uint64_t form)
{
	size_t i = (size_t)form & t->mask;

	while (t->slot[i].form != 0 && t->slot[i].form != form)
		i = (i + 1) & t->mask;
	return &t->slot[i];
}

void
nickname_begin(struct nicknames *t)
{
	struct list list = list_of(nicknames_list, nicknames_list_n);
	struct list_row row;
	uint64_t form;
	size_t n = 0;

	*t = (struct nicknames) { .mask = SLOTS - 1 };
	t->slot = alloc_zeroed(SLOTS, sizeof *t->slot);
	while (n++ < SLOTS / 2 && list_next(&list, &row)) {
		form = word_hash(row.entry);
		*slot_of(t, form)
		    = (struct nickname) { form, word_hash(row.kind) };
	}
}

void
nickname_end(struct nicknames *t)
{
	free(t->slot);
	memset(t, 0, sizeof *t);
}

uint64_t
nickname_full(const struct nicknames *t, uint64_t form)
{
	const struct nickname *found = slot_of(t, form);

	return found->form == 0 ? form : found->full;
}
