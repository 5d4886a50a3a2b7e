/* SPDX-License-Identifier: ISC */
/* capital: pairs of capitals are found by masks, wherever a name may be. */
#include <assert.h>
#include <stdlib.h>

#include "capital.h"
#include "dice.h"
#include "name_run.h"
#include "tables.h"

enum { LENGTH = 400, ROUNDS = 2000 };

/* Text that is cut at random out of what names, and their ends, are made of. */
static size_t
make_text(char *text)
{
	static const char *const pieces[] = { "Ann", "B", "Mr", "Jr", "Sr",
		"Öst", " de Bo", " van de Bo", "said", " B al-Bo", "a", "Gen", "O’",
		" ", " ", " ", "  ", ". ", ".", ", ", ",", "\n", "\r\n",
		"\n\n", "\n  ", "\t", "\"", "(", ") ", "’s", "'s ", "“",
		"” ", "\xC2\xA0", "—", "3", "; " };
	size_t n = 0, len;
	const char *piece;

	for (;;) {
		piece = pieces[dice_below(sizeof pieces / sizeof pieces[0])];
		len = strlen(piece);
		if (n + len > LENGTH)
			return n;
		memcpy(text + n, piece, len);
		n += len;
	}
}

/* The next run of more than a word: by pairs, or by reading at each capital. */
static size_t
next_run(const struct name_text *t, size_t at, bool by_pairs,
    struct name_run *run)
{
	const struct scan *s = t->scan;

	for (;; at = run->at) {
		at = by_pairs ? capital_next_pair(s, at, s->len)
		    : capital_next(s, at, s->len);
		if (at == s->len)
			return at;
		name_run_read(t, at, s->len, run);
		if (run->n > 1)
			return at;
	}
}

/* All runs of more than a word begin with a pair. */
static void
test_same(void)
{
	struct name_run run, plain;
	char text[LENGTH];
	struct scan s = { 0 };
	struct name_text t = { &cues_table, cues_table.english, &s };
	size_t round, at;

	for (round = 0; round < ROUNDS; round++) {
		scan_text(&s, text, make_text(text));
		run.at = 0;
		do {
			at = next_run(&t, run.at, false, &plain);
			assert(next_run(&t, run.at, true, &run) == at);
			assert(at == s.len || run.at == plain.at);
		} while (at < s.len);
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
	check("so Der 24-Bo", 12);
	check("so Ana died", 11);
	check("so “Änne Öst”", 6);
	return 0;
}
