/* SPDX-License-Identifier: ISC */
/*
 * term_mark - what a mark tells about the words around it
 */
#ifndef TERM_MARK_H
#define TERM_MARK_H

#include <stdint.h>

enum {
	MARK_WITHIN = 1,  /* it may be in a path, address, identifier .. */
	MARK_JOINS = 2,   /* .. and makes one of the words */
	MARK_LEADS = 4,   /* a word behind it is one of these by itself */
	MARK_PROGRAM = 8, /* programs are full of it .. */
	MARK_CALL = 16,   /* .. and of it directly behind a word */
	MARK_ON = 32,     /* a sentence goes on behind it, or a space */

	/* No mark, but looked for in the same way. */
	MARK_S = 64       /* an owner's: "Holm's" */
};

extern const uint8_t term_marks[128];

/* Of a byte. */
static inline unsigned
term_mark(char c)
{
	return (c & 0x80) == 0 ? term_marks[(unsigned char)c] : 0;
}

#endif
