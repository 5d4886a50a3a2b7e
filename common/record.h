/* SPDX-License-Identifier: ISC */
/*
 * record - how a document's output is put down in each format
 *
 * filter's other half: text goes out as it comes; for JSON Lines it is
 * gathered, and a record written at the end of the document.
 *
 *	to     text kept                  rows
 *	text   as it comes                TSV, as they come
 *	null   as it comes, then NUL      TSV, then NUL
 *	jsonl  a record with the text     a record with the member added
 *
 * Rows of --annotate are instead, on a terminal, notes in the text's margin.
 */
#ifndef RECORD_H
#define RECORD_H

#include "filter.h"

/* Turns to another output: how rows look depends on where they go. */
void record_open(struct filter *, struct output *);

/* Begins the document. */
void record_begin(struct filter *);

/* Writes a block, with what goes between it and the one before. */
void record_keep(struct filter *, const struct block *);

/* Takes note of the blank lines before the window's first n blocks. */
void record_gaps(struct filter *, size_t n);

/* Ends the document. */
void record_end(struct filter *);

/* Puts a bad record where --on-error and --rejects send it. */
void record_bad(struct filter *);

#endif
