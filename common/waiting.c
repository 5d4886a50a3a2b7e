/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "waiting.h"

static void
write_out(struct waiting *w)
{
	spill_write(&w->spill, w->bytes, w->n);
	w->n = 0;
}

void
waiting_add(struct waiting *w, const void *bytes, size_t n)
{
	if (w->bytes == NULL)
		w->bytes = alloc_array(WAITING_BYTES, 1);
	if (n > WAITING_BYTES - w->n)
		write_out(w);
	if (n > WAITING_BYTES) {
		spill_write(&w->spill, bytes, n);
		return;
	}
	memcpy(w->bytes + w->n, bytes, n);
	w->n += n;
}

/* Refills the memory, all of which was taken out, from the file. */
static bool
refill(struct waiting *w)
{
	uint64_t left;

	if (w->read == 0 && w->spill.bytes > 0 && w->n > w->at)
		write_out(w);
	left = w->spill.bytes - w->read;
	w->n = left < WAITING_BYTES ? (size_t)left : WAITING_BYTES;
	w->at = 0;
	if (w->n == 0 || !spill_read(&w->spill, w->read, w->bytes, w->n))
		return false;
	w->read += w->n;
	return true;
}

bool
waiting_next(struct waiting *w, void *bytes, size_t n)
{
	char *to = bytes;
	size_t part;

	while (n > 0) {
		if ((w->at == w->n || (w->read == 0 && w->spill.bytes > 0))
		    && !refill(w))
			return false;
		part = w->n - w->at < n ? w->n - w->at : n;
		memcpy(to, w->bytes + w->at, part);
		w->at += part;
		to += part;
		n -= part;
	}
	return w->spill.error == 0;
}

void
waiting_clear(struct waiting *w)
{
	w->n = w->at = 0;
	w->read = 0;
	spill_clear(&w->spill);
}

void
waiting_end(struct waiting *w)
{
	free(w->bytes);
	spill_end(&w->spill);
	*w = (struct waiting) { 0 };
}
