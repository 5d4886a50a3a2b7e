/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "sources.h"

size_t
sources_add(struct sources *names, struct span name)
{
	names->end = alloc_grow(names->end, &sources->cap, names->n + 1,
	    sizeof *names->end);
	buffer_span(&sources->bytes, name);
	names->end[names->n] = names->bytes.n;
	return names->n++;
}

struct span
sources_get(const struct sources *names, size_t number)
{
	size_t start = number == 0 ? 0 : names->end[number - 1];

	return (struct span) { names->bytes.p + start,
		names->end[number] - start };
}

void
sources_end(struct sources *names)
{
	buffer_end(&sources->bytes);
	free(names->end);
	memset(names, 0, sizeof *names);
}
