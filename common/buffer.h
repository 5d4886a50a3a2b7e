/* SPDX-License-Identifier: ISC */
/*
 * buffer - bytes that grow
 *
 * An empty one is all zero; emptied by .n = 0, which keeps its memory. Out of
 * memory ends the program.
 */
#ifndef BUFFER_H
#define BUFFER_H

#include "span.h"

struct buffer {
	char *p; /* owned */
	size_t n, cap;
};

/* Makes room for n more bytes. */
void buffer_reserve(struct buffer *, size_t n);

void buffer_add(struct buffer *, const char *p, size_t n);
void buffer_string(struct buffer *, const char *);

/* Adds text, with U+FFFD in place of each part that is not valid UTF-8. */
void buffer_add_valid(struct buffer *, struct span text);

static inline void
buffer_span(struct buffer *b, struct span s)
{
	buffer_add(b, s.p, s.n);
}

static inline struct span
buffer_bytes(const struct buffer *b)
{
	return (struct span) { b->p, b->n };
}

void buffer_end(struct buffer *);

#endif
