/* SPDX-License-Identifier: ISC */
/*
 * marking - what marks a block as a heading
 *
 *	## The soil              number signs (ATX)
 *	The soil                 a line of = or - under it (setext)
 *	--------
 *	2.1 The soil             a number, over prose: not in a list or a
 *	                         table of contents
 *	DESCRIPTION              its column, left of what follows and of
 *	       The soil ...      three quarters of all prose
 *
 * By the block, its neighbours and its window alone; what stood before it in
 * the document is outline.c's affair. Borrows all; nothing here fails or
 * allocates, and all is linear in the window.
 */
#ifndef MARKING_H
#define MARKING_H

#include "ordinal.h"
#include "page.h"

#define MARKING_COLUMNS 32 /* are told apart */
#define MARKING_WORDS 16   /* of a heading, at most .. */
#define MARKING_BYTES 200  /* .. and bytes */

/* The blocks of a window, and the columns at which their prose begins. */
struct marking_view {
	struct page_block *block;
	const struct window *w;

	/* private */
	bool has_prose;
	size_t prose[MARKING_COLUMNS + 1]; /* words at a column, or less */
};

struct marking {
	enum outline_mark mark;
	unsigned level;         /* of signs and lines; else 0 */
	struct ordinal ordinal; /* that of a short block, marked or not */
};

/* What marks block i, if anything does. */
struct marking marking_of(struct marking_view *, size_t i);

/*
 * The sign of the line right under block i, 0 if there is none. It is as long
 * as the block, or nearly, or the block is at the head of a paragraph.
 */
char marking_rule(const struct marking_view *, size_t i);

/* The column at which block i begins, MARKING_COLUMNS at most. */
size_t marking_column(const struct marking_view *, size_t i);

/* Whether most prose of the window begins right of the column. */
bool marking_is_left(struct marking_view *, size_t column);

/* Whether the text has spaces inside that tell columns apart. */
bool marking_has_gap(struct span);

/* Whether a block is as short as a heading. */
static inline bool
marking_is_short(const struct feature *f)
{
	return f->n_words > 0 && f->n_words <= MARKING_WORDS
	    && f->n_bytes <= MARKING_BYTES;
}

/* The block's text, spaces at its ends left off. */
struct span marking_text(const struct marking_view *, size_t i);

#endif
