/* SPDX-License-Identifier: ISC */
/*
 * block - cuts a scanned text into its blocks
 *
 * A blank line ends a block. What lies between blank lines is a run of lines:
 * one block where it is hard-wrapped, else a block a line (BLOCKS_AUTO).
 * The blocks depend on the text alone, not on how it comes: a run is judged
 * at most BLOCK_LINES lines and BLOCK_BYTES bytes at a time, and a longer
 * line is cut, behind a space where there is one.
 *
 * Offsets are into the scanned text. A block is whole lines, white space
 * and inner line breaks included, without its last line break.
 */
#ifndef BLOCK_H
#define BLOCK_H

#include "scan.h"

#define BLOCK_LINES 1000
#define BLOCK_BYTES ((size_t)256 * 1024)

enum {
	WRAP_LEAST = 40, /* code points: a hard-wrapped run is no narrower */
	WRAP_MOST = 120  /* .. and no wider */
};

enum block_mode { BLOCKS_AUTO, BLOCKS_PARA, BLOCKS_LINE };

struct block {
	size_t start, end;
	bool gap;   /* a blank line stands before it */
	bool joined; /* goes on with a line that was cut: no break before it */
};

struct block_list {
	struct block *block; /* owned */
	size_t n, cap;
};

/* Where cutting stands in a text. */
struct cutter {
	enum block_mode mode;
	size_t at;   /* the first byte that is in no block yet */
	bool gap;    /* a blank line was just passed */
	bool joined; /* `at` is inside a line */
};

/*
 * Appends the blocks from cutter->at on that are complete: all of them where
 * the text is the document's `last`, else as far as more text could not change
 * them. Stops when the list holds `most` blocks, or may not hold the next run.
 */
void block_cut(struct cutter *, const struct scan *, bool last,
    struct block_list *, size_t most);

/* Whether the byte is white space of ASCII, or NUL. */
static inline bool
block_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

/* Bytes without the white space at both ends. */
struct span block_trimmed(struct span);

/* The block's bytes without the white space at both ends. */
struct span block_trim(const struct scan *, const struct block *);

#endif
