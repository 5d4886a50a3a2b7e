/* SPDX-License-Identifier: ISC */
/*
 * magic - tells by its first bytes what is no text
 */
#ifndef MAGIC_H
#define MAGIC_H

#include <stdbool.h>
#include <stddef.h>

#define MAGIC_BYTES 64 /* as many bytes as there is any use for */

#define MAGIC_HTML_ADVICE \
	"this looks like HTML: make text of it first, by lynx -dump, " \
	"w3m -dump or trafilatura"

/* Why an input that begins so is not for us (compressed), or null. */
const char *magic_refusal(const char *p, size_t n);

/* Whether it begins as HTML does. */
bool magic_is_html(const char *p, size_t n);

/* Whether by the first byte alone it is neither; most text is so. */
bool magic_is_common(char first);

#endif
