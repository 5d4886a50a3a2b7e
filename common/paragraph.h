/* SPDX-License-Identifier: ISC */
/*
 * paragraph - the tokens of a paragraph with quotations, and of what belongs to
 * it: the block before that leads to it, a signature behind it
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "vicinity.h"
#include "window.h"

/* Owns its array. An empty one is all zero. */
struct paragraph {
	struct sentences sentences;
	size_t n_context; /* tokens of the block before */
};

/*
 * Reads the paragraph that quotation i begins, as vicinity_read does; the
 * index of the first one behind it.
 */
size_t paragraph_read(struct paragraph *, const struct sentence_text *,
    size_t i, const struct window *);

void paragraph_end(struct paragraph *);

#endif
