/* SPDX-License-Identifier: ISC */
/*
 * input - buffered reading of an operand or standard input
 *
 * Owns its buffer and descriptor. The bytes from p are borrowed until the
 * next input_fill or input_close.
 */
#ifndef INPUT_H
#define INPUT_H

#include "span.h"

struct input {
	int fd;           /* -1: none */
	const char *name; /* the operand, "-" for standard input; borrowed */
	const char *p;    /* bytes read and not yet taken .. */
	size_t n;         /* .. and how many */
	bool eof;         /* nothing comes after these */
	int error;        /* errno of a read that failed */
	size_t bytes;     /* read so far */

	/* private */
	char *buf;
	size_t cap;
};

/* Opens the operand; 0 or an errno value. An unused input is all zero. */
int input_open(struct input *, const char *name);

/*
 * Reads until `want` bytes are there or the input ends or fails; with `want`
 * at most n, reads nothing. Returns n.
 */
size_t input_fill(struct input *, size_t want);

/* Passes over the first bytes, at most n. */
static inline void
input_take(struct input *in, size_t bytes)
{
	in->p += bytes;
	in->n -= bytes;
}

/* Closes; the buffer stays for the next input_open. */
void input_close(struct input *);

/* Closes and frees all. */
void input_end(struct input *);

#endif
