/* SPDX-License-Identifier: ISC */
/*
 * span - borrowed bytes: where they are and how many
 *
 * Never assumed to end in NUL, and only as long-lived as what they are
 * borrowed from. A span without bytes may have a null pointer.
 */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
	const char *p;
	size_t n;
};

/* The bytes of a C string, its NUL left off. */
static inline struct span
span_of(const char *s)
{
	return (struct span) { s, s == NULL ? 0 : strlen(s) };
}

/* Whether two spans hold the same bytes. */
static inline bool
span_equal(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/*
 * Cuts off and returns what stands before the sign, and the sign: all where
 * there is none.
 */
static inline struct span
span_cut(struct span *rest, char sign)
{
	const char *at = rest->n > 0 ? memchr(rest->p, sign, rest->n) : NULL;
	struct span part = { rest->p, rest->n };

	if (at != NULL)
		part.n = (size_t)(at - rest->p);
	rest->p += part.n + (at != NULL);
	rest->n -= part.n + (at != NULL);
	return part;
}

/* The index of a name among n; n if it is none of them. */
static inline size_t
span_index(struct span name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (span_equal(name, span_of(names[i])))
			break;
	return i;
}

#endif
