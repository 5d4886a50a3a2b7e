/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>

#include "json_string.h"
#include "magic.h"
#include "program.h"
#include "reader.h"
#include "rest.h"
#include "utf8.h"
#include "warc.h"

void
reader_begin(struct reader *r, const struct common *common, const char *member)
{
	*r = (struct reader) { .common = common };
	r->in.fd = -1;
	r->keys.name[JSON_TEXT] = common->key;
	r->keys.name[JSON_ID] = common->id_key;
	r->keys.name[JSON_MEMBER] = member;
}

int
reader_open(struct reader *r, const char *operand)
{
	r->record = 0;
	r->begun = false;
	r->rest = REST_NONE;
	r->refusal = NULL;
	r->error = input_open(&r->in, operand);
	return r->error;
}

static enum reading
failed(struct reader *r, int error)
{
	r->error = error;
	if (error == EISDIR)
		r->refusal = "Is a directory: name the files in it, as by "
		             "find DIR -type f -print0 | xargs -0 ..";
	return READING_FAILED;
}

/* Says, once, that what begins so should come in another way. */
static void
warn_of(struct reader *r, const char *p, size_t n, bool plain)
{
	const char *advice = r->warned ? NULL : magic_advice(p, n, plain);

	if (advice == NULL)
		return;
	r->warned = true;
	program_complain(r->in.name, 0, advice);
}

/* Looks at the first bytes of an input; false if it is not for us. */
static bool
begin_input(struct reader *r)
{
	size_t n = input_fill(&r->in, 1);

	r->begun = true;
	if (n > 0 && !magic_is_common(r->in.p[0]))
		n = input_fill(&r->in, MAGIC_BYTES);
	if ((r->refusal = magic_refusal(r->in.p, n)) != NULL)
		return false;
	warn_of(r, r->in.p, n, r->common->from == FORMAT_TEXT);
	if (r->common->from == FORMAT_JSONL && utf8_has_bom(r->in.p, n))
		input_take(&r->in, UTF8_BOM_BYTES);
	return r->in.error == 0;
}

static void
start_document(struct reader *r, struct document *d)
{
	*d = (struct document) { .number = ++r->documents,
		.record = ++r->record };
	d->name = (struct span) { r->digits,
		(size_t)snprintf(r->digits, sizeof r->digits, "%zu",
		    d->number) };
}

/* Says that the record is bad, with n bytes of it held. */
static enum reading
bad(struct reader *r, struct document *d, const char *reason, size_t n,
    enum rest rest)
{
	d->reason = reason;
	d->raw = (struct span) { r->in.p, n };
	input_take(&r->in, n);
	r->rest = rest;
	return READING_BAD;
}

/* A text that will be written as JSON must be valid UTF-8. */
static struct span
as_written(struct reader *r, struct span text)
{
	if (r->common->to != FORMAT_JSONL
	    && !(r->common->from == FORMAT_WET
	        && r->common->to == FORMAT_NATIVE))
		return text;
	if (utf8_valid(text.p, text.n) == text.n)
		return text;
	r->text.n = 0;
	buffer_add_valid(&r->text, text);
	return buffer_bytes(&r->text);
}

static enum reading
next_text(struct reader *r, struct document *d)
{
	size_t most = r->common->max_doc, n;

	if (r->record > 0)
		return READING_END;
	start_document(r, d);
	d->name = span_of(r->in.name);
	d->streamed = r->common->to != FORMAT_JSONL && !r->whole;
	if (d->streamed)
		return READING_DOCUMENT;
	n = input_fill(&r->in, most + 1);
	if (r->in.error != 0)
		return failed(r, r->in.error);
	r->rest_bytes = SIZE_MAX;
	if (n > most)
		return bad(r, d, "larger than --max-doc", n, REST_BYTES);
	d->raw = (struct span) { r->in.p, n };
	d->text = as_written(r, d->raw);
	input_take(&r->in, n);
	return READING_DOCUMENT;
}

/*
 * Reads until `stop` is there, and returns the number of bytes before it: of
 * all that is left where it does not come (*found false), of max_doc bytes
 * where it does not come within these (*whole false).
 */
static size_t
read_to(struct reader *r, char stop, bool *whole, bool *found)
{
	struct input *in = &r->in;
	const char *at = NULL;
	size_t seen = 0, n, most = r->common->max_doc;

	for (;;) {
		if (in->n > seen)
			at = memchr(in->p + seen, stop, in->n - seen);
		n = at == NULL ? in->n : (size_t)(at - in->p);
		*found = at != NULL;
		*whole = n <= most;
		if (!*whole)
			return most;
		if (at != NULL || in->eof || in->error != 0)
			return n;
		seen = in->n;
		input_fill(in, seen + 1);
	}
}

static enum reading
next_null(struct reader *r, struct document *d)
{
	bool whole, found;
	size_t n = read_to(r, '\0', &whole, &found);

	if (r->in.error != 0)
		return failed(r, r->in.error);
	if (n == 0 && !found)
		return READING_END;
	start_document(r, d);
	if (!whole)
		return bad(r, d, "larger than --max-doc", n, REST_TO_NUL);
	d->raw = (struct span) { r->in.p, n };
	d->text = as_written(r, d->raw);
	input_take(&r->in, n + found);
	return READING_DOCUMENT;
}

static bool
is_blank(struct span s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!block_is_space(s.p[i]))
			return false;
	return true;
}

/* Takes the document's name from the id: a string's text, or a number. */
static void
name_by_id(struct reader *r, struct document *d)
{
	struct span id = d->json.value[JSON_ID];

	if (id.p == NULL)
		return;
	if (id.p[0] == '"') {
		d->id = json_string_decode(id, &r->id);
		d->name = d->id;
	} else if (id.p[0] == '-' || (id.p[0] >= '0' && id.p[0] <= '9')) {
		d->name = id;
	}
}

static enum reading
next_json(struct reader *r, struct document *d)
{
	bool whole, found;
	size_t n;

	for (;;) {
		n = read_to(r, '\n', &whole, &found);
		if (r->in.error != 0)
			return failed(r, r->in.error);
		if (n == 0 && !found)
			return READING_END;
		if (!whole || !is_blank((struct span) { r->in.p, n }))
			break;
		r->record++;
		input_take(&r->in, n + found);
	}
	start_document(r, d);
	if (!whole)
		return bad(r, d, "larger than --max-doc", n, REST_TO_LINE);
	d->raw = (struct span) { r->in.p, n };
	input_take(&r->in, n + found);
	d->reason = json_scan(&r->scanner, d->raw, &r->keys, &d->json);
	if (d->reason != NULL) {
		d->reason = advice_of(&r->advice, &r->scanner, d->reason,
		    d->raw, &r->keys);
		return READING_BAD;
	}
	name_by_id(r, d);
	d->text = json_string_decode(d->json.value[JSON_TEXT], &r->text);
	if (d->text.n > 0 && !magic_is_common(*d->text.p))
		warn_of(r, d->text.p, d->text.n, false);
	return READING_DOCUMENT;
}

/* Passes n bytes, read as they come; false if the input ends before. */
static bool
pass(struct reader *r, size_t n)
{
	size_t there;

	while (n > 0) {
		if ((there = input_fill(&r->in, 1)) == 0)
			return false;
		if (there > n)
			there = n;
		input_take(&r->in, there);
		n -= there;
	}
	return true;
}

/* Passes the empty lines between records; false at the end of the input. */
static bool
pass_empty_lines(struct reader *r)
{
	while (input_fill(&r->in, 1) > 0) {
		if (r->in.p[0] != '\r' && r->in.p[0] != '\n')
			return true;
		input_take(&r->in, 1);
	}
	return false;
}

static enum warc_result
read_header(struct reader *r, struct warc_header *h, const char **reason)
{
	enum warc_result result;

	for (;;) {
		result = warc_read(r->in.p, r->in.n, h, reason);
		if (result != WARC_MORE)
			return result;
		if (r->in.eof || r->in.error != 0)
			break;
		input_fill(&r->in, r->in.n + 1);
	}
	*reason = "the input ends within a WARC header";
	return WARC_BAD;
}

/* The conversion record whose header is at the beginning of the input. */
static enum reading
wet_record(struct reader *r, struct document *d, struct warc_header *h)
{
	const char *reason;
	size_t n = h->bytes + h->length;

	if (h->length > r->common->max_doc) {
		r->rest_bytes = h->length;
		return bad(r, d, "larger than --max-doc", h->bytes,
		    REST_BYTES);
	}
	if (input_fill(&r->in, n) < n) {
		if (r->in.error != 0)
			return failed(r, r->in.error);
		return bad(r, d, "the input ends before Content-Length bytes",
		    r->in.n, REST_NONE);
	}
	warc_read(r->in.p, r->in.n, h, &reason);
	d->raw = (struct span) { r->in.p, n };
	d->id = h->id;
	d->url = h->url;
	d->date = h->date;
	if (h->id.p != NULL)
		d->name = h->id;
	d->text = as_written(r,
	    (struct span) { r->in.p + h->bytes, h->length });
	input_take(&r->in, n);
	return READING_DOCUMENT;
}

static enum reading
next_wet(struct reader *r, struct document *d)
{
	struct warc_header h;
	const char *reason;

	while (pass_empty_lines(r)) {
		if (read_header(r, &h, &reason) == WARC_BAD) {
			if (r->in.error != 0)
				break;
			start_document(r, d);
			return bad(r, d, reason, rest_before_warc(r),
			    REST_TO_WARC);
		}
		if (h.conversion) {
			start_document(r, d);
			return wet_record(r, d, &h);
		}
		input_take(&r->in, h.bytes);
		if (!pass(r, h.length) && r->in.error == 0) {
			start_document(r, d);
			return bad(r, d, "the input ends before "
			                 "Content-Length bytes",
			    0, REST_NONE);
		}
		r->record++;
	}
	return r->in.error != 0 ? failed(r, r->in.error) : READING_END;
}

enum reading
reader_next(struct reader *r, struct document *d)
{
	if (!r->begun && !begin_input(r))
		return failed(r, r->in.error);
	switch (r->common->from) {
	case FORMAT_NULL:
		return next_null(r, d);
	case FORMAT_JSONL:
		return next_json(r, d);
	case FORMAT_WET:
		return next_wet(r, d);
	default:
		return next_text(r, d);
	}
}

void
reader_more(struct reader *r, size_t want)
{
	input_fill(&r->in, want);
}

void
reader_close(struct reader *r)
{
	input_close(&r->in);
}

void
reader_end(struct reader *r)
{
	input_end(&r->in);
	json_end(&r->scanner);
	advice_end(&r->advice);
	buffer_end(&r->text);
	buffer_end(&r->id);
}
