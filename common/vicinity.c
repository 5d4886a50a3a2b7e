/* SPDX-License-Identifier: ISC */
#include "vicinity.h"

enum {
	LONG_WORD = 5 /* bytes: no abbreviation, initial or "..." */
};

/*
 * Whether a stop ends its sentence whatever else stands there: behind a long
 * word, before a space and a capital.
 */
static bool
is_sure(const struct scan *s, size_t at, size_t from, size_t to)
{
	size_t i;

	if (at - from < LONG_WORD || to - at < 3 || s->text[at + 1] != ' '
	    || !scan_is(s, SCAN_UPPER, at + 2))
		return false;
	for (i = 1; i <= LONG_WORD; i++)
		if (s->text[at - i] < 'a' || s->text[at - i] > 'z')
			return false;
	return true;
}

/* Behind the n-th sure stop of from..to; `to` if there are less. */
static size_t
head_end(const struct scan *s, size_t from, size_t to, size_t n)
{
	size_t at = from;

	while ((at = scan_next(s, SCAN_STOP, at, to)) < to) {
		n -= is_sure(s, at, from, to);
		at++;
		if (n == 0)
			return at;
	}
	return to;
}

/*
 * Behind the n-th sure stop of from..to from the end; `from` if there are less.
 */
static size_t
tail_start(const struct scan *s, size_t from, size_t to, size_t n)
{
	size_t at = to;

	while ((at = scan_last(s, SCAN_STOP, from, at)) != SCAN_NONE) {
		n -= is_sure(s, at, from, to);
		if (n == 0)
			return at + 1;
	}
	return from;
}

void
vicinity_read(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to, size_t *quote, bool leads, enum vicinity reach)
{
	const struct scan *s = in->scan;
	const struct quotes *q = in->quotes;
	size_t i, open, at = from, begin = from, head, tail;

	for (i = *quote; at < to; i++) {
		while (i < q->n && q->quote[i].depth > 0)
			i++;
		open = i < q->n && q->quote[i].open < to
		    ? q->quote[i].open : to;
		head = at == from
		    ? at : head_end(s, at, open, reach);
		tail = open == to && !leads
		    ? to : tail_start(s, head, open, reach);
		if (head < tail) {
			sentence_read(out, in, begin, head, quote);
			sentence_gap(out, tail);
			begin = tail;
		}
		at = open < to ? q->quote[i].close : to;
	}
	sentence_read(out, in, begin, to, quote);
}
