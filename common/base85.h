/* SPDX-License-Identifier: ISC */
/*
 * base85 - 32-bit numbers as text, five characters each
 *
 * The digits of ZeroMQ's Z85 (RFC 32 of its own series), the highest first:
 * no space, quotation mark or backslash. Nothing here allocates or fails.
 */
#ifndef BASE85_H
#define BASE85_H

#include <stdint.h>

#include "span.h"

#define BASE85_BYTES 5 /* of a number */

/* Writes n numbers, BASE85_BYTES * n bytes. */
void base85_write(char *to, const uint32_t *, size_t n);

/* Reads a text of n numbers; false if it is not just that. */
bool base85_read(struct span, uint32_t *, size_t n);

#endif
