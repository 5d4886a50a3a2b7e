/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "waiting.h"

void
waiting_add(struct waiting *w, const struct waiting_block *b)
{
	if (w->block == NULL)
		w->block = alloc_array(WAITING_MOST, sizeof *w->block);
	if (w->n == WAITING_MOST) {
		spill_write(&w->spill, w->block, w->n * sizeof *w->block);
		w->n = 0;
	}
	w->block[w->n++] = *b;
}

/* Refills the memory, all of which was taken out, from the file. */
static bool
refill(struct waiting *w)
{
	uint64_t left = (w->spill.bytes - w->at) / sizeof *w->block;

	w->n = left < WAITING_MOST ? (size_t)left : WAITING_MOST;
	w->next = 0;
	if (w->n == 0 || !spill_read(&w->spill, w->at, w->block,
	        w->n * sizeof *w->block))
		return false;
	w->at += w->n * sizeof *w->block;
	return true;
}

bool
waiting_next(struct waiting *w, struct waiting_block *b)
{
	if (w->next == w->n && !refill(w))
		return false;
	*b = w->block[w->next++];
	return true;
}

void
waiting_clear(struct waiting *w)
{
	w->n = w->next = 0;
	w->at = 0;
	spill_clear(&w->spill);
}

void
waiting_end(struct waiting *w)
{
	free(w->block);
	spill_end(&w->spill);
	*w = (struct waiting) { 0 };
}
