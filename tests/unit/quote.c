/* SPDX-License-Identifier: ISC */
/* quote: marks are paired, in a block and over blocks, and windows decided. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"
#include "dice.h"
#include "quote.h"
#include "tables.h"

enum {
	ROUNDS = 3000,
	MOST = 4096,   /* quotations of a random text */
	NEIGHBOURS = 16 /* that each is compared with */
};

/* Whether the text's quotations are those in want, "|" between them. */
static void
check(const char *text, bool last, size_t decided, const char *want)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	char got[512];
	size_t i, n = 0;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), last);
	quote_begin(&q);
	assert(quote_find(&q, &cues_table, cues_table.english, &w) == decided);
	for (i = 0; i < q.n; i++) {
		assert(n + q.quote[i].end - q.quote[i].start < sizeof got - 1);
		if (i > 0)
			got[n++] = '|';
		memcpy(got + n, text + q.quote[i].start,
		    q.quote[i].end - q.quote[i].start);
		n += q.quote[i].end - q.quote[i].start;
	}
	got[n] = '\0';
	if (strcmp(got, want) != 0) {
		fprintf(stderr, "%s\ngives %s\nnot   %s\n", text, got, want);
		abort();
	}
	quote_end(&q);
	window_end(&w);
}

/* The same of a text of one block. */
static void
pairs(const char *text, const char *want)
{
	check(text, true, 1, want);
}

static void
test_pairs(void)
{
	pairs("He said \"yes\" and “no”.", "yes|no");
	pairs("“He said ‘yes’ to me.”", "He said ‘yes’ to me.|yes");
	pairs("“He said, ‘She said “no” to me.’”",
	    "He said, ‘She said “no” to me.’|She said “no” to me.|no");
	pairs("«\xC2\xA0oui\xC2\xA0»", "oui");
	pairs("„so“ und „so”, „so\" und ‚so‘", "so|so|so|so");
	pairs("»so« und ›so‹, »er sagte ›so‹«",
	    "so|so|er sagte ›so‹|so");
	pairs("» Nein «, sagte er. » Ja «, sagte sie.", "Nein|Ja");
	pairs("« Non », dit-il. « Oui », dit-elle.", "Non|Oui");
	pairs("”så” och ’så’", "så|så");
	pairs("「はい」と『本』", "はい|本");
	pairs("他说:\"好\",她说:\"不\"。", "好|不");
	pairs("\"\" and “” and \"\"\"\"\"\"\"\"\"\" and “ ” end", "");
	pairs("\"_Look_!\" and \"_Look!_\"", "_Look_!|Look!");
	pairs("“Go.”He left. “Stay!”She stayed.", "Go.|Stay!");
	pairs("\"Go.\"He left,\"Stay.\" He said:\"No.\"", "Go.|Stay.|No.");
	pairs("“One.”“Two.” \"Three.\" \"Four.\"", "One.|Two.|Three.|Four.");
}

/* ASCII wire copy: three apostrophes are two marks. */
static void
test_wire(void)
{
	pairs("``Yes,'' he said. ''No,'' he said.", "Yes,|No,");
	pairs("''I heard 'no,''' he said. ''So.''", "I heard 'no,'|no,|So.");
	pairs("``He said `no,''' she said.", "He said `no,'|no,");
}

static void
test_apostrophes(void)
{
	pairs("The dogs' bowls and the '80s, it's all 'one big' mess",
	    "one big");
	pairs("'Tis done, put 'em in rock 'n' roll of '69, the boys' own.",
	    "");
	pairs("goin' to the farmers' market, nothin' but the Joneses'", "");
	pairs("‘The boys’ tents were wet,’ he said. ‘It’s the dogs’ fault.’",
	    "The boys’ tents were wet,|It’s the dogs’ fault.");
	pairs("'The boys' tents were wet,' he said. 'It's the dogs' own.'",
	    "The boys' tents were wet,|It's the dogs' own.");
	pairs("Between '90 and '95, '90 to 95 per cent' were wet.",
	    "90 to 95 per cent");
}

static void
test_measures(void)
{
	pairs("A 6\" pipe, 5'10\" long, 6' deep. \"Yes.\" Another 3\" pipe.",
	    "Yes.");
	pairs("\"It is 6\" wide,\" he said.", "It is 6\" wide,");
	pairs("“It is 5’10” wide,” he said.", "It is 5’10” wide,");
	pairs("<a id=\"x y\" rel='z'>\"Yes\"</a> \"No\"", "Yes|No");
	pairs("id=\"x \"Yes,\" he said, and more words. \"No,\" he said.",
	    "Yes,|No,");
}

/* What an odd mark does stays where it is. */
static void
test_odd(void)
{
	pairs("\"One,\" he said. \" \"Two,\" she said.", "One,|Two,");
	pairs("\"One,\" he said. Two,\" she said. \"Three,\" he added.",
	    "One,|Three,");
	pairs("“Tried “how doth” but it came different!”",
	    "Tried “how doth” but it came different!|how doth");
	pairs("He said “go’ and left.", "go");
	pairs("Then ‘no” came from her.", "no");
	pairs("‘The word “no’ is out,’ he said.", "The word “no’ is out,|no");
	check("A stray \" here.\n\n\"Yes,\" he said. \"No,\" she said.", true,
	    2, "Yes,|No,");
	check("A 24\" screen.\n\n\"Yes,\" he said.", true, 2, "Yes,");
	check("It is “really odd to have.\n\n“Yes,” he said.", true, 2,
	    "really odd to have.|Yes,");
}

static void
test_lost(void)
{
	pairs("“We won, said Ada Novak. “We lost,” said Ed Moss.",
	    "We won,|We lost,");
	pairs("“We won!” she said. “We won, the coach said in May.",
	    "We won!|We won,");
	pairs("We won,” said Ada Novak. “We lost.”", "We won,|We lost.");
	check("“We won, said Ada Novak.\n\n“We lost,” said Moss.", true, 2,
	    "We won,|We lost,");
}

static void
test_blocks(void)
{
	check("“One.\n\n“Two.\n\n“Three.”", true, 3,
	    "One.\n\n“Two.\n\n“Three.");
	check("'One.\n\n'Two.\n\n'Three.'", true, 3,
	    "One.\n\n'Two.\n\n'Three.");
	check("« One.\n\n» Two.\n\n» Three. »", true, 3,
	    "One.\n\n» Two.\n\n» Three.");
	check("“One.\n\nTwo.", true, 2, "One.");
	check("„One.\n\nTwo.“", true, 2, "One.\n\nTwo.");
	check("'One.\n\nTwo.", true, 2, "");
}

/* Lines that were not cut as one block, since the first is too short. */
static void
test_lines(void)
{
	check("He said it gently once, and then: “The answer is that I\n"
	      "do know what was said. And now I want my tea, if there is any.\n"
	      "No.” He rose.", true, 3,
	    "The answer is that I\n"
	    "do know what was said. And now I want my tea, if there is any.\n"
	    "No.");
	check("Menu “one\nMenu two\nMenu” three\n", true, 3, "one");
}

static void
test_windows(void)
{
	check("Zero.\n\n“One.\n\n“Two.\n\n", false, 1, "");
	check("“One.\n\n“Two.\n\n", false, 2, "One.\n\n“Two.");
	check("“One.”\n\nTwo.\n\n", false, 2, "One.");
}

struct found {
	size_t start, end;
};

/* Takes what a window's first n_blocks hold; how many there are then. */
static size_t
take(const struct quotes *q, const struct window *w, size_t n_blocks,
    struct found *to, size_t n)
{
	size_t i;

	for (i = 0; i < q->n && q->quote[i].block < n_blocks; i++) {
		assert(n < MOST);
		to[n++] = (struct found) { w->base + q->quote[i].start,
			w->base + q->quote[i].end };
	}
	return n;
}

/* The quotations are sorted, in the text, and in each other or apart. */
static void
check_order(const struct quotes *q, size_t len)
{
	const struct quote *a, *b;
	size_t i, k;

	for (i = 0; i < q->n; i++) {
		a = &q->quote[i];
		assert(a->open <= a->start && a->start < a->end);
		assert(a->end <= a->close && a->close <= len);
		assert(a->block <= a->last_block);
		for (k = i; k-- > 0 && i - k < NEIGHBOURS;) {
			b = &q->quote[k];
			assert(b->open <= a->open);
			assert(b->close <= a->open || b->close >= a->close);
		}
	}
}

/* Reads the text in windows: what is decided stays so, whatever follows. */
static size_t
in_pieces(const struct buffer *b, const struct cues *cues, struct found *to)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	size_t taken = 0, len = 0, n = 0, decided;

	window_begin(&w, BLOCKS_AUTO, false);
	quote_begin(&q);
	do {
		len += dice_below(2 + b->n / 3);
		if (len > b->n - taken)
			len = b->n - taken;
		window_fill(&w, b->p + taken, len, taken + len == b->n);
		decided = quote_find(&q, cues, cues->english, &w);
		assert(decided > 0 || w.blocks.n == 0);
		check_order(&q, len);
		if (!w.last && decided == w.blocks.n)
			continue;
		n = take(&q, &w, decided, to, n);
		decided = window_drop(&w, decided);
		taken += decided;
		len -= decided;
	} while (!w.last || w.blocks.n > 0);
	quote_end(&q);
	window_end(&w);
	return n;
}

static size_t
in_one_piece(const struct buffer *b, const struct cues *cues,
    struct found *to)
{
	struct window w = { 0 };
	struct quotes q = { 0 };
	size_t n;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, b->p, b->n, true);
	quote_begin(&q);
	n = quote_find(&q, cues, cues->english, &w);
	assert(n == w.blocks.n);
	check_order(&q, b->n);
	n = take(&q, &w, n, to, 0);
	quote_end(&q);
	window_end(&w);
	return n;
}

static void
make_text(struct buffer *b)
{
	static const char *const parts[] = { "\"", "'", "“", "”", "‘", "’",
		"''", "„", "‚", "`", "「", "」", " ", " ", " ", "word", "s",
		"a.", ", said Ada", "6", "\n\n", "\n\n", "\n", "=", "_", "-",
		"\xFF", "\xE2\x80", "A line that is as long as those of mail",
		"\xC2\xA0", "said" };
	size_t i;

	b->n = 0;
	for (i = dice_below(60); i > 0; i--)
		buffer_string(b,
		    parts[dice_below(sizeof parts / sizeof parts[0])]);
}

static void
test_random(void)
{
	static struct found whole[MOST], pieces[MOST];
	struct buffer b = { 0 };
	size_t round, n;

	for (round = 0; round < ROUNDS; round++) {
		make_text(&b);
		n = in_one_piece(&b, &cues_table, whole);
		assert(in_pieces(&b, &cues_table, pieces) == n);
		assert(n == 0
		    || memcmp(whole, pieces, n * sizeof whole[0]) == 0);
	}
	buffer_end(&b);
}

int
main(void)
{
	test_pairs();
	test_wire();
	test_apostrophes();
	test_measures();
	test_odd();
	test_lost();
	test_blocks();
	test_lines();
	test_windows();
	test_random();
	return 0;
}
