/* SPDX-License-Identifier: ISC */
/* vicinity: near quotations, all is read as if the whole paragraph were. */
#include <assert.h>
#include <stdlib.h>

#include "dice.h"
#include "tables.h"
#include "vicinity.h"

static const char *const parts[] = { "The harbour was quiet again. ",
	"Nobody knew why! ", "Mr. Orr of the U.S. office left. ",
	"\"We will see,\" said Bell. ", "She added: \"Not today.\" ",
	"according to him, ", "so it went on... and on. ", "he left?Then ",
	"l'\xC3\xA9t\xC3\xA9 \xE2\x80\x93 enfin. ", "It is done. 40 left. ",
	"Who said that? ", "the end.Then more. ", "\xE2\x80\x9CNo.\xE2\x80\x9D ",
	"Well-Known People met (in part). ", "Evenings were longer\n" };

static bool
is_same(const struct token *a, const struct token *b)
{
	return a->start == b->start && a->end == b->end && a->type == b->type
	    && a->kind == b->kind && a->upper == b->upper
	    && a->quote == b->quote;
}

/* Compares the tokens of a sentence from i and k on, or back. */
static void
follow(const struct sentences *near, const struct sentences *whole, size_t i,
    size_t k, bool back)
{
	while (back ? k > 0 : k + 1 < whole->n) {
		i += back ? (size_t)-1 : 1;
		k += back ? (size_t)-1 : 1;
		if (whole->token[k].type == TOKEN_STOP)
			return;
		assert(i < near->n);
		assert(is_same(&near->token[i], &whole->token[k]));
	}
}

static void
compare(const struct sentences *near, const struct sentences *whole)
{
	size_t i, k = 0;

	for (i = 0; i < near->n; i++) {
		if (near->token[i].gap)
			continue;
		while (k < whole->n
		    && !is_same(&near->token[i], &whole->token[k]))
			k++;
		assert(k < whole->n);
		if (near->token[i].type != TOKEN_QUOTE)
			continue;
		follow(near, whole, i, k, true);
		follow(near, whole, i, k, false);
	}
}

/* Compares what ends, and begins, what was left out. */
static void
compare_gap(const struct sentence_text *in, const struct token *gap,
    const struct sentences *whole)
{
	struct sentences part = { 0 };
	size_t i, k, first = 0, end;

	while (first < whole->n && (whole->token[first].start < gap->start
	    || whole->token[first].end == gap->start))
		first++;
	for (end = first; end < whole->n
	    && whole->token[end].start < gap->end;)
		end++;
	vicinity_read_first(&part, in, gap->start, gap->end);
	for (i = 0; i < part.n; i++)
		assert(is_same(&part.token[i], &whole->token[first + i]));
	vicinity_read_last(&part, in, gap->start, gap->end);
	for (i = part.n, k = end; i-- > 0 && !part.token[i].gap;)
		assert(is_same(&part.token[i], &whole->token[--k]));
	sentence_end(&part);
}

/* Reads a text both ways; how many tokens were left out. */
static size_t
read_both(const struct cues *cues, const char *text, size_t n)
{
	struct sentences near = { 0 }, whole = { 0 };
	struct quotes q = { 0 };
	struct window w = { 0 };
	struct sentence_text in = { &w.scan, cues, cues->english, &q };
	size_t first = 0, last = 0, left, i;

	window_begin(&w, BLOCKS_PARA, false);
	window_fill(&w, text, n, true);
	quote_find(&q, cues, cues->english, &w);
	vicinity_read(&near, &in, 0, n, &first, false);
	sentence_read(&whole, &in, 0, n, &last);
	compare(&near, &whole);
	for (i = 0; i < near.n; i++)
		if (near.token[i].gap)
			compare_gap(&in, &near.token[i], &whole);
	left = whole.n - near.n;
	sentence_end(&near);
	sentence_end(&whole);
	quote_end(&q);
	window_end(&w);
	return left;
}

int
main(void)
{
	size_t round, i, n, most, n_parts = sizeof parts / sizeof parts[0];
	size_t left = 0;
	char text[8000];
	const char *part;

	for (round = 0; round < 2000; round++) {
		most = 1 + dice_below(150);
		for (i = n = 0; i < most; i++) {
			part = parts[dice_below(dice_below(3) == 0 ? n_parts
			                                           : 3)];
			memcpy(text + n, part, strlen(part));
			n += strlen(part);
		}
		left += read_both(&cues_table, text, n);
	}
	assert(left > 0);
	return 0;
}
