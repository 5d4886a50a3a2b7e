/* SPDX-License-Identifier: ISC */
/*
 * warc - the header of a WARC record (ISO 28500), as WET files have it
 *
 * Header names in any case and order, lines in CR LF or LF. Spans point into
 * the bytes given.
 */
#ifndef WARC_H
#define WARC_H

#include "span.h"

#define WARC_HEADER_MOST ((size_t)64 * 1024) /* bytes of a header */

struct warc_header {
	bool conversion;        /* WARC-Type: conversion */
	struct span id;         /* WARC-Record-ID without < >; .p null: none */
	struct span url, date;  /* WARC-Target-URI, WARC-Date; likewise */
	size_t length;          /* Content-Length: bytes behind the header */
	size_t bytes;           /* of the header, its blank line included */
};

enum warc_result { WARC_HEADER, WARC_MORE, WARC_BAD };

/*
 * Reads the header at p. WARC_MORE: it does not end within n bytes, and n is
 * under WARC_HEADER_MOST. WARC_BAD: *reason says why it is none.
 */
enum warc_result warc_read(const char *p, size_t n, struct warc_header *,
    const char **reason);

/*
 * Where, from 1 on, the next record may begin: at a line with "WARC/". n if
 * nowhere; a beginning cut off by n counts as one.
 */
size_t warc_find(const char *p, size_t n);

#endif
