/* SPDX-License-Identifier: ISC */
/*
 * reader - the documents of an input, in every format
 *
 * A record (NUL, JSON Lines, WET) is held whole, and so is a text that will
 * be written as a record; else a text is streamed. All bytes are borrowed
 * from the reader until its next call.
 */
#ifndef READER_H
#define READER_H

#include "advice.h"
#include "input.h"
#include "json.h"
#include "option.h"

enum reading {
	READING_DOCUMENT, /* there is one */
	READING_BAD,      /* a bad record: .raw, .reason; rest.h has more */
	READING_END,      /* no more in this input */
	READING_FAILED    /* the input can't be read on: .error */
};

/* How far a bad record reaches behind what was held of it. */
enum rest {
	REST_NONE,
	REST_BYTES,   /* reader.rest_bytes */
	REST_TO_NUL,  /* up to a NUL, which is dropped */
	REST_TO_LINE, /* up to a line feed, which is dropped */
	REST_TO_WARC  /* up to the next line that begins a record */
};

struct document {
	size_t number;    /* of the document in the run, from 1 */
	size_t record;    /* of the record, JSON: the line, in its file */
	struct span name; /* the record's id, the operand, or the number */
	struct span text; /* whole, if not streamed */
	bool streamed;    /* the text is got by reader_more */
	struct span raw;  /* the record as it came, its terminator left off */
	struct json_record json;   /* where its parts are, of JSON Lines */
	struct span id, url, date; /* of WET; .p null: absent */
	const char *reason;        /* why the record is bad */
};

struct reader {
	struct input in;
	int error; /* errno, after READING_FAILED */
	const char *refusal; /* why an input is not for us, instead */
	size_t documents;    /* of the run, so far */
	bool whole;          /* hold texts whole, too */
	bool warned;         /* of HTML and the like: once is enough */

	/* private */
	const struct common *common;
	struct json_keys keys;
	struct json_scanner scanner;
	struct advice advice;
	struct buffer text, id;
	size_t record;
	bool begun;   /* the beginning of this input was looked at */
	enum rest rest; /* how the rest of a bad record is found */
	bool rest_line; /* .. up to a line with "WARC/": it begins with a line */
	size_t rest_bytes;
	char digits[24];
};

/* member: the one that will be added to JSON records, or null. */
void reader_begin(struct reader *, const struct common *, const char *member);

/* Opens the next input; 0 or an errno value. */
int reader_open(struct reader *, const char *operand);

/* The next document of the input. */
enum reading reader_next(struct reader *, struct document *);

/*
 * Of a streamed document: reads on until `want` bytes are there, or all;
 * what is there is reader.in.p, reader.in.n, and input_take drops it.
 */
void reader_more(struct reader *, size_t want);

void reader_close(struct reader *);
void reader_end(struct reader *);

#endif
