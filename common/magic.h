/* SPDX-License-Identifier: ISC */
/*
 * magic - tells by its first bytes what is no text
 */
#ifndef MAGIC_H
#define MAGIC_H

#include <stdbool.h>
#include <stddef.h>

#define MAGIC_BYTES 64 /* as many bytes as there is any use for */

/* Why an input that begins so is not for us (compressed), or null. */
const char *magic_refusal(const char *p, size_t n);

/*
 * What to do with what begins as HTML does, or, where a plain text is
 * expected, as JSON Lines and WARC do; else null.
 */
const char *magic_advice(const char *p, size_t n, bool plain);

/* Whether by the first byte alone it is none of these; most text is so. */
bool magic_is_common(char first);

#endif
