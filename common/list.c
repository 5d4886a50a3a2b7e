/* SPDX-License-Identifier: ISC */
#include "list.h"

static struct span
take(struct list *l)
{
	struct span field = { l->p, strlen(l->p) };

	l->p += field.n + 1;
	l->n -= field.n + 1;
	return field;
}

bool
list_next(struct list *l, struct list_row *row)
{
	if (l->n == 0)
		return false;
	row->entry = take(l);
	row->kind = take(l);
	row->lang = take(l);
	return true;
}
