/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "block.h"
#include "ending.h"
#include "list.h"

enum {
	TAIL_BYTES = 64,   /* looked at behind the last word */
	PHRASE_BYTES = 160 /* looked back for the words of a phrase */
};

static uint64_t
filter_bit(uint64_t hash)
{
	return (uint64_t)1 << (hash & 63);
}

static size_t
filter_cell(uint64_t hash)
{
	return hash >> 6 & 63;
}

/* The slot of the phrase, or the free one where it belongs. */
static struct ending_phrase *
find_phrase(const struct endings *e, uint64_t chain)
{
	size_t i = chain & (e->slots - 1);

	while (e->phrase[i].chain != 0 && e->phrase[i].chain != chain)
		i = (i + 1) & (e->slots - 1);
	return &e->phrase[i];
}

static void
add_phrase(struct endings *e, struct scan *s, const struct list_row *row)
{
	struct fingerprint f;

	scan_text(s, row->entry.p, row->entry.n);
	f = fingerprint_of(s, 0, s->len, NULL);
	*find_phrase(e, f.all) = (struct ending_phrase) {
		.chain = f.all,
		.behind = span_equal(row->kind, span_of("behind")),
	};
	e->last_words[filter_cell(f.last)] |= filter_bit(f.last);
}

static bool
is_form(const struct list_row *row)
{
	return span_equal(row->kind, span_of("ellipsis"));
}

static size_t
count_rows(void)
{
	struct list l = list_of(endings_list, endings_list_n);
	struct list_row row;
	size_t n = 0;

	while (list_next(&l, &row))
		n++;
	return n;
}

void
endings_begin(struct endings *e)
{
	struct list l = list_of(endings_list, endings_list_n);
	struct scan s = { 0 };
	struct list_row row;
	size_t n = count_rows();

	memset(e, 0, sizeof *e);
	for (e->slots = 1; e->slots < 2 * n;)
		e->slots *= 2;
	e->phrase = alloc_zeroed(e->slots, sizeof *e->phrase);
	e->form = alloc_array(n, sizeof *e->form);
	while (list_next(&l, &row))
		if (is_form(&row))
			e->form[e->n_forms++] = row.entry;
		else
			add_phrase(e, &s, &row);
	scan_end(&s);
}

void
endings_end(struct endings *e)
{
	free(e->phrase);
	free(e->form);
	memset(e, 0, sizeof *e);
}

static bool
contains(struct span text, struct span part)
{
	size_t i;

	for (i = 0; i + part.n <= text.n; i++)
		if (text.p[i] == part.p[0]
		    && memcmp(text.p + i, part.p, part.n) == 0)
			return true;
	return false;
}

static bool
has_ellipsis(const struct endings *e, struct span text)
{
	size_t i;

	if (text.n < 2)
		return false;
	for (i = 0; i < e->n_forms; i++)
		if (contains(text, e->form[i]))
			return true;
	return false;
}

/* Whether it has a dash: what was said was broken off, or goes on. */
static bool
has_dash(struct span text)
{
	return contains(text, span_of("--"))
	    || contains(text, span_of("\xE2\x80\x93"))  /* en dash */
	    || contains(text, span_of("\xE2\x80\x94")); /* em dash */
}

/* The last word that starts in from..before, `before` if there is none. */
static size_t
word_before(const struct scan *s, size_t from, size_t before)
{
	size_t at = scan_last(s, SCAN_START, from, before);

	return at == SCAN_NONE ? before : at;
}

/* What stands between the word before `at` and `at`. */
static struct span
gap_before(const struct scan *s, size_t from, size_t at)
{
	size_t word = word_before(s, from, at);

	if (word == at)
		return scan_span(s, from, at);
	return scan_span(s, scan_word_end(s, word, at), at);
}

/* Whether a mark joins the words around it, as in a path: "read-more". */
static bool
is_joint(struct span gap)
{
	return gap.n == 1 && (gap.p[0] == '-' || gap.p[0] == '_'
	    || gap.p[0] == '/');
}

/*
 * Whether a phrase may count: any may where the block has no stop; behind a
 * stop, "... to learn more." may be the end of a sentence like others.
 */
static bool
may_count(const struct endings *e, const struct ending_phrase *phrase,
    struct span gap, bool stopped)
{
	if (phrase->behind)
		return has_ellipsis(e, gap) || contains(gap, span_of("["))
		    || contains(gap, span_of("("));
	return !is_joint(gap)
	    && (!stopped || gap.n == 0 || gap.p[0] != ' ');
}

/*
 * The words of the longest read-more phrase at the end, or 0. It is looked for
 * behind few blocks, and by itself, so that the others need not make room.
 */
static __attribute__((noinline)) size_t
phrase_length(const struct endings *e, const struct scan *s, size_t from,
    const struct fingerprint *f, bool stopped)
{
	uint64_t hash[ENDING_WORDS], chain; /* hash: the last word's first */
	const struct ending_phrase *phrase;
	size_t end = f->last_end, at = end, n, i, found = 0;

	if (end - from > PHRASE_BYTES)
		from = end - PHRASE_BYTES;
	for (n = 1; n <= ENDING_WORDS && n < f->n_words; n++) {
		at = scan_last(s, SCAN_START, from, at);
		if (at == SCAN_NONE)
			break;
		hash[n - 1] = word_hash_in(
		    scan_span(s, at, scan_word_end(s, at, end)),
		    s->text + s->len);
		for (chain = 0, i = n; i > 0; i--)
			chain = word_chain(chain, hash[i - 1]);
		phrase = find_phrase(e, chain);
		if (phrase->chain != 0
		    && may_count(e, phrase, gap_before(s, from, at), stopped))
			found = n;
	}
	return found;
}

struct ending
ending_of(const struct endings *e, const struct scan *s, size_t start,
    size_t end, const struct fingerprint *f)
{
	struct ending ending = { ENDING_OPEN, 0 };
	struct span tail;

	if (end - f->last_end > TAIL_BYTES)
		end = f->last_end + TAIL_BYTES;
	tail = scan_span(s, f->last_end, end);
	if (tail.n > 0 && has_ellipsis(e, tail))
		ending.kind = ENDING_ELLIPSIS;
	else if (scan_next(s, SCAN_STOP, f->last_end, end) < end)
		ending.kind = ENDING_STOP;
	else if (contains(tail, span_of(":")) || has_dash(tail))
		ending.kind = ENDING_COLON;
	if ((e->last_words[filter_cell(f->last)] & filter_bit(f->last)) == 0)
		return ending;
	ending.n_phrase = phrase_length(e, s, start, f,
	    ending.kind == ENDING_STOP);
	if (ending.n_phrase > 0)
		ending.kind = ENDING_MORE;
	return ending;
}
