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
 */
#ifndef RECORD_H
#define RECORD_H

#include "filter.h"

/* Adds to the document's text. */
void record_text(struct filter *, struct span);

/* Ends the document. */
void record_end(struct filter *);

#endif
