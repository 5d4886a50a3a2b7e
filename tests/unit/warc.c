/* SPDX-License-Identifier: ISC */
/* warc: headers by name, in any case and order, and where they end. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"
#include "warc.h"

/* Reads a copy on the heap, so that ASan sees what reads over the end. */
static enum warc_result
read_copy(const char *text, size_t n, struct warc_header *h, char **copy,
    const char **reason)
{
	*copy = malloc(n == 0 ? 1 : n);
	assert(*copy != NULL);
	memcpy(*copy, text, n);
	return warc_read(*copy, n, h, reason);
}

static bool
is(struct span s, const char *want)
{
	return want == NULL ? s.p == NULL
	                    : s.p != NULL && span_equal(s, span_of(want));
}

static void
expect(const char *text, bool conversion, const char *id, const char *url,
    const char *date, size_t length)
{
	struct warc_header h;
	const char *reason;
	char *copy;

	assert(read_copy(text, strlen(text), &h, &copy, &reason)
	    == WARC_HEADER);
	assert(h.conversion == conversion && h.length == length);
	assert(is(h.id, id) && is(h.url, url) && is(h.date, date));
	assert(strcmp(text + h.bytes, "BODY") == 0);
	free(copy);
}

static void
test_good(void)
{
	expect("WARC/1.0\r\nWARC-Type: conversion\r\n"
	       "WARC-Target-URI: https://town.example/a\r\n"
	       "WARC-Date: 2024-05-06T07:08:09Z\r\n"
	       "WARC-Record-ID: <urn:uuid:12>\r\n"
	       "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\nBODY",
	    true, "urn:uuid:12", "https://town.example/a",
	    "2024-05-06T07:08:09Z", 4);
	expect("WARC/1.1\ncontent-length:0012\nWARC-RECORD-ID:urn:x\n"
	       "warc-type:\tCONVERSION \n\nBODY",
	    true, "urn:x", NULL, NULL, 12);
	expect("WARC/1.0\r\nWarc-Type: warcinfo\nContent-Length: 0\n\r\nBODY",
	    false, NULL, NULL, NULL, 0);
	expect("WARC/1.0\nno colon here\nContent-Length: 3\n"
	       "X-WARC-Type: conversion\nWARC-Date:\n\nBODY",
	    false, NULL, NULL, "", 3);
	expect("WARC/1.0\nWARC-Type: conversion\n"
	       "WARC-Target-URI: <http://a.example/?q=a:b>\n"
	       "Content-Length: 4611686018427387904\n\nBODY",
	    true, NULL, "http://a.example/?q=a:b", NULL,
	    4611686018427387904u);
	expect("WARC/1.0\nContent-Length: 5\n \t\r\nBODY", false, NULL, NULL,
	    NULL, 5);
}

static void
expect_bad(const char *text, const char *want)
{
	struct warc_header h;
	const char *reason;
	char *copy;

	assert(read_copy(text, strlen(text), &h, &copy, &reason) == WARC_BAD);
	if (strcmp(reason, want) != 0)
		fprintf(stderr, "%s: %s\n", text, reason);
	assert(strcmp(reason, want) == 0);
	free(copy);
}

static void
test_bad(void)
{
	static const char number[] = "Content-Length is no number";
	static const char none[] = "no Content-Length";

	expect_bad("GARBAGE\n\n", "not a WARC record");
	expect_bad("WARD/1.0\n\n", "not a WARC record");
	expect_bad("X", "not a WARC record");
	expect_bad("WARC/1.0\n\n", none);
	expect_bad("WARC/1.0\nContent-Lengths: 3\n\n", none);
	expect_bad("WARC/1.0\nContent-Length:\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: -1\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: +1\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: 1x\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: 1 2\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: 0x10\n\n", number);
	expect_bad("WARC/1.0\nContent-Length: 99999999999999999999\n\n",
	    number);
	expect_bad("WARC/1.0\nContent-Length: 18446744073709551616\n\n",
	    number);
}

/* Cut off anywhere, a header says that there must be more. */
static void
test_more(void)
{
	static const char text[] = "WARC/1.0\r\nWARC-Type: conversion\r\n"
	                           "Content-Length: 4\r\n\r\n";
	struct warc_header h;
	const char *reason;
	char *copy;
	size_t n;

	for (n = 1; n < sizeof text; n++) {
		assert(read_copy(text, n, &h, &copy, &reason)
		    == (n < sizeof text - 1 ? WARC_MORE : WARC_HEADER));
		free(copy);
	}
}

/* A header of that many bytes, its blank line included. */
static enum warc_result
read_header_of(size_t bytes, size_t given, size_t behind)
{
	static const char rest[] = "\nContent-Length: 4\n\n";
	struct buffer b = { 0 };
	struct warc_header h;
	enum warc_result result;
	const char *reason;

	buffer_string(&b, "WARC/1.0\nX: ");
	while (b.n < bytes - (sizeof rest - 1))
		buffer_add(&b, "x", 1);
	buffer_string(&b, rest);
	while (b.n < bytes + behind)
		buffer_add(&b, "y", 1);
	result = warc_read(b.p, given, &h, &reason);
	assert(result != WARC_BAD
	    || strcmp(reason, "WARC header without end") == 0);
	assert(result != WARC_HEADER || h.bytes == bytes);
	buffer_end(&b);
	return result;
}

/* Whether a header is too long does not depend on how much was read. */
static void
test_without_end(void)
{
	size_t most = WARC_HEADER_MOST;

	assert(read_header_of(most, most, 0) == WARC_HEADER);
	assert(read_header_of(most, most - 1, 0) == WARC_MORE);
	assert(read_header_of(most, most + 500, 500) == WARC_HEADER);
	assert(read_header_of(most + 1, most, 0) == WARC_BAD);
	assert(read_header_of(most + 1, most + 1, 0) == WARC_BAD);
	assert(read_header_of(2 * most, 2 * most, 0) == WARC_BAD);
	assert(read_header_of(2 * most, 3 * most, most) == WARC_BAD);
}

static void
test_find(void)
{
	static const char text[] = "WARC/1.0\nWARC\nWARX/\n WARC/\nWARC/1.0";
	size_t n;

	assert(warc_find(text, sizeof text - 1) == 27);
	for (n = 28; n < sizeof text; n++)
		assert(warc_find(text, n) == 27);
	assert(warc_find(text, 26) == 26);
	assert(warc_find(text, 11) == 9); /* "WA": may become one */
	assert(warc_find(text, 15) == 14);
	assert(warc_find("WARC/1.0", 8) == 8);
	assert(warc_find("a\n", 2) == 2);
	assert(warc_find("a", 1) == 1);
}

int
main(void)
{
	test_good();
	test_bad();
	test_more();
	test_without_end();
	test_find();
	return 0;
}
