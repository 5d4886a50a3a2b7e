/* SPDX-License-Identifier: ISC */
/*
 * json_string - JSON strings to text and back
 *
 * Neither fails; out of memory ends the program.
 */
#ifndef JSON_STRING_H
#define JSON_STRING_H

#include "buffer.h"

/*
 * Passes a string from behind its first quote on: returns what is behind the
 * last one, or null if there is none, or an escape that is none of RFC 8259's.
 */
const char *json_string_skip(const char *p, const char *end);

/*
 * The text of a string value, quotes given: without escapes, valid UTF-8
 * (U+FFFD for each bad part and lone surrogate). Borrowed from the line where
 * nothing changes, else from `to`, which it replaces. The string is valid.
 */
struct span json_string_decode(struct span value, struct buffer *to);

/* Adds text as a JSON string, quotes around it. */
void json_string_encode(struct buffer *, struct span text);

#endif
