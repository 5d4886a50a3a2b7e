/* SPDX-License-Identifier: ISC */
/*
 * output - buffered writing to a file descriptor
 *
 * The first failure is kept in `error` (an errno value) and ends all writing;
 * nothing after it reaches the file. Who owns the output asks for `error` or
 * the result of output_close, and says so.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "span.h"

struct output {
	int fd;       /* -1: none */
	int error;
	size_t bytes; /* taken since output_begin */

	/* private */
	char *buf;
	size_t n, cap;
};

/* Starts on fd, which the output then owns. */
void output_begin(struct output *, int fd);
void output_write_long(struct output *, const char *p, size_t n);
void output_string(struct output *, const char *);

static inline void
output_write(struct output *o, const char *p, size_t n)
{
	if (n >= o->cap - o->n) {
		output_write_long(o, p, n);
		return;
	}
	if (n > 0)
		memcpy(o->buf + o->n, p, n);
	o->n += n;
	o->bytes += n;
}

static inline void
output_span(struct output *o, struct span s)
{
	output_write(o, s.p, s.n);
}

/* Hands all that is buffered to the system. */
void output_flush(struct output *);

/* Flushes and closes; 0 or the first error. Frees the buffer. */
int output_close(struct output *);

/*
 * A file that is replaced whole or not at all: written aside in the same
 * directory, and renamed by output_commit. It must stay where it is until
 * output_commit or output_abandon; a program that exits before, as for want
 * of memory, leaves nothing aside.
 */
struct output_file {
	struct output out;
	char *path, *aside; /* owned */

	/* private */
	struct output_file *next; /* of those that are being written */
};

/*
 * Begins to write `path` anew, or returns an errno value. With `synced`,
 * output_commit waits until the bytes are on the disk.
 */
int output_create(struct output_file *, const char *path);
int output_commit(struct output_file *, bool synced);

/* Gives up: path is left as it was. */
void output_abandon(struct output_file *);

/* Makes the directories on the way to path; 0 or an errno value. */
int output_make_dirs(const char *path);

#endif
