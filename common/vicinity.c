/* SPDX-License-Identifier: ISC */
#include "vicinity.h"

enum {
	TAIL = 5 /* bytes that tell what stands before a dot */
};

/* Whether a word ends at a byte that is no abbreviation or initial. */
static bool
is_common_word(const struct scan *s, size_t from, size_t at)
{
	const char *p = s->text;
	size_t i;

	if (at - from < TAIL || p[at - 1] < 'a' || p[at - 1] > 'z')
		return false;
	for (i = at - TAIL; i < at - 1; i++)
		if ((p[i] < 'a' || p[i] > 'z') && p[i] != ' ')
			return false;
	return true;
}

/*
 * Whether a stop ends its sentence whatever else stands there: behind a common
 * word, if it is a dot, and before a space and a capital, or a quotation.
 */
static bool
is_sure(const struct scan *s, size_t at, size_t from, size_t to)
{
	const char *p = s->text;
	size_t next = at + 1;

	while (next < to && block_is_space(p[next]))
		next++;
	if (next == at + 1 || (next < to && !scan_is(s, SCAN_UPPER, next)))
		return false;
	return p[at] == '!' || p[at] == '?'
	    || (p[at] == '.' && is_common_word(s, from, at));
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

/* Where what is read behind a quotation ends. */
static size_t
head_behind(const struct scan *s, const struct quote *q, size_t next,
    size_t to, enum vicinity reach)
{
	if (reach == VICINITY_OWN && sentence_ends_with(s, q, to))
		return q->close;
	return head_end(s, q->close, next, reach);
}

void
vicinity_read(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to, size_t *quote, bool leads, enum vicinity reach)
{
	const struct scan *s = in->scan;
	const struct quotes *q = in->quotes;
	const struct quote *last = NULL;
	size_t i, open, begin = from, head = from, tail;

	for (i = *quote;; i++) {
		while (i < q->n && q->quote[i].depth > 0)
			i++;
		open = i < q->n && q->quote[i].open < to
		    ? q->quote[i].open : to;
		if (last != NULL)
			head = head_behind(s, last, open, to, reach);
		tail = open == to && !leads
		    ? to : tail_start(s, head, open, reach);
		if (head < tail) {
			sentence_read(out, in, begin, head, quote);
			sentence_gap(out, tail);
			begin = tail;
		}
		if (open == to)
			break;
		last = &q->quote[i];
	}
	sentence_read(out, in, begin, to, quote);
}
