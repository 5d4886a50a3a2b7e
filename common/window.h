/* SPDX-License-Identifier: ISC */
/*
 * window - the part of a document that is decided at a time
 *
 * A document is worked on in windows of at most WINDOW_BYTES and
 * WINDOW_BLOCKS, scanned and cut into blocks, so that a text may be endless
 * and yet gives the same as the same text in a record. Of each window a tool
 * decides some blocks, at least one, and of the last window all; the rest
 * stands at the beginning of the next window.
 *
 * The window owns its scan and blocks and borrows the text, which stays where
 * it is until the next window_fill. Offsets are into the window's text;
 * window_offset makes those of the document of them.
 */
#ifndef WINDOW_H
#define WINDOW_H

#include "block.h"

#define WINDOW_BYTES ((size_t)1024 * 1024)
#define WINDOW_BLOCKS ((size_t)8192)

struct window {
	struct scan scan;         /* .text, .len: what is in the window */
	struct block_list blocks;
	bool last;                /* nothing of the document follows */
	bool crlf;                /* the document's lines end in CR LF */
	bool chars;               /* offsets count code points, not bytes */
	size_t base;              /* where the window starts: bytes .. */
	size_t blocks_before;     /* .. and blocks of the document */

	/* private */
	struct cutter cutter;
	size_t base_out;          /* `base` as window_offset gives it */
	size_t known_at, known_out; /* the last offset that was asked for */
	bool crlf_known;
};

/* An empty window is all zero. */
void window_begin(struct window *, enum block_mode, bool chars);
void window_fill(struct window *, const char *text, size_t len, bool last);
void window_end(struct window *);

/*
 * Drops the first n_blocks, which are decided. Returns how many bytes of the
 * text go with them: the next window_fill must start right behind these.
 */
size_t window_drop(struct window *, size_t n_blocks);

/* Where in the document, in bytes or code points, an offset is. */
size_t window_offset(struct window *, size_t at);

/* The document's line break. */
struct span window_line_break(const struct window *);

#endif
