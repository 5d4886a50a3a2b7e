/* SPDX-License-Identifier: ISC */
/*
 * attribution - who said a quotation, by the words around it
 *
 * The sentence is looked at first, then the paragraph, then the one before.
 * Only paragraphs that hold quotations are read at all.
 */
#ifndef ATTRIBUTION_H
#define ATTRIBUTION_H

#include "dialogue.h"
#include "hint.h"
#include "window.h"

/* Owns its arrays. An empty one is all zero. */
struct attributions {
	struct attribution *of; /* one for each of the quotations */
	size_t n, cap;

	/* private */
	struct sentences sentences;
	struct chunks chunks;
	size_t n_context; /* sentences' tokens before the paragraph's */
	struct dialogue dialogue;
	struct hints hints; /* for speech; made when first needed */
};

/* Forgets what was seen: a new document begins. */
void attribution_begin(struct attributions *);

/* Attributes the quotations of a window. */
void attribution_find(struct attributions *, const struct sentence_text *,
    const struct window *);

void attribution_end(struct attributions *);

#endif
