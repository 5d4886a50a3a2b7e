/* SPDX-License-Identifier: ISC */
/* block: what a block is, and that it does not depend on how text comes. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "block.h"
#include "buffer.h"
#include "dice.h"

/* All blocks of a text in one piece. */
static struct block_list
cut(const char *text, size_t n, enum block_mode mode)
{
	struct block_list list = { 0 };
	struct cutter c = { .mode = mode };
	struct scan s = { 0 };

	scan_text(&s, text, n);
	block_cut(&c, &s, true, &list, (size_t)1 << 30);
	assert(c.at == n);
	scan_end(&s);
	return list;
}

/* The blocks with | between, # before one with a gap, ~ before one joined. */
static void
expect(enum block_mode mode, const char *text, const char *want)
{
	struct block_list list = cut(text, strlen(text), mode);
	struct buffer got = { 0 };
	size_t i;

	for (i = 0; i < list.n; i++) {
		const struct block *b = &list.block[i];

		buffer_string(&got, i == 0 ? "" : "|");
		buffer_string(&got, b->gap ? "#" : b->joined ? "~" : "");
		buffer_add(&got, text + b->start, b->end - b->start);
	}
	buffer_add(&got, "", 1);
	if (strcmp(got.p, want) != 0)
		fprintf(stderr, "[%s]: [%s], not [%s]\n", text, got.p, want);
	assert(strcmp(got.p, want) == 0);
	buffer_end(&got);
	free(list.block);
}

/* A heading in a paragraph of its own lines stands alone. */
static void
test_headings(void)
{
	expect(BLOCKS_AUTO, "Rain and wind and snow and hail and a storm\n----"
	    "---------------------------------------\nIt was wet.",
	    "Rain and wind and snow and hail and a storm|----"
	    "---------------------------------------|It was wet.");
	expect(BLOCKS_AUTO, "RAIN\n   It rained and it rained, and all the "
	    "water\n   stood in the fields until the evening came",
	    "RAIN|   It rained and it rained, and all the "
	    "water\n   stood in the fields until the evening came");
	expect(BLOCKS_AUTO, "It rained and it rained, and all the wide water\n"
	    "   stood in the fields until the evening came",
	    "It rained and it rained, and all the wide water\n"
	    "   stood in the fields until the evening came");
	expect(BLOCKS_PARA, "RAIN\n====\n   It rained.",
	    "RAIN\n====\n   It rained.");
}

static void
test_modes(void)
{
	static const char text[] = "one\ntwo\n\n \t\nthree\nfour";

	expect(BLOCKS_AUTO, text, "one|two|#three|four");
	expect(BLOCKS_LINE, text, "one|two|#three|four");
	expect(BLOCKS_PARA, text, "one\ntwo|#three\nfour");
	expect(BLOCKS_AUTO, "", "");
	expect(BLOCKS_AUTO, "\n", "");
	expect(BLOCKS_AUTO, " \t\n\r\n  ", "");
	expect(BLOCKS_AUTO, "x", "x");
	expect(BLOCKS_PARA, "\n\nx\n\n\n", "#x");
	expect(BLOCKS_AUTO, "  a b \n c\n", "  a b | c");
	expect(BLOCKS_PARA, "a\r\nb\r\n\r\nc\r\n", "a\r\nb|#c");
	expect(BLOCKS_LINE, "a\r\nb\r\n\r\nc\r\n", "a|b|#c");
	expect(BLOCKS_AUTO, "a\rb\n\rc\n", "a\rb|\rc");
	expect(BLOCKS_AUTO, "a\n\v\f\nb", "a|#b");
}

/* Six lines, each of one word of `width` characters. */
static void
make_run(struct buffer *b, const char *letter, size_t width)
{
	size_t i, line;

	b->n = 0;
	for (line = 0; line < 6; line++) {
		buffer_string(b, line > 0 ? "\n" : "");
		for (i = 0; i < width; i++)
			buffer_string(b, letter);
	}
}

static size_t
blocks_of(const struct buffer *b)
{
	struct block_list list = cut(b->p, b->n, BLOCKS_AUTO);

	free(list.block);
	return list.n;
}

/* 40 to 120 code points are hard-wrapped, whatever their bytes. */
static void
test_width(void)
{
	static const char *const letters[]
	    = { "x", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80", "\xFF" };
	struct buffer b = { 0 };
	size_t i;

	for (i = 0; i < sizeof letters / sizeof letters[0]; i++) {
		make_run(&b, letters[i], 39);
		assert(blocks_of(&b) == 6);
		make_run(&b, letters[i], 40);
		assert(blocks_of(&b) == 1);
		make_run(&b, letters[i], 120);
		assert(blocks_of(&b) == 1);
		make_run(&b, letters[i], 121);
		assert(blocks_of(&b) == 6);
	}
	buffer_end(&b);
}

/* Three breaks of four must be such that the next word had no room. */
static void
test_share(void)
{
	struct buffer b = { 0 };

	make_run(&b, "x", 60);
	buffer_string(&b, "\nx\nx\nx"); /* 8 breaks, 6 of them full */
	assert(blocks_of(&b) == 1);
	buffer_string(&b, "\nx"); /* 9 and 6 */
	assert(blocks_of(&b) == 10);
	buffer_end(&b);
}

/* "The" has room behind 40 of 44 characters, but not behind 41. */
static void
test_room(void)
{
	expect(BLOCKS_AUTO,
	    "The council of the town has met on Monday 12\n"
	    "The council of the town has met on Monda\nThe end",
	    "The council of the town has met on Monday 12|"
	    "The council of the town has met on Monda|The end");
	expect(BLOCKS_AUTO,
	    "The council of the town has met on Monday 12\n"
	    "The council of the town has met on Monday\nThe end",
	    "The council of the town has met on Monday 12\n"
	    "The council of the town has met on Monday\nThe end");
}

/* Spaces at a line's end, and CR, do not count for its width. */
static void
test_space_at_end(void)
{
	expect(BLOCKS_AUTO,
	    "the mayor said that the old bridge is closed   \r\n"
	    "immediately, and that the council had voted for\r\n"
	    "repairs.\r\n\r\nHome\r\nNews\r\n",
	    "the mayor said that the old bridge is closed   \r\n"
	    "immediately, and that the council had voted for\r\n"
	    "repairs.|#Home|News");
}

static void
test_long_line(void)
{
	static char text[3 * BLOCK_BYTES];
	struct block_list list;
	size_t i;

	memset(text, 'x', sizeof text);
	list = cut(text, BLOCK_BYTES, BLOCKS_AUTO);
	assert(list.n == 1);
	free(list.block);
	list = cut(text, BLOCK_BYTES + 1, BLOCKS_AUTO);
	assert(list.n == 2 && list.block[1].joined);
	assert(list.block[0].end == BLOCK_BYTES);
	free(list.block);
	text[BLOCK_BYTES - 9] = ' ';
	list = cut(text, BLOCK_BYTES + 1, BLOCKS_PARA);
	assert(list.n == 2 && list.block[0].end == BLOCK_BYTES - 8);
	assert(list.block[1].start == BLOCK_BYTES - 8);
	free(list.block);
	for (i = 1; i + 4 <= sizeof text; i += 4)
		memcpy(text + i, "\xF0\x9F\x98\x80", 4);
	list = cut(text, sizeof text - 3, BLOCKS_LINE);
	assert(list.n == 3 + (list.block[2].end < sizeof text - 3));
	for (i = 0; i < list.n; i++)
		assert(list.block[i].end % 4 == 1);
	free(list.block);
}

/* White space without end needs no memory and makes no block. */
static void
test_white(void)
{
	static char text[4 * BLOCK_BYTES];
	struct block_list list = { 0 };
	struct cutter c = { 0 };
	struct scan s = { 0 };

	memset(text, ' ', sizeof text);
	scan_text(&s, text, sizeof text);
	block_cut(&c, &s, false, &list, 16384);
	assert(list.n == 0 && sizeof text - c.at <= BLOCK_BYTES);
	block_cut(&c, &s, true, &list, 16384);
	assert(list.n == 0 && c.at == sizeof text);
	scan_end(&s);
	free(list.block);
}

/* A long run is judged a thousand lines at a time, each group by itself. */
static void
test_groups(void)
{
	struct buffer b = { 0 };
	struct block_list list;
	size_t i;

	for (i = 0; i < 2 * BLOCK_LINES; i++)
		buffer_string(&b, "the mayor said that the bridge is closed\n");
	for (i = 0; i < 500; i++)
		buffer_string(&b, "menu\n");
	list = cut(b.p, b.n, BLOCKS_AUTO);
	assert(list.n == 502);
	assert(list.block[0].end + 1 == list.block[1].start);
	assert(list.block[1].start == 41 * BLOCK_LINES);
	assert(!list.block[1].gap && !list.block[1].joined);
	free(list.block);
	list = cut(b.p, b.n, BLOCKS_PARA);
	assert(list.n == 3);
	free(list.block);
	buffer_end(&b);
}

static void
add_line(struct buffer *b)
{
	static const char *const lines[] = { "", "", " ", "\r", "menu", "a\r",
		"the mayor said that the old bridge is closed on",
		"immediately, and that the council had voted for\r",
		"\xC3\xA9t\xC3\xA9", "\xFF\x80", "x \t" };

	buffer_string(b, lines[dice_below(sizeof lines / sizeof lines[0])]);
	buffer_string(b, dice_below(40) == 0 ? "" : "\n");
}

/* The same text a bit at a time, in lists that are often full. */
static struct block_list
cut_in_pieces(const struct buffer *b, enum block_mode mode)
{
	struct block_list all = { 0 };
	struct cutter c = { .mode = mode };
	struct scan s = { 0 };
	size_t n = 0;

	while (n < b->n) {
		n += 1 + dice_below(1 + b->n / 5);
		if (n > b->n)
			n = b->n;
		scan_text(&s, b->p, n);
		block_cut(&c, &s, n == b->n, &all,
		    all.n + BLOCK_LINES + dice_below(3));
	}
	while (c.at < b->n)
		block_cut(&c, &s, true, &all, all.n + BLOCK_LINES);
	scan_end(&s);
	return all;
}

static void
test_pieces(void)
{
	struct buffer b = { 0 };
	struct block_list whole, pieces;
	size_t round, i;
	enum block_mode mode;

	for (round = 0; round < 2000; round++) {
		b.n = 0;
		for (i = dice_below(30); i > 0; i--)
			add_line(&b);
		mode = (enum block_mode)(round % 3);
		whole = cut(b.p, b.n, mode);
		pieces = cut_in_pieces(&b, mode);
		assert(whole.n == pieces.n);
		for (i = 0; i < whole.n; i++) {
			assert(whole.block[i].start == pieces.block[i].start);
			assert(whole.block[i].end == pieces.block[i].end);
			assert(whole.block[i].gap == pieces.block[i].gap);
			assert(i == 0 || whole.block[i].start
			    >= whole.block[i - 1].end);
		}
		free(whole.block);
		free(pieces.block);
	}
	buffer_end(&b);
}

static void
test_trim(void)
{
	static const char text[] = " \t two words \r\n\n";
	struct block_list list = cut(text, sizeof text - 1, BLOCKS_AUTO);
	struct scan s = { 0 };

	scan_text(&s, text, sizeof text - 1);
	assert(list.n == 1);
	assert(span_equal(block_trim(&s, &list.block[0]),
	    span_of("two words")));
	scan_end(&s);
	free(list.block);
}

int
main(void)
{
	test_headings();
	test_modes();
	test_width();
	test_share();
	test_room();
	test_space_at_end();
	test_long_line();
	test_white();
	test_groups();
	test_pieces();
	test_trim();
	return 0;
}
