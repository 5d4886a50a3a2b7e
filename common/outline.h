/* SPDX-License-Identifier: ISC */
/*
 * outline - the headings that a text marks, and their levels
 *
 *	## The soil              ATX: the level is the number of signs
 *	The soil                 setext: a line of = (1) or - (2) under it
 *	--------
 *	2.1 The soil             numbered: a level for each number
 *	Part II, Chapter 3       levels by what stands above what
 *	DESCRIPTION              flush left over indented text: by its column
 *	       The soil ...
 *
 * A number marks a heading only over prose, not in a list or a table of
 * contents. What is marked is a heading where the page has it in its article,
 * or right over a block of it; its zone is the page's affair.
 *
 * struct outline is what a document's levels depend on, from block to block:
 * all zero for a document that begins. page.c alone calls these. Nothing here
 * fails or allocates.
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "ordinal.h"
#include "window.h"

#define OUTLINE_COLUMNS 4 /* levels by columns, at most */

struct outline {
	uint8_t divisions; /* bits of enum ordinal_kind that stand open */
	uint8_t base;      /* levels over the decimals */
	uint8_t n_columns;
	uint16_t column[OUTLINE_COLUMNS]; /* of headings, the outer first */
	uint16_t edge;     /* the column of the last division */
	uint16_t under;    /* the column of what stands under the last one .. */
	bool has_under;    /* .. if there was one */
	uint16_t last[ORDINAL_LETTER + 1]; /* the last number of each kind */
	uint8_t path[ORDINAL_DEPTH];       /* the last decimal of many */
};

/* How a heading is marked, or else why a block has its role. */
enum outline_mark {
	MARK_NOT,
	MARK_ATX,
	MARK_SETEXT,
	MARK_NUMBER,
	MARK_COLUMN,
	MARK_RULE,   /* the line under a heading */
	MARK_PAPER,  /* of no heading: what layout.c took in or out .. */
	MARK_THREAD, /* .. and what page_thread.c did */
	OUTLINE_MARKS
};

extern const char *const outline_mark_names[OUTLINE_MARKS];

struct page_block;

/*
 * Takes into the article what is marked as a heading right over a block of
 * it, and gives the line under a block that one's role; of n blocks. Depends
 * on nothing but the window, and on which roles are the article's.
 */
void outline_join(struct page_block *, const struct window *, size_t n);

/*
 * Gives the article's blocks that are marked as headings that role, and their
 * mark and level. The first n blocks of the window are decided.
 */
void outline_levels(struct outline *, struct page_block *,
    const struct window *, size_t n);

#endif
