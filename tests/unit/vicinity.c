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

/* Compares the tokens of so many sentences from i and k on, or back. */
static void
follow(const struct sentences *near, const struct sentences *whole, size_t i,
    size_t k, bool back, size_t sentences)
{
	while (back ? k > 0 : k + 1 < whole->n) {
		i += back ? (size_t)-1 : 1;
		k += back ? (size_t)-1 : 1;
		if (whole->token[k].type == TOKEN_STOP && --sentences == 0)
			return;
		assert(i < near->n);
		assert(is_same(&near->token[i], &whole->token[k]));
	}
}

static void
compare(const struct sentences *near, const struct sentences *whole,
    enum vicinity reach)
{
	size_t i, k = 0;

	for (i = 0; i < near->n; i++) {
		if (i == 0 && near->token[i].gap)
			continue;
		while (k < whole->n
		    && !is_same(&near->token[i], &whole->token[k]))
			k++;
		assert(k < whole->n);
		if (near->token[i].type != TOKEN_QUOTE)
			continue;
		follow(near, whole, i, k, true, reach);
		follow(near, whole, i, k, false, reach);
	}
}

/* Reads a text both ways; how many tokens were left out. */
static size_t
read_both(const struct cues *cues, const char *text, size_t n,
    enum vicinity reach)
{
	struct sentences near = { 0 }, whole = { 0 };
	struct quotes q = { 0 };
	struct window w = { 0 };
	struct sentence_text in = { &w.scan, cues, cues->english, &q };
	size_t first = 0, last = 0, left;

	window_begin(&w, BLOCKS_PARA, false);
	window_fill(&w, text, n, true);
	quote_find(&q, cues, cues->english, &w);
	vicinity_read(&near, &in, 0, n, &first, false, reach);
	sentence_read(&whole, &in, 0, n, &last);
	compare(&near, &whole, reach);
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
	size_t left[VICINITY_NEXT + 1] = { 0 };
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
		for (i = VICINITY_OWN; i <= VICINITY_NEXT; i++)
			left[i] += read_both(&cues_table, text, n,
			    (enum vicinity)i);
	}
	assert(left[VICINITY_NEXT] > 0);
	assert(left[VICINITY_OWN] > left[VICINITY_NEXT]);
	return 0;
}
