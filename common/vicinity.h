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
 * Sentences that are read around a quotation, its own one counted: as many as
 * attribution looks at, which must not look further: the one before and the
 * one behind.
 */
enum {
	VICINITY_BEFORE = 2,
	VICINITY_AFTER = 2
};

/*
 * sentence_read, but for what stands further from all quotations of from..to
 * than VICINITY_BEFORE and VICINITY_AFTER. What is read is read as if all
 * were: it begins and ends at stops that end a sentence whatever stands around
 * them. With `leads`, what follows `to` is taken for a quotation, too.
 */
void vicinity_read(struct sentences *, const struct sentence_text *,
    size_t from, size_t to, size_t *quote, bool leads);

#endif
