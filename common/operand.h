/* SPDX-License-Identifier: ISC */
/*
 * operand - the names of the files to read: from the command line, from a
 * list that ends each in NUL, or standard input where there are none
 */
#ifndef OPERAND_H
#define OPERAND_H

#include "buffer.h"
#include "input.h"

struct operands {
	char **argv;             /* borrowed */
	size_t n, next;
	struct input list;       /* of --files0-from; .name null: none */
	struct buffer name;      /* the one from the list */
	bool keep;               /* the list's names for operands_rewind */

	/* private */
	struct buffer kept;      /* each with a NUL behind it */
	size_t at;               /* in `kept` */
	bool again;              /* the list comes from there */
};

enum operand_result {
	OPERAND_NAME,   /* *name, borrowed until the next call */
	OPERAND_EMPTY,  /* a name without a byte in the list */
	OPERAND_END,
	OPERAND_FAILED  /* the list can't be read: list.error */
};

void operands_begin(struct operands *, char **argv, size_t n,
    const char *files0_from);
enum operand_result operands_next(struct operands *, const char **name);

/* From the beginning; a list's names must have been kept. */
void operands_rewind(struct operands *);

void operands_end(struct operands *);

#endif
