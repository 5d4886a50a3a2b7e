/* SPDX-License-Identifier: ISC */
/*
 * vicinity - reads a paragraph as far as its quotations need it
 *
 * Who said a quotation is told by the sentences around it. A long paragraph
 * with few quotations is not read in between: its tokens there are left out.
 */
#ifndef VICINITY_H
#define VICINITY_H

#include "sentence.h"

/*
 * sentence_read, but for what is not in the sentence of any quotation of
 * from..to. What is read is read as if all were: it begins and ends at stops
 * that end a sentence whatever stands around them. Where something is left
 * out stands a stop with a gap. With `leads`, what follows `to` is taken for a
 * quotation, too.
 */
void vicinity_read(struct sentences *, const struct sentence_text *,
    size_t from, size_t to, size_t *quote, bool leads);

/* The same of what was left out as the text from..to: the end of it. */
void vicinity_read_last(struct sentences *, const struct sentence_text *,
    size_t from, size_t to);

/* .. and the beginning. */
void vicinity_read_first(struct sentences *, const struct sentence_text *,
    size_t from, size_t to);

#endif
