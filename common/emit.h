/* SPDX-License-Identifier: ISC */
/*
 * emit - the key lines of blocks: what the parts of an input have to tell each
 * other, so that together they drop what one process would
 *
 * repeat calls it for each block in place of its tables.
 */
#ifndef EMIT_H
#define EMIT_H

#include "key_line.h"
#include "repeat.h"

#define EMIT_NEAR 3 /* of a block's keys in the near tier go out */

struct emit {
	struct output *out;  /* borrowed; set anew for each document */
	struct position at;  /* part and document; .start is not used */
	const bool *tier;    /* which are looked at; borrowed */
	const char *reason;  /* why a position can't be written; null: can */
};

/* The next document begins; to `out` go its lines. */
void emit_document(struct emit *, struct output *out, uint64_t number);

/* A block that is met; it has words. */
void emit_block(struct emit *, const struct newcomer *, uint64_t start);

/* The same block, which the near tier looks at. */
void emit_near(struct emit *, const struct near_block *,
    const struct newcomer *, uint64_t start);

/*
 * A part of a crumb that starts there: the part's number and fingerprint, and
 * the start of the last block that was met before it is decided.
 */
void emit_part(struct emit *, uint64_t start, uint32_t number,
    uint64_t fingerprint, uint64_t last);

#endif
