/* SPDX-License-Identifier: ISC */
/* capital: pairs of capitals are found by masks as they are one by one. */
#include <assert.h>
#include <stdlib.h>

#include "capital.h"
#include "dice.h"

enum { LENGTH = 400, ROUNDS = 2000 };

/* The same by looking at each word. */
static size_t
next_pair(const struct scan *s, size_t from)
{
	size_t at = scan_next(s, SCAN_START, from, s->len), next;

	for (; at < s->len; at = next) {
		next = scan_next(s, SCAN_START, at + 1, s->len);
		if (next < s->len && capital_is(s, at) && capital_is(s, next)
		    && (s->text[next - 1] == ' ' || s->text[next - 1] == '.'))
			return at;
	}
	return s->len;
}

static void
test_same(void)
{
	static const char bytes[] = "xB  .,";
	struct scan s = { 0 };
	char text[LENGTH];
	size_t i, round, at;

	for (round = 0; round < ROUNDS; round++) {
		for (i = 0; i < LENGTH; i++)
			text[i] = bytes[dice_below(sizeof bytes - 1)];
		scan_text(&s, text, LENGTH);
		for (at = 0; at < LENGTH;) {
			i = capital_next_pair(&s, at, LENGTH);
			assert(i == next_pair(&s, at));
			at = i < LENGTH ? scan_word_end(&s, i, LENGTH) : i;
		}
	}
	scan_end(&s);
}

static void
check(const char *text, size_t pair)
{
	struct scan s = { 0 };

	scan_text(&s, text, strlen(text));
	assert(capital_next_pair(&s, 0, s.len) == pair);
	scan_end(&s);
}

/* Who goes on behind a pair does not come back before it. */
static void
test_forward(void)
{
	static const char text[] = "\".n\xE4\xB8\xAD-P W", bytes[] = "xB -.";
	struct scan s = { 0 };
	char random[LENGTH];
	size_t i, at, round;

	scan_text(&s, text, sizeof text - 1);
	assert(capital_next_pair(&s, 3, s.len) >= 3);
	for (round = 0; round < ROUNDS; round++) {
		for (i = 0; i < LENGTH; i++)
			random[i] = bytes[dice_below(sizeof bytes - 1)];
		scan_text(&s, random, LENGTH);
		for (at = 0; at < LENGTH; at++)
			assert(capital_next_pair(&s, at, LENGTH) >= at);
	}
	scan_end(&s);
}

int
main(void)
{
	test_forward();
	test_same();
	check("so Mary-Jo Beck", 3);
	check("so Ana de Vega", 3);
	check("so Omar al-Sadr", 3);
	check("so Ana died", 11);
	check("so “Änne Öst”", 6);
	return 0;
}
