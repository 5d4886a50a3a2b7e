/* SPDX-License-Identifier: ISC */
/* window: however it is filled and dropped, the document is the same. */
#include <assert.h>
#include <stdlib.h>

#include "buffer.h"
#include "dice.h"
#include "utf8.h"
#include "window.h"

/* A block as a tool sees it. */
struct note {
	size_t start, end;
	bool gap, joined;
};

struct notes {
	struct note note[400];
	size_t n;
};

static void
take_notes(struct window *w, size_t n_blocks, struct notes *notes)
{
	size_t i;

	for (i = 0; i < n_blocks; i++) {
		const struct block *b = &w->blocks.block[i];

		assert(notes->n < 400);
		assert(w->blocks_before + i == notes->n);
		notes->note[notes->n++] = (struct note) {
			window_offset(w, b->start), window_offset(w, b->end),
			b->gap, b->joined
		};
		if (dice_below(4) == 0) /* offsets may be asked for again */
			window_offset(w, dice_below(b->end + 1) == 0
			    ? 0 : b->start);
	}
}

static void
in_one_piece(const struct buffer *b, bool chars, struct notes *notes)
{
	struct window w = { 0 };

	notes->n = 0;
	window_begin(&w, BLOCKS_AUTO, chars);
	window_fill(&w, b->p, b->n, true);
	assert(w.last);
	take_notes(&w, w.blocks.n, notes);
	window_end(&w);
}

/* Fills of any size, some of the blocks dropped each time. */
static void
in_pieces(const struct buffer *b, bool chars, struct notes *notes)
{
	struct window w = { 0 };
	size_t taken = 0, len = 0, n;

	notes->n = 0;
	window_begin(&w, BLOCKS_AUTO, chars);
	do {
		len += dice_below(2 + b->n / 3);
		if (len > b->n - taken)
			len = b->n - taken;
		window_fill(&w, b->p + taken, len, taken + len == b->n);
		assert(w.base == taken);
		n = w.last ? w.blocks.n : dice_below(w.blocks.n + 1);
		take_notes(&w, n, notes);
		n = window_drop(&w, n);
		taken += n;
		len -= n;
	} while (!w.last || w.blocks.n > 0);
	assert(taken == b->n);
	window_end(&w);
}

static void
make_text(struct buffer *b)
{
	static const char *const parts[] = { "\n", "\n\n", "\r\n", "menu\n",
		"the mayor said that the old bridge is closed on\n",
		"immediately, and that the council had voted for\n",
		"\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80", "\xE2\x80 \xFF\x80",
		"x \t", "\n \n" };
	size_t i;

	b->n = 0;
	if (dice_below(4) == 0)
		buffer_string(b, "\xEF\xBB\xBF");
	for (i = dice_below(40); i > 0; i--)
		buffer_string(b,
		    parts[dice_below(sizeof parts / sizeof parts[0])]);
}

static void
test_pieces(void)
{
	static struct notes whole, pieces, chars;
	struct buffer b = { 0 };
	size_t round, i;

	for (round = 0; round < 3000; round++) {
		make_text(&b);
		in_one_piece(&b, false, &whole);
		in_pieces(&b, false, &pieces);
		in_pieces(&b, true, &chars);
		assert(whole.n == pieces.n && whole.n == chars.n);
		for (i = 0; i < whole.n; i++) {
			struct note *w = &whole.note[i], *p = &pieces.note[i];
			struct note *c = &chars.note[i];

			assert(w->start == p->start && w->end == p->end);
			assert(w->gap == p->gap && w->joined == p->joined);
			assert(c->start == utf8_count(b.p, w->start));
			assert(c->end == utf8_count(b.p, w->end));
		}
	}
	buffer_end(&b);
}

/* It counts in offsets, but is in no block. */
static void
test_bom(void)
{
	static const char text[] = "\xEF\xBB\xBFone\ntwo";
	struct window w = { 0 };
	size_t n;

	for (n = 0; n < sizeof text; n++) {
		window_begin(&w, BLOCKS_AUTO, false);
		window_fill(&w, text, n, false);
		window_fill(&w, text, sizeof text - 1, true);
		assert(w.blocks.n == 2);
		assert(w.blocks.block[0].start == UTF8_BOM_BYTES);
		assert(w.blocks.block[0].end == 6);
	}
	window_begin(&w, BLOCKS_AUTO, true);
	window_fill(&w, text, sizeof text - 1, true);
	assert(window_offset(&w, w.blocks.block[0].start) == 1);
	assert(window_drop(&w, 1) == 7);
	window_fill(&w, "\xEF\xBB\xBFtwo", 6, true);
	assert(w.blocks.block[0].start == 0); /* that one is no mark */
	window_end(&w);
}

static void
expect_break(const char *first, const char *rest, const char *want)
{
	struct window w = { 0 };

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, first, strlen(first), false);
	window_fill(&w, rest, strlen(rest), true);
	assert(span_equal(window_line_break(&w), span_of(want)));
	window_end(&w);
}

/* The first line break of the document is its line break. */
static void
test_line_break(void)
{
	expect_break("one", "one\r\ntwo\n", "\r\n");
	expect_break("one\n", "one\ntwo\r\n", "\n");
	expect_break("", "", "\n");
	expect_break("one", "one two", "\n");
	expect_break("one\r", "one\r\n", "\r\n");
	expect_break("\r\n", "\r\na\n", "\r\n");
	expect_break("\n", "\na\r\n", "\n");
}

int
main(void)
{
	test_pieces();
	test_bom();
	test_line_break();
	return 0;
}
