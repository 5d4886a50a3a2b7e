/* SPDX-License-Identifier: ISC */
/* price: a mark costs nothing as what it looks like. */
#include <assert.h>
#include <stdlib.h>

#include "price.h"
#include "tables.h"

/* The price of the first mark of a text. */
static struct price
price_of(const char *text)
{
	struct scan s = { 0 };
	struct marks marks = { 0 };
	struct mark_votes votes = { 0 };
	struct price price;

	scan_text(&s, text, strlen(text));
	mark_find(&marks, &votes, &cues_table, cues_table.english, &s, 0,
	    s.len);
	assert(marks.n > 0);
	price = price_mark(&marks.mark[0], &votes, &s);
	free(marks.mark);
	scan_end(&s);
	return price;
}

static void
opens(const char *text)
{
	struct price p = price_of(text);

	assert(p.open == 0 && p.close > 0 && p.skip > 0);
}

static void
closes(const char *text)
{
	struct price p = price_of(text);

	assert(p.close == 0 && p.open > 0 && p.skip > 0);
}

/* It may well be passed over. */
static void
is_doubtful(const char *text)
{
	struct price p = price_of(text);

	assert(p.skip < PRICE_SURE);
}

int
main(void)
{
	opens("a “b");
	opens("a \"b");
	opens("a ‘b");
	opens("a «b» c");
	opens("a »b« c");
	closes("b” a");
	closes("b,\" a");
	closes("b,’ a");
	is_doubtful("6\" a");
	is_doubtful("6' a");
	is_doubtful("boys’ a");
	is_doubtful("goin' a");
	is_doubtful("of '69 a");
	return 0;
}
