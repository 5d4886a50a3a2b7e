/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "names.h"

size_t
names_add(struct names *names, struct span name)
{
	names->end = alloc_grow(names->end, &names->cap, names->n + 1,
	    sizeof *names->end);
	buffer_span(&names->bytes, name);
	names->end[names->n] = names->bytes.n;
	return names->n++;
}

struct span
names_get(const struct names *names, size_t number)
{
	size_t start = number == 0 ? 0 : names->end[number - 1];

	return (struct span) { names->bytes.p + start,
		names->end[number] - start };
}

void
names_end(struct names *names)
{
	buffer_end(&names->bytes);
	free(names->end);
	memset(names, 0, sizeof *names);
}
