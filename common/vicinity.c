/* SPDX-License-Identifier: ISC */
#include "edge.h"
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

/* Behind the first sure stop of from..to; `to` if there is none. */
static size_t
head_end(const struct scan *s, size_t from, size_t to)
{
	size_t at = from;

	for (; (at = scan_next(s, SCAN_STOP, at, to)) < to; at++)
		if (is_sure(s, at, from, to))
			return at + 1;
	return to;
}

/* Behind the last sure stop of from..to; `from` if there is none. */
static size_t
tail_start(const struct scan *s, size_t from, size_t to)
{
	size_t at = to;

	while ((at = scan_last(s, SCAN_STOP, from, at)) != SCAN_NONE)
		if (is_sure(s, at, from, to))
			return at + 1;
	return from;
}

void
vicinity_read(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to, size_t *quote, bool leads)
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
			head = edge_ends_sentence(s, last->end, last->close,
			    to) ? last->close
			    : head_end(s, last->close, open);
		tail = open == to && !leads ? to : tail_start(s, head, open);
		if (head < tail) {
			sentence_read(out, in, begin, head, quote);
			sentence_gap(out, head, tail);
			begin = tail;
		}
		if (open == to)
			break;
		last = &q->quote[i];
	}
	sentence_read(out, in, begin, to, quote);
}

void
vicinity_read_last(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to)
{
	size_t start, none = in->quotes->n;

	while (to > from && block_is_space(in->scan->text[to - 1]))
		to--;
	start = tail_start(in->scan, from, to);
	out->n = 0;
	if (start > from)
		sentence_gap(out, from, start);
	sentence_read(out, in, start, to, &none);
}

void
vicinity_read_first(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to)
{
	size_t none = in->quotes->n;

	out->n = 0;
	sentence_read(out, in, from, head_end(in->scan, from, to), &none);
}
