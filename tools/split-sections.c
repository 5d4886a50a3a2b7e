/* SPDX-License-Identifier: ISC */
/*
 * split-sections - says what each part of a page is
 *
 * Reads pages as text, takes each block for what it is (page.h), groups the
 * blocks into sections (section.h), and writes a row for each, or the blocks
 * of some roles, or a file for each section. Holds a window of a text in
 * memory and a section of at most about as much, or the largest record.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "destination.h"
#include "filter.h"
#include "page_row.h"
#include "program.h"
#include "section.h"

enum { LIST_ROLES = OPTION_LONG, SPLIT_DIR };

static const struct option_spec specs[] = {
	{ LIST_ROLES, "list-roles", NULL, "write the names of all roles" },
	{ 's', "select", "ROLE,..", "write the blocks of these roles as text" },
	{ SPLIT_DIR, "split-dir", "DIR",
	    "write each section to DIR/NAME.00.title.txt .., too" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	.name = "split-sections",
	.purpose = "Says what each part of a page is: title, byline, body "
	           "under its headings,\nnotice, comments, related and more.",
	.options = specs,
};

static const char *const columns[] = { "doc", "start", "end", "role",
	"heading", "level", "text", NULL };

struct options {
	bool select[ROLES];    /* the roles that are written .. */
	bool any_select;       /* .. where some are named */
	const char *split_dir;
};

static void
put_section(struct rows *r, const struct section *s)
{
	struct span none = { NULL, 0 };

	rows_begin(r);
	rows_number(r, "start", ROWS_BOTH, s->start);
	rows_number(r, "end", ROWS_BOTH, s->end);
	rows_text(r, "role", ROWS_BOTH, span_of(model_role_names[s->role]));
	rows_number(r, "body_start", ROWS_JSON, s->body_start);
	rows_text(r, "heading", ROWS_BOTH, buffer_bytes(&s->heading));
	if (s->level > 0)
		rows_number(r, "level", ROWS_BOTH, s->level);
	else
		rows_text(r, "level", ROWS_BOTH, none);
	rows_text(r, "text", ROWS_TSV, block_trimmed(buffer_bytes(&s->text)));
	rows_end(r);
}

/* DIR/NAME.00.ROLE.txt, to be freed. */
static char *
section_path(const char *dir, const char *name, const struct section *s)
{
	char *base = destination_path(dir, name), *path;
	size_t room = strlen(base) + 64;

	path = alloc_array(room, 1);
	snprintf(path, room, "%s.%02zu.%s.txt", base, s->number,
	    model_role_names[s->role]);
	free(base);
	return path;
}

/* Writes a file; false if it can't, after a complaint. */
static bool
write_file(const char *path, struct span text)
{
	struct output_file file;
	int error = output_make_dirs(path);

	if (error == 0)
		error = output_create(&file, path);
	if (error == 0) {
		output_span(&file.out, text);
		error = output_commit(&file, false);
	}
	if (error != 0)
		program_complain(path, 0, strerror(error));
	return error == 0;
}

/* Writes the section to a file of its own; false if it can't. */
static bool
split_off(const struct filter *f, const struct section *s, const char *dir)
{
	char number[24], *name, *path;
	bool good;

	snprintf(number, sizeof number, "%zu", f->doc.number);
	if (f->common->from == FORMAT_TEXT
	    && !span_equal(f->doc.name, span_of("-")))
		name = alloc_string(f->doc.name.p, f->doc.name.n);
	else
		name = alloc_string(number, strlen(number));
	if (destination_climbs(name)) {
		program_complain(name, 0, ".. has no place in --split-dir");
		free(name);
		return false;
	}
	path = section_path(dir, name, s);
	good = write_file(path, buffer_bytes(&s->text));
	free(path);
	free(name);
	return good;
}

/* Ends the open section before byte `at` of the window, and writes it. */
static bool
finish(struct filter *f, const struct options *o, struct section *s, size_t at)
{
	section_close(s, &f->window, at);
	put_section(&f->rows, s);
	return o->split_dir == NULL || split_off(f, s, o->split_dir);
}

/* Puts the first n blocks of the window into sections; false on failure. */
static bool
group(struct filter *f, const struct options *o, const struct page *p,
    struct section *s, size_t n)
{
	const struct block *b = f->window.blocks.block;
	struct window *w = &f->window;
	size_t i;

	for (i = 0; i < n; i++) {
		if (s->open && section_breaks(s, p, w, i)
		    && !finish(f, o, s, b[i].start))
			return false;
		section_add(s, p, w, i);
	}
	if (!w->last) {
		section_leave(s, w, n < w->blocks.n ? b[n].start
		                                    : w->cutter.at);
		return true;
	}
	if (s->n == 0 && w->base + w->scan.len > 0)
		section_blank(s);
	return !s->open || finish(f, o, s, w->scan.len);
}

/* Shows the first n blocks of the window, or writes those selected. */
static void
show(struct filter *f, const struct options *o, const struct page *p, size_t n)
{
	bool kept;
	size_t i;

	for (i = 0; i < n; i++) {
		kept = !o->any_select || o->select[p->block[i].role];
		if (f->common->annotate)
			page_row(&f->rows, &f->window, p, i, kept);
		else if (kept)
			filter_keep(f, &f->window.blocks.block[i]);
	}
}

static void
split(struct filter *f, struct page *p, const struct options *o,
    struct section *s)
{
	bool blocks = f->common->annotate || o->any_select, good = true;
	struct window *w;
	size_t n;

	while (good && filter_document(f)) {
		page_document(p);
		section_document(s);
		while (good && (w = filter_window(f)) != NULL) {
			n = page_label(p, w);
			if (blocks)
				show(f, o, p, n);
			else
				good = group(f, o, p, s, n);
			filter_decided(f, n);
		}
	}
	if (!good)
		f->status = PROGRAM_FAILED;
}

static _Noreturn void
list_roles(void)
{
	struct output out;
	size_t i;

	output_begin(&out, 1);
	for (i = 0; model_role_names[i] != NULL; i++) {
		output_string(&out, model_role_names[i]);
		output_string(&out, "\n");
	}
	if (output_close(&out) == 0)
		exit(PROGRAM_OK);
	program_complain("standard output", 0, strerror(out.error));
	exit(PROGRAM_FAILED);
}

static void
select_roles(const struct option_parser *p, struct options *o)
{
	const char *rest = p->arg;
	size_t role;

	o->any_select = true;
	while (option_list(p, &rest, model_role_names, &role))
		o->select[role] = true;
}

static void
parse(int argc, char **argv, struct common *common, struct options *o)
{
	struct option_parser p;
	int c;

	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, common)) != -1)
		switch (c) {
		case LIST_ROLES:
			list_roles();
		case SPLIT_DIR:
			o->split_dir = p.arg;
			break;
		case 's':
			select_roles(&p, o);
			break;
		}
	option_end(&p, common);
	if (o->split_dir != NULL && (o->any_select || common->annotate))
		program_misused("--split-dir goes with neither --select nor "
		                "--annotate", NULL);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	struct common common = { 0 };
	struct product product = { 0 };
	struct section section;
	struct filter filter;
	struct page page;
	int status;

	program_begin(argv);
	parse(argc, argv, &common, &options);
	product.kind = options.any_select && !common.annotate ? PRODUCT_TEXT
	                                                      : PRODUCT_ROWS;
	product.member = common.annotate ? "blocks" : "sections";
	product.columns = common.annotate ? page_row_columns : columns;
	product.makes_files = options.split_dir != NULL;
	page_begin(&page);
	filter_begin(&filter, &common, &product);
	section_begin(&section, filter.to != FORMAT_JSONL
	    || options.split_dir != NULL);
	split(&filter, &page, &options, &section);
	status = filter_end(&filter);
	section_end(&section);
	page_end(&page);
	return status;
}
