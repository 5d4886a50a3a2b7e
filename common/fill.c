/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "fill.h"
#include "letter.h"
#include "terminal.h"
#include "utf8.h"
#include "width.h"

enum { TAB_COLUMNS = 4 }; /* a tab's, wherever it stands */

/* A character, a run of white space, or a part that can't be shown. */
struct piece {
	size_t bytes, columns;
	bool space, broken; /* broken: shown as \xHH */
	uint32_t code;
};

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct piece
space_at(const char *p, size_t n)
{
	struct piece piece = { .space = true };
	bool line_break = false;

	for (; piece.bytes < n && is_space(p[piece.bytes]); piece.bytes++) {
		line_break |= p[piece.bytes] == '\n';
		piece.columns += p[piece.bytes] == '\t' ? TAB_COLUMNS : 1;
	}
	if (line_break)
		piece.columns = 1;
	return piece;
}

static bool
is_joiner(uint32_t code)
{
	return code == 0x200C || code == 0x200D;
}

static struct piece
piece_at(const char *p, size_t n)
{
	struct piece piece = { 0 };
	size_t bad;

	if (is_space(*p))
		return space_at(p, n);
	piece.bytes = utf8_read(p, n, &piece.code, NULL);
	(void)terminal_prefix(p, piece.bytes, &bad);
	piece.broken = bad > 0 && !is_joiner(piece.code);
	piece.columns = piece.broken ? TERMINAL_BYTE * piece.bytes
	                             : width_of(piece.code);
	return piece;
}

static bool
is_opener(uint32_t code)
{
	return (code >= 0x3008 && code <= 0x301A && code % 2 == 0
	           && code != 0x3012)
	    || code == 0xFF08;
}

/* Whether a line may end between two characters: in Chinese and the like. */
static bool
may_break(const struct piece *before, const struct piece *after)
{
	if (before->columns != 2 && after->columns != 2)
		return false;
	return !before->space && !is_opener(before->code)
	    && (letter_is(after->code) || is_opener(after->code));
}

static void
add_line(struct fill *f, size_t start, size_t end)
{
	f->line = alloc_grow(f->line, &f->cap, f->n + 1, sizeof *f->line);
	f->line[f->n++] = (struct fill_line) { start, end };
}

/* Where the line may end, and where then the next one begins. */
struct place {
	size_t end, next;
	size_t columns; /* of the line up to `next` */
};

/*
 * Ends the line before the piece at `at`, where it may end or right there;
 * returns the columns of what is left of it.
 */
static size_t
end_line(struct fill *f, size_t *start, struct place *last, size_t at,
    size_t columns)
{
	if (last->next <= *start)
		*last = (struct place) { at, at, columns };
	add_line(f, *start, last->end);
	*start = last->next;
	return columns - last->columns;
}

/* The bytes of an indentation that means nothing, or would fill the line. */
static size_t
indentation(struct span text, size_t columns)
{
	struct piece piece;

	if (text.n == 0 || !is_space(*text.p))
		return 0;
	piece = space_at(text.p, text.n);
	return piece.columns > columns / 2
	        || memchr(text.p, '\n', text.n) != NULL
	    ? piece.bytes
	    : 0;
}

void
fill_text(struct fill *f, struct span text, size_t columns)
{
	struct piece piece, before = { .space = true };
	struct place last = { 0 };
	size_t at, start, used = 0;

	f->n = 0;
	while (text.n > 0 && is_space(text.p[text.n - 1]))
		text.n--;
	start = indentation(text, columns);
	for (at = start; at < text.n; at += piece.bytes) {
		piece = piece_at(text.p + at, text.n - at);
		if (piece.space && at > start)
			last = (struct place) { at, at + piece.bytes,
				used + piece.columns };
		else if (may_break(&before, &piece))
			last = (struct place) { at, at, used };
		while (!piece.space && used + piece.columns > columns
		    && at > start)
			used = end_line(f, &start, &last, at, used);
		used += piece.columns;
		before = piece;
	}
	if (start < text.n)
		add_line(f, start, text.n);
}

static void
put_hex(struct output *out, const char *p, size_t n)
{
	char hex[TERMINAL_BYTE];
	size_t i;

	for (i = 0; i < n; i++) {
		terminal_byte(hex, p[i]);
		output_write(out, hex, sizeof hex);
	}
}

size_t
fill_put(struct output *out, struct span part)
{
	struct piece piece;
	size_t columns = 0, i, k;

	for (i = 0; i < part.n; i += piece.bytes) {
		piece = piece_at(part.p + i, part.n - i);
		for (k = 0; piece.space && k < piece.columns; k++)
			output_write(out, " ", 1);
		if (piece.broken)
			put_hex(out, part.p + i, piece.bytes);
		else if (!piece.space)
			output_write(out, part.p + i, piece.bytes);
		columns += piece.columns;
	}
	return columns;
}

void
fill_end(struct fill *f)
{
	free(f->line);
	*f = (struct fill) { 0 };
}
