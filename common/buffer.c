/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "buffer.h"
#include "utf8.h"

void
buffer_reserve(struct buffer *b, size_t n)
{
	if (n > b->cap - b->n)
		b->p = alloc_grow(b->p, &b->cap, b->n + n, 1);
}

void
buffer_add(struct buffer *b, const char *p, size_t n)
{
	if (n == 0)
		return;
	buffer_reserve(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

void
buffer_string(struct buffer *b, const char *s)
{
	buffer_add(b, s, strlen(s));
}

void
buffer_add_valid(struct buffer *b, struct span s)
{
	size_t good;
	uint32_t code;

	for (;;) {
		good = utf8_valid(s.p, s.n);
		buffer_add(b, s.p, good);
		if (good == s.n)
			break;
		buffer_string(b, "\xEF\xBF\xBD");
		good += utf8_read(s.p + good, s.n - good, &code, NULL);
		s = (struct span) { s.p + good, s.n - good };
	}
}

void
buffer_end(struct buffer *b)
{
	free(b->p);
	*b = (struct buffer) { 0 };
}
