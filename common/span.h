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

#endif
