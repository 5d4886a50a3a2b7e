/* SPDX-License-Identifier: ISC */
#include <unistd.h>

#include "json_string.h"
#include "record.h"
#include "rest.h"
#include "terminal.h"

/* Whether rows are for a person to look at. */
static bool
has_margin(const struct filter *f)
{
	return f->common->annotate && f->product->kind == PRODUCT_ROWS
	    && (f->to == FORMAT_TEXT || f->to == FORMAT_NULL)
	    && (f->rows.shown || f->common->color == WHEN_ALWAYS);
}

static void
open_margin(struct filter *f, struct output *out)
{
	enum when color = f->common->color;

	if (!f->margin.on)
		margin_begin(&f->margin, color == WHEN_ALWAYS
		        || (color == WHEN_AUTO && terminal_has_colour()));
	f->margin.any_out = false;
	f->margin.out = out;
	f->rows.margin = &f->margin;
}

void
record_open(struct filter *f, struct output *out)
{
	f->out = out;
	f->any_out = false;
	f->rows.out = f->to == FORMAT_JSONL
	        && f->product->kind != PRODUCT_LINES ? NULL : out;
	f->rows.shown = out == &f->std && isatty(out->fd);
	if (has_margin(f))
		open_margin(f, out);
	else if (f->common->header && f->product->kind == PRODUCT_ROWS
	    && f->to != FORMAT_JSONL)
		rows_header(out, f->product->columns);
}

void
record_begin(struct filter *f)
{
	if (f->rows.margin != NULL)
		margin_document(&f->margin, f->doc.name,
		    f->common->from == FORMAT_TEXT
		        && f->common->n_operands < 2
		        && f->common->files0_from == NULL);
}

/* Adds to the document's text. */
static void
add_text(struct filter *f, struct span text)
{
	if (f->to == FORMAT_JSONL)
		buffer_span(&f->kept, text);
	else
		output_span(f->out, text);
}

void
record_gaps(struct filter *f, size_t n)
{
	for (; f->n_seen < n; f->n_seen++)
		f->gap |= f->window.blocks.block[f->n_seen].gap;
}

void
record_keep(struct filter *f, const struct block *b)
{
	size_t index = (size_t)(b - f->window.blocks.block);
	size_t start = f->window.base + b->start;
	struct span line_break = window_line_break(&f->window);

	record_gaps(f, index + 1);
	if (f->any_kept) {
		if (!b->joined || f->kept_end != start)
			add_text(f, line_break);
		if (f->gap)
			add_text(f, line_break);
	} else if (f->any_out && f->to == FORMAT_TEXT) {
		add_text(f, line_break);
	}
	if (!b->joined || f->kept_end != start)
		add_text(f, f->prefix);
	add_text(f, scan_span(&f->window.scan, b->start, b->end));
	f->any_kept = true;
	f->gap = false;
	f->kept_end = start + (b->end - b->start);
}

/* Whether the text kept is the document's, its last line break aside. */
static bool
is_unchanged(const struct filter *f)
{
	struct span text = f->doc.text, kept = buffer_bytes(&f->kept);
	size_t more = kept.n - text.n;

	if (kept.n < text.n || more > window_line_break(&f->window).n)
		return false;
	kept.n = text.n;
	return span_equal(text, kept);
}

static void
add_member(struct filter *f)
{
	buffer_add(&f->line, "[", 1);
	buffer_span(&f->line, buffer_bytes(&f->rows.json));
	buffer_add(&f->line, "]", 1);
}

static void
add_name(struct filter *f, const char *name)
{
	json_string_encode(&f->line, span_of(name));
	buffer_add(&f->line, ":", 1);
}

static void
add_key(struct filter *f, const char *key)
{
	buffer_string(&f->line, f->line.n > 1 ? "," : "");
	add_name(f, key);
}

/*
 * Writes the record that came, with its text or a member changed; only what is
 * new is put together before.
 */
static void
change_record(struct filter *f)
{
	struct span raw = f->doc.raw, old = f->doc.json.value[JSON_MEMBER];

	if (f->product->kind == PRODUCT_TEXT) {
		old = f->doc.json.value[JSON_TEXT];
		json_string_encode(&f->line, buffer_bytes(&f->kept));
	} else if (old.p != NULL) {
		add_member(f);
	} else {
		old = (struct span) { raw.p + f->doc.json.end, 0 };
		buffer_add(&f->line, ",", 1);
		add_name(f, f->product->member);
		add_member(f);
	}
	output_write(f->out, raw.p, (size_t)(old.p - raw.p));
	output_span(f->out, buffer_bytes(&f->line));
	output_write(f->out, old.p + old.n,
	    (size_t)(raw.p + raw.n - (old.p + old.n)));
}

/* Writes a record for a document that came in another format. */
static void
make_record(struct filter *f)
{
	const struct document *d = &f->doc;
	bool rows = f->product->kind == PRODUCT_ROWS;

	buffer_add(&f->line, "{", 1);
	if (f->common->from != FORMAT_WET || d->id.p != NULL) {
		add_key(f, f->common->id_key);
		if (f->common->from == FORMAT_NULL)
			buffer_span(&f->line, d->name);
		else
			json_string_encode(&f->line, d->name);
	}
	if (d->url.p != NULL) {
		add_key(f, "url");
		json_string_encode(&f->line, d->url);
	}
	if (d->date.p != NULL) {
		add_key(f, "date");
		json_string_encode(&f->line, d->date);
	}
	add_key(f, f->common->key);
	json_string_encode(&f->line, rows ? d->text : buffer_bytes(&f->kept));
	if (rows) {
		add_key(f, f->product->member);
		add_member(f);
	}
	buffer_add(&f->line, "}", 1);
	output_span(f->out, buffer_bytes(&f->line));
}

static void
end_json(struct filter *f)
{
	f->line.n = 0;
	if (f->common->from != FORMAT_JSONL)
		make_record(f);
	else if (f->product->kind == PRODUCT_TEXT && is_unchanged(f))
		output_span(f->out, f->doc.raw);
	else
		change_record(f);
	output_write(f->out, "\n", 1);
}

/* Whether the document leaves nothing behind. */
static bool
is_left_out(const struct filter *f)
{
	return f->drop_record || (f->product->drop_empty && !f->any_kept);
}

void
record_end(struct filter *f)
{
	if (f->any_kept)
		add_text(f, window_line_break(&f->window));
	f->any_out |= f->any_kept;
	if (f->product->kind == PRODUCT_LINES)
		;
	else if (f->to == FORMAT_JSONL && !is_left_out(f))
		end_json(f);
	else if (f->to == FORMAT_NULL && f->rows.margin == NULL
	    && !is_left_out(f))
		output_write(f->out, "", 1);
	if (f->common->unbuffered)
		output_flush(f->out);
}

/* What ends a record of the input format. */
static struct span
terminator(const struct filter *f)
{
	switch (f->common->from) {
	case FORMAT_NULL:
		return (struct span) { "", 1 };
	case FORMAT_JSONL:
		return span_of("\n");
	default:
		return (struct span) { "", 0 };
	}
}

void
record_bad(struct filter *f)
{
	bool pass = f->common->on_error == ON_ERROR_PASS && !f->rehearsal;
	bool reject = f->rejects_out.fd >= 0 && !f->rehearsal;
	struct span part = f->doc.raw;

	do {
		if (pass)
			output_span(f->out, part);
		if (reject)
			output_span(&f->rejects_out, part);
	} while (rest_next(&f->reader, &part));
	if (pass)
		output_span(f->out, terminator(f));
	if (reject)
		output_span(&f->rejects_out, terminator(f));
}
