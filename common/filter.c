/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "destination.h"
#include "fault.h"
#include "feed.h"
#include "filter.h"
#include "program.h"
#include "record.h"
#include "sandbox.h"

/* Opens a file that rows or records are added to. */
static void
open_append(struct filter *f, struct output *out, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);

	output_begin(out, fd);
	if (fd < 0)
		fault_stop(f, path, strerror(errno));
}

static enum format
format_written(const struct common *c, const struct product *p)
{
	static const enum format usual[] = {
		[FORMAT_TEXT] = FORMAT_TEXT,
		[FORMAT_NULL] = FORMAT_NULL,
		[FORMAT_JSONL] = FORMAT_JSONL,
		[FORMAT_WET] = FORMAT_JSONL,
	};
	enum format to = c->to == FORMAT_NATIVE ? usual[c->from] : c->to;

	if (to == FORMAT_TSV && p->kind == PRODUCT_TEXT)
		program_misused("--to=tsv needs --annotate here", NULL);
	return to;
}

static void
begin_progress(struct filter *f)
{
	progress_begin(&f->progress, f->common->progress,
	    f->common->files0_from != NULL ? NULL : f->common->operands);
}

static void
begin_rehearsal(struct filter *f)
{
	f->rehearsal = !f->stopped;
	f->operands.keep = f->reader.warned = true;
	f->stdin_at = lseek(STDIN_FILENO, 0, SEEK_CUR);
}

void
filter_begin(struct filter *f, const struct common *common,
    const struct product *product)
{
	*f = (struct filter) { .common = common, .product = product };
	f->to = format_written(common, product);
	output_begin(&f->std, STDOUT_FILENO);
	f->removed_out.fd = f->rejects_out.fd = -1;
	if (common->output_dir == NULL && !product->twice)
		record_open(f, &f->std);
	if (product->removed != NULL) {
		open_append(f, &f->removed_out, product->removed);
		f->removed.out = &f->removed_out;
	}
	if (common->rejects != NULL)
		open_append(f, &f->rejects_out, common->rejects);
	sandbox_enter(common->output_dir != NULL || product->makes_files
	    ? SANDBOX_FILES : SANDBOX_PLAIN);
	reader_begin(&f->reader, common,
	    product->kind == PRODUCT_ROWS ? product->member : NULL);
	f->reader.whole = product->whole;
	operands_begin(&f->operands, common->operands, common->n_operands,
	    common->files0_from);
	begin_progress(f);
	if (product->twice)
		begin_rehearsal(f);
}

/* The operand is not read (on); what stands for it is left as it was. */
static void
fail_operand(struct filter *f, const char *name, const char *reason)
{
	f->counts.failed++;
	if (strcmp(name, "-") == 0) {
		fault_stop(f, name, reason);
		return;
	}
	fault_complain(f, name, 0, reason);
	fault_note(f, PROGRAM_PARTLY);
}

/* Opens the operand's file under --output-dir; false if it has none. */
static bool
open_file(struct filter *f, const char *operand)
{
	char *path = destination_path(f->common->output_dir, operand);
	int error = output_make_dirs(path);

	if (error == 0)
		error = output_create(&f->file, path);
	if (error != 0)
		fault_stop(f, path, strerror(error));
	else
		record_open(f, &f->file.out);
	free(path);
	return error == 0;
}

/* Whether the operand is to be read at all. */
static bool
is_wanted(struct filter *f, const char *operand)
{
	const char *dir = f->common->output_dir;

	if (dir == NULL)
		return true;
	if (strcmp(operand, "-") == 0 || destination_climbs(operand)) {
		fail_operand(f, operand,
		    operand[1] == '\0' ? "--output-dir needs files"
		                       : ".. has no place in --output-dir");
		return false;
	}
	return !f->common->skip_existing
	    || !destination_exists(dir, operand);
}

/* Ends it all, with a reason, if the operand can be read but once. */
static bool
is_read_twice(struct filter *f, const char *name)
{
	if (!f->rehearsal || lseek(f->reader.in.fd, 0, SEEK_CUR) >= 0)
		return true;
	f->rehearsal = false;
	fault_stop(f, name, "can't be read twice; use a file, no pipe");
	return false;
}

static void
open_operand(struct filter *f, const char *name)
{
	int error;

	if (!is_wanted(f, name))
		return;
	if ((error = reader_open(&f->reader, name)) != 0) {
		fail_operand(f, name, strerror(error));
		return;
	}
	if (!is_read_twice(f, name)) {
		reader_close(&f->reader);
		return;
	}
	if (strcmp(name, "-") == 0 && isatty(STDIN_FILENO))
		program_complain(name, 0, "waiting for input from the "
		    "terminal, up to Ctrl-D");
	if (f->common->output_dir != NULL && !f->rehearsal
	    && !open_file(f, name))
		reader_close(&f->reader);
	else
		f->operand = name;
}

/* Moves on to an operand that can be opened; false if there is none. */
static bool
next_operand(struct filter *f)
{
	const char *name = NULL, *list = f->common->files0_from;

	while (f->operand == NULL && !f->stopped) {
		switch (operands_next(&f->operands, &name)) {
		case OPERAND_NAME:
			open_operand(f, name);
			break;
		case OPERAND_EMPTY:
			fault_complain(f, list, 0, "an empty file name");
			fault_note(f, PROGRAM_PARTLY);
			break;
		case OPERAND_FAILED:
			fault_stop(f, list, strerror(f->operands.list.error));
			break;
		case OPERAND_END:
			return false;
		}
	}
	return !f->stopped;
}

/* Ends the operand; its file takes its place if all went well. */
static void
close_operand(struct filter *f, bool good)
{
	char *path = f->file.path;
	int error;

	reader_close(&f->reader);
	f->operand = NULL;
	f->in_document = false;
	if (path == NULL)
		return;
	path = alloc_string(path, strlen(path));
	f->counts.bytes_out += f->file.out.bytes;
	f->out = NULL;
	f->rows.out = NULL;
	good &= !f->product->drop_empty || f->file.out.bytes > 0;
	if (!good || f->stopped)
		output_abandon(&f->file);
	else if ((error = output_commit(&f->file, false)) != 0)
		fault_stop(f, path, strerror(error));
	free(path);
}

/* Counts and reports a bad record, the end of it all under --on-error=fail. */
static void
note_bad(struct filter *f)
{
	fault_complain(f, f->operand, f->doc.record, f->doc.reason);
	f->counts.bad++;
	fault_note(f, PROGRAM_PARTLY);
	if (f->common->on_error == ON_ERROR_FAIL) {
		f->stopped = true;
		fault_note(f, PROGRAM_FAILED);
	}
}

/* Before the first window of a document. */
static void
begin_walk(struct filter *f)
{
	window_begin(&f->window, f->common->blocks, f->common->chars);
	f->in_document = true;
	f->decided = f->any_kept = f->gap = f->drop_record = false;
	f->taken = f->shown = f->n_presented = f->n_seen = f->kept_end = 0;
}

static void
begin_document(struct filter *f)
{
	begin_walk(f);
	f->survey = f->product->whole && !f->rehearsal;
	f->kept.n = f->rows.json.n = 0;
	f->rows.doc = f->removed.doc = f->doc.name;
	record_begin(f);
	f->counts.documents++;
}

bool
filter_document(struct filter *f)
{
	while (fault_check(f)) {
		if (f->operand == NULL && !next_operand(f))
			return false;
		switch (reader_next(&f->reader, &f->doc)) {
		case READING_DOCUMENT:
			begin_document(f);
			return true;
		case READING_BAD:
			note_bad(f);
			record_bad(f);
			break;
		case READING_END:
			close_operand(f, true);
			break;
		case READING_FAILED:
			fail_operand(f, f->operand, f->reader.refusal != NULL
			    ? f->reader.refusal
			    : strerror(f->reader.error));
			close_operand(f, false);
			break;
		}
	}
	return false;
}

struct window *
filter_window(struct filter *f)
{
	if (!f->in_document || !fault_check(f))
		return NULL;
	if (f->decided) {
		f->in_document = false;
		if (!f->rehearsal && !f->survey)
			record_end(f);
		return NULL;
	}
	if (!feed_window(f)) {
		fail_operand(f, f->operand, strerror(f->reader.in.error));
		close_operand(f, false);
		return NULL;
	}
	f->n_seen = 0;
	return &f->window;
}

void
filter_decided(struct filter *f, size_t n_blocks)
{
	f->decided = f->window.last && n_blocks == f->window.blocks.n;
	record_gaps(f, n_blocks);
	if (f->rows.margin != NULL && !f->survey && !f->rehearsal)
		margin_show(f->rows.margin, &f->window, n_blocks);
	if (!f->survey)
		f->counts.blocks += n_blocks;
	feed_drop(f, n_blocks);
	f->n_presented = f->window.blocks.n;
	if (f->common->unbuffered && f->out != NULL)
		output_flush(f->out);
	progress_update(&f->progress, f->reader.in.bytes,
	    f->counts.documents);
}

void
filter_again(struct filter *f)
{
	f->survey = false;
	begin_walk(f);
}

bool
filter_rewind(struct filter *f)
{
	if (!f->rehearsal)
		return false;
	if (f->operand != NULL)
		close_operand(f, false);
	if (f->stdin_at >= 0)
		lseek(STDIN_FILENO, f->stdin_at, SEEK_SET);
	f->rehearsal = f->stopped = f->reader.warned = false;
	f->status = PROGRAM_OK;
	f->counts = (struct filter_counts) { 0 };
	f->reader.documents = f->reader.in.bytes = 0;
	operands_rewind(&f->operands);
	begin_progress(f);
	if (f->common->output_dir == NULL)
		record_open(f, &f->std);
	return true;
}

void
filter_keep(struct filter *f, const struct block *b)
{
	record_keep(f, b);
}

static void
write_stats(const struct filter *f)
{
	fprintf(stderr, "{\"documents\":%zu,\"blocks\":%zu,\"bytes_in\":%zu,"
	    "\"bytes_out\":%zu,\"bad\":%zu,\"failed\":%zu}\n",
	    f->counts.documents, f->counts.blocks, f->reader.in.bytes,
	    f->counts.bytes_out + f->std.bytes, f->counts.bad,
	    f->counts.failed);
}

static void
close_append(struct filter *f, struct output *out, const char *path)
{
	if (out->fd >= 0 && output_close(out) != 0)
		fault_stop(f, path, strerror(out->error));
}

int
filter_end(struct filter *f)
{
	fault_check(f);
	if (f->operand != NULL)
		close_operand(f, false);
	progress_clear(&f->progress);
	if (f->common->stats)
		write_stats(f);
	if (output_close(&f->std) != 0)
		fault_stop(f, FAULT_STDOUT, strerror(f->std.error));
	close_append(f, &f->removed_out, f->product->removed);
	close_append(f, &f->rejects_out, f->common->rejects);
	reader_end(&f->reader);
	operands_end(&f->operands);
	window_end(&f->window);
	buffer_end(&f->kept);
	buffer_end(&f->line);
	buffer_end(&f->rows.json);
	margin_end(&f->margin);
	return f->status;
}
