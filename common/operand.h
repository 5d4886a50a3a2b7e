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

void operands_end(struct operands *);

#endif
