/* SPDX-License-Identifier: ISC */
/*
 * rows - machine output: TSV rows, or the objects of a member of JSON Lines
 *
 *	rows_begin(r);
 *	rows_offset(r, "start", ROWS_BOTH, 12);
 *	rows_text(r, "role", ROWS_BOTH, span_of("body"));
 *	rows_end(r);
 *
 * A row begins with the document's name (TSV only). Fields come in the order
 * of the columns. In TSV \ tab newline and CR are escaped as \\ \t \n \r; in
 * JSON a text is written as valid UTF-8, one U+FFFD for each bad part. Where
 * there is a margin, rows are notes in it instead (margin.h).
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>

#include "buffer.h"
#include "output.h"

struct margin;

enum rows_where { ROWS_BOTH, ROWS_TSV, ROWS_JSON };

struct rows {
	struct output *out; /* borrowed: where TSV rows go .. */
	struct buffer json; /* .. or, where out is null, objects and commas */
	struct margin *margin; /* borrowed, or null */
	struct span doc;    /* the document's name, borrowed */
	bool shown;         /* TSV goes to a terminal: see terminal.h */

	/* private */
	bool first;
};

void rows_begin(struct rows *);
void rows_end(struct rows *);

/* A whole number: an offset, a count. */
void rows_number(struct rows *, const char *name, enum rows_where, size_t);

/* A text; in JSON left out where it has no bytes. */
void rows_text(struct rows *, const char *name, enum rows_where, struct span);

/* A score, with two decimals. */
void rows_score(struct rows *, const char *name, enum rows_where, double);

/* A line of column names, for --header. */
void rows_header(struct output *, const char *const *columns);

#endif
