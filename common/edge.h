/* SPDX-License-Identifier: ISC */
/*
 * edge - where the words of a quotation begin and end inside its marks, and
 * whether its sentence ends with it
 */
#ifndef EDGE_H
#define EDGE_H

#include "scan.h"

/* Behind the white space at a byte, no-break spaces too, `to` at most. */
size_t edge_skip(const struct scan *, size_t at, size_t to);

/* Before the white space that ends at a byte, `from` at least. */
size_t edge_skip_back(const struct scan *, size_t from, size_t at);

/* Leaves white space off at both ends, and marks of emphasis around all. */
void edge_trim(const struct scan *, size_t *start, size_t *end);

/* Whether at..end holds nothing but marks and white space. */
bool edge_is_empty(const struct scan *, size_t at, size_t end);

/* Whether a dash, or a hyphen, stands at a byte before `to`. */
bool edge_is_dash(const struct scan *, size_t at, size_t to);

/*
 * Whether a quotation, whose words end at `end` and whose mark at `close`, ends
 * its sentence: it has a full stop of its own, and no words of the sentence
 * follow before `to`.
 */
bool edge_ends_sentence(const struct scan *, size_t end, size_t close,
    size_t to);

#endif
