/* SPDX-License-Identifier: ISC */
/*
 * json - one JSON object on a line: finds members, copies the rest
 *
 * A flat scan without recursion: nesting of any depth costs a bit a level.
 * It checks the grammar of RFC 8259, but lets control characters stand in
 * strings. Spans point into the line.
 */
#ifndef JSON_H
#define JSON_H

#include "buffer.h"

enum { JSON_TEXT, JSON_ID, JSON_MEMBER, JSON_KEYS };

/* What to look for: names of members, not escaped; null: nothing. */
struct json_keys {
	const char *name[JSON_KEYS];
};

struct json_record {
	/* Values as they stand, strings with their quotes; .p null: none.
	   Of a member that comes twice (JSON_MEMBER only), the last. */
	struct span value[JSON_KEYS];
	size_t end; /* where a new member goes: behind the last one */
};

/* Memory that is used again from line to line; all zero at first. */
struct json_scanner {
	struct buffer nesting; /* one bit a level: set for an object */
	struct buffer key;     /* a key without its escapes */
};

/*
 * Scans a line. Returns null, or why it is a bad record: not an object, text
 * missing or no string, text or id twice.
 */
const char *json_scan(struct json_scanner *, struct span line,
    const struct json_keys *, struct json_record *);

/*
 * Adds the names of the line's members as they stand there, quotes included,
 * with ", " between, as far as the line is an object; ".." where there are
 * more than JSON_NAMES.
 */
enum { JSON_NAMES = 12 };
void json_add_names(struct json_scanner *, struct span line, struct buffer *);

void json_end(struct json_scanner *);

#endif
