/* SPDX-License-Identifier: ISC */
/*
 * drops - what --reduce found out of the blocks of one part: --apply
 *
 *	drops_begin(&d, part);
 *	drops_load(&d, path, &line) ..
 *	drops_ready(&d);
 *	drops_document(&d, number);
 *	known = drops_meet(&d, start, oldest) ..
 *	drops_close(&d);
 *	drops_end(&d);
 *
 * Drops may come in any order, in any number of files; those of other parts
 * are passed over. DROPS_MOST are held in memory, 40 bytes each; if there are
 * more, all go to a temporary file, sorted in runs, and are merged from it.
 * Blocks are asked for in the order of the input. Out of memory ends the
 * program.
 */
#ifndef DROPS_H
#define DROPS_H

#include "drop.h"
#include "spill.h"

#define DROPS_MOST ((size_t)1 << 18)

/* What is known of a block. */
struct known {
	bool exact, teaser;
	struct position same, whole; /* what it repeats, what it begins */
	struct drop alike; /* what it is most like; .type 0: nothing */
};

struct drop_run {
	uint64_t at, end;  /* what is still in the file */
	struct drop *drop; /* a piece of it */
	size_t n, next;
};

struct drops {
	const char *reason;     /* why it can't go on, null: it can */
	struct position astray; /* .. and which drop it is that fits no block */

	/* private */
	uint32_t part, doc;
	size_t most;             /* in memory */
	struct drop *drop;       /* sorted in the end */
	size_t n, cap, next;
	struct spill spill;
	struct drop_run *run;    /* a heap by their next drops; or none */
	size_t n_runs, cap_runs;
	struct drop head;        /* the next one, if `any` */
	bool any;
	struct known known;      /* of the block met */
	struct drop *crumb;      /* of the latest blocks, first to last */
	size_t n_crumbs, next_crumb, cap_crumbs;
};

void drops_begin(struct drops *, uint32_t part);

/*
 * Adds the drops of a file. Null, or why it can't be used, and *line is then
 * the line that is wrong, or 0.
 */
const char *drops_load(struct drops *, const char *path, size_t *line);

/* All are there. The following set drops->reason where they fail. */
void drops_ready(struct drops *);
void drops_document(struct drops *, uint64_t number);

/*
 * What is known of a block of the document, until the next is met. Crumbs that
 * start before `oldest` will not be asked for any more.
 */
const struct known *drops_meet(struct drops *, uint64_t start,
    uint64_t oldest);

/*
 * Whether a part of a crumb that was met, and starts there, is a title, and
 * where the first is. Crumbs are asked for in the order of the input, too.
 */
bool drops_part(struct drops *, uint64_t start, uint32_t number,
    struct position *match);

/* The part and the document; .start is 0. */
static inline struct position
drops_here(const struct drops *d)
{
	return (struct position) { d->part, d->doc, 0 };
}

/* No more blocks come: no drop may be left. */
void drops_close(struct drops *);

void drops_end(struct drops *);

#endif
