/* SPDX-License-Identifier: ISC */
/*
 * filter - the frame that every tool runs in: documents in, documents out
 *
 *	filter_begin(&f, &common, &product);
 *	while (filter_document(&f))
 *		while ((w = filter_window(&f)) != NULL) {
 *			... filter_keep(&f, &w->blocks.block[i]) ...
 *			filter_decided(&f, n);
 *		}
 *	return filter_end(&f);
 *
 * The filter opens the operands, frames the documents of every format, deals
 * with bad records, and writes what the tool decides in the format asked for.
 * It owns all its parts. What makes going on impossible (standard input that
 * can't be read, output that can't be written, a bad record that is not to be
 * passed over) is complained of; then filter_document and filter_window return
 * nothing more, and filter_end returns 2.
 */
#ifndef FILTER_H
#define FILTER_H

#include <sys/types.h>

#include "margin.h"
#include "operand.h"
#include "option.h"
#include "output.h"
#include "progress.h"
#include "reader.h"
#include "rows.h"
#include "window.h"

/* What a tool makes of a document. */
enum product_kind {
	PRODUCT_TEXT, /* the blocks that it keeps: filter_keep */
	PRODUCT_ROWS, /* rows, in f->rows */
	PRODUCT_LINES /* lines of the tool's own, to f->rows.out */
};

struct product {
	enum product_kind kind;
	const char *member;         /* rows: their member in JSON Lines */
	const char *const *columns; /* rows: names in TSV; the last null */
	const char *removed;        /* a file for rows of what is dropped */
	bool eager;                 /* any windows will do, small ones */
	bool twice;                 /* rehearse first: filter_rewind */
	bool whole;                 /* survey each document: filter_again */
	bool drop_empty;            /* leave out what nothing is kept of */
	bool makes_files;           /* the tool does, by itself */
};

/* For --stats. */
struct filter_counts {
	size_t documents, blocks, bad;
	size_t failed;    /* operands */
	size_t bytes_out; /* written to files under --output-dir */
};

struct filter {
	const struct common *common;
	const struct product *product;
	enum format to;          /* what is written */
	struct document doc;     /* the current one */
	struct window window;
	struct rows rows;        /* of the current document */
	struct rows removed;     /* TSV rows for --removed; .out null: none */
	bool drop_record;        /* set by the tool: leave this record out */
	struct span prefix;      /* set by the tool: before a block kept */
	int status;              /* what filter_end will return, so far */

	/* private */
	struct reader reader;
	struct output std;       /* standard output */
	struct output rejects_out, removed_out;
	struct output_file file; /* of --output-dir */
	struct output *out;      /* the one in use */
	struct buffer kept;      /* the text kept, where it can't go out yet */
	struct buffer line;      /* a record being written */
	struct margin margin;
	struct operands operands;
	struct progress progress;
	const char *operand;     /* the one that is open; null: none */
	size_t taken;            /* bytes of doc.text before the window */
	size_t shown;            /* bytes of a stream that a window had */
	size_t n_presented;      /* blocks in the window that were shown */
	size_t kept_end;         /* where in it the one kept last ends */
	size_t n_seen;           /* blocks of the window with `gap` looked at */
	bool in_document;        /* filter_window has more to give, or to end */
	bool decided;            /* all of the document is */
	bool any_kept;           /* of this document */
	bool any_out;            /* a document before has output in this file */
	bool gap;                /* a blank line since the block kept last */
	bool stopped;            /* nothing more can be done */
	bool rehearsal;          /* the first of two passes */
	bool survey;             /* the first of two walks of a document */
	off_t stdin_at;          /* where standard input began; -1: a pipe */
	struct filter_counts counts;
};

/*
 * Opens what is written to; from here on the program is in a sandbox
 * (sandbox.h).
 */
void filter_begin(struct filter *, const struct common *,
    const struct product *);

/* Moves on to the next document; false after the last one. */
bool filter_document(struct filter *);

/*
 * The next window of the document, or null when all of it is decided. It has
 * at least one block, or is the last one, and then it may have none. The tool
 * must follow each by filter_decided.
 */
struct window *filter_window(struct filter *);

/* Says that the first n_blocks of the window are decided, all of the last. */
void filter_decided(struct filter *, size_t n_blocks);

/* Writes a block of the window; blocks must come in their order. */
void filter_keep(struct filter *, const struct block *);

/*
 * product.twice: all documents come two times. The first is a rehearsal, which
 * writes nothing and says nothing; when filter_document returns false, this
 * begins the second one. False, with a complaint, where input can't be read
 * twice.
 */
bool filter_rewind(struct filter *);

/*
 * product.whole: all windows of a document come two times, the first as a
 * survey, which writes nothing; when filter_window returns null, this begins
 * the second walk, of the same blocks, not necessarily in the same windows.
 * Texts are then held whole as records are. A rehearsal has no survey.
 */
void filter_again(struct filter *);

/* Writes what is left, frees all, returns the program's status. */
int filter_end(struct filter *);

#endif
