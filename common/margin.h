/* SPDX-License-Identifier: ISC */
/*
 * margin - annotated rows as a person reads them: the page as text, and in its
 * margin what each block was taken for, and why
 *
 *	  nav before whole.nav - Home > Region > Harbour
 *	                       |
 *	title content down.1   | Ferry to Skarvey will run all winter
 *
 * Rows become notes on the bytes that their field `text` has in the window;
 * when the window's blocks are decided, these are shown with the notes on
 * them. What no kept row covers is dim, and has a - at its left where it is
 * dropped. Each line is whole by itself, for less -R. Text that would steer
 * the terminal is written as \xHH.
 */
#ifndef MARGIN_H
#define MARGIN_H

#include "buffer.h"
#include "fill.h"
#include "window.h"

struct margin_note {
	struct span text; /* what it is about; borrowed */
	size_t words;     /* what it says: where in margin.words .. */
	size_t label, n;  /* .. and how many bytes, of the label and in all */
	bool kept;
};

enum margin_style { MARGIN_PLAIN, MARGIN_BOLD, MARGIN_DIM };

/* An empty one is all zero. */
struct margin {
	struct output *out; /* borrowed */
	bool on, coloured;

	/* private */
	enum margin_style style;   /* what the terminal was told last */
	size_t side, columns;      /* of the margin, of the text */
	struct buffer words;       /* of all notes */
	struct margin_note *note;  /* owned */
	size_t n, cap;
	size_t n_beside, n_over;   /* notes begun: in the margin, on the text */
	size_t beside_line;        /* how much of the last one was shown */
	size_t kept_to;            /* bytes of the document that notes keep */
	struct fill fill, beside;  /* lines of a block, of a note */
	struct span doc;           /* the document's name, borrowed */
	bool alone;                /* there is no other: no heading */
	bool any, any_out;         /* blocks shown: of the document, of all */
};

void margin_begin(struct margin *, bool coloured);

/* A document begins; its name is its heading, if it is not alone. */
void margin_document(struct margin *, struct span doc, bool alone);

/*
 * A row begins; then come its fields, in their order. `text` must be bytes of
 * the window, the others are copied.
 */
void margin_note(struct margin *);
void margin_field(struct margin *, const char *name, struct span value);

/* Shows the first n blocks of the window; their notes are used up. */
void margin_show(struct margin *, const struct window *, size_t n_blocks);

void margin_end(struct margin *);

#endif
