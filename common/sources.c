/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "sources.h"

size_t
sources_add(struct sources *s, struct span name)
{
	s->end = alloc_grow(s->end, &s->cap, s->n + 1,
	    sizeof *s->end);
	buffer_span(&s->bytes, name);
	s->end[s->n] = s->bytes.n;
	return s->n++;
}

struct span
sources_get(const struct sources *s, size_t number)
{
	size_t start = number == 0 ? 0 : s->end[number - 1];

	return (struct span) { s->bytes.p + start,
		s->end[number] - start };
}

void
sources_end(struct sources *s)
{
	buffer_end(&s->bytes);
	free(s->end);
	memset(s, 0, sizeof *s);
}
