/* SPDX-License-Identifier: ISC */
/*
 * spill - a temporary file without a name: what does not go into memory
 *
 * Made in TMPDIR, or /tmp, when first written to; gone when closed, however
 * the program ends. An empty one is all zero.
 */
#ifndef SPILL_H
#define SPILL_H

#include <stdbool.h>
#include <stdint.h>

struct spill {
	int error;      /* the first failure, an errno value */
	uint64_t bytes; /* that are in it */

	/* private */
	int fd;         /* where `made` */
	bool made;
};

/* Puts n bytes behind the others; false where spill->error is set. */
bool spill_write(struct spill *, const void *, size_t n);

/* Reads n bytes that were written, from `at` on; likewise. */
bool spill_read(struct spill *, uint64_t at, void *, size_t n);

/* Empties it; the file stays for what comes. */
void spill_clear(struct spill *);

void spill_end(struct spill *);

#endif
