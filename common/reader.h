/* SPDX-License-Identifier: ISC */
/*
 * reader - operands, and the documents in them, in every format
 *
 * A record (NUL, JSON Lines, WET) is held whole; a text is streamed. All
 * bytes are borrowed from the reader until its next call.
 */
#ifndef READER_H
#define READER_H

#include "input.h"
#include "json.h"
#include "option.h"

enum reading {
	READING_DOCUMENT, /* there is one */
	READING_BAD,      /* a bad record: doc->reason, doc->raw */
	READING_NEXT,     /* the operand is through */
	READING_FAILED    /* it can't be read (on): reader->error */
};

struct document {
	size_t number;      /* of the document in the run, from 1 */
	size_t record;      /* of the record (JSON: line) in the file, from 1 */
	struct span name;   /* record's id, operand, or number */
	struct span text;   /* of a stream: what is there of it now */
	bool streamed;      /* text may grow: reader_more */
	bool whole;         /* text ends where the document ends */
	struct span raw;    /* the record as it came */
	struct json_record json;
	struct span id, url, date; /* WET; absent where .p is null */
	const char *reason; /* why a record is bad */
};
