/* SPDX-License-Identifier: ISC */
/*
 * section - groups labelled blocks into sections that tile the document
 *
 * A section is blocks on end of one role under one heading. It runs to the
 * next one's first byte; the first begins at 0. A heading opens a section,
 * which takes the role of what follows it; the heading is remembered, and
 * said again after an interruption. A section of SECTION_BYTES or more ends at
 * the next block, so that memory is bounded.
 *
 * What is here is the section that is open. It owns its buffers, which last
 * from window to window.
 */
#ifndef SECTION_H
#define SECTION_H

#include "buffer.h"
#include "page.h"

#define SECTION_BYTES WINDOW_BYTES

struct section {
	bool open;
	bool pending;         /* nothing but its heading so far */
	uint8_t role;         /* enum model_role */
	unsigned level;       /* of the heading; 0: the text shows none */
	size_t number;        /* of it in the document, from 0 */
	size_t start, body_start, end; /* in the document, as offsets go */
	struct buffer heading; /* empty: none */
	struct buffer text;    /* its bytes, if section_begin asked for them */

	/* private */
	bool with_text;
	size_t n;                 /* sections of the document so far */
	size_t bytes;             /* of this one, so far */
	size_t taken;             /* of the window: up to here it is in text */
	struct buffer article, tail; /* the headings that stand */
	unsigned article_level;
	uint8_t tail_role;
};

/* An unused section is all zero. */
void section_begin(struct section *, bool with_text);
void section_end(struct section *);

/* Forgets the document before; the section to come is its first. */
void section_document(struct section *);

/*
 * Whether block i of the window begins a new section. If so, and one is open,
 * that must be closed and written first.
 */
bool section_breaks(const struct section *, const struct page *,
    const struct window *, size_t i);

/* Closes the open one before byte `at` of the window. */
void section_close(struct section *, struct window *, size_t at);

/* Takes in block i of the window, which begins a section or goes on. */
void section_add(struct section *, const struct page *, struct window *,
    size_t i);

/* Makes one section of a document without blocks. */
void section_blank(struct section *);

/* Takes what is left of the window's first `at` bytes, which are decided. */
void section_leave(struct section *, const struct window *, size_t at);

#endif
