/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "margin.h"
#include "terminal.h"

/* Columns: of the margin, a third within these; between it and the text. */
enum { SIDE_LEAST = 12, SIDE_MOST = 40, BETWEEN = 3 };

/* How a terminal is told so. */
static const char *const styles[] = {
	[MARGIN_PLAIN] = "\033[m",
	[MARGIN_BOLD] = "\033[m\033[1m",
	[MARGIN_DIM] = "\033[m\033[2m",
};

/* How a field is put into a note; those that are not here are not shown. */
struct field {
	const char *name;
	const char *before; /* put before it, where the note has words */
	const char *dull;   /* a value that is not worth showing */
	bool label;         /* the note's label ends with it */
};

static const struct field fields[] = {
	{ "role", " ", NULL, true },
	{ "tier", " ", NULL, true },
	{ "match_doc", " of ", NULL, false },
	{ "match_start", " at ", NULL, false },
	{ "count", " x", NULL, false },
	{ "kind", " ", "speech", true },
	{ "speaker", " ", NULL, true },
	{ "name", " = ", NULL, true },
	{ "cue", ", ", NULL, false },
	{ "how", " ", "none", false },
	{ "reason", "; ", NULL, false },
	{ NULL, NULL, NULL, false },
};

void
margin_begin(struct margin *m, bool coloured)
{
	size_t all = terminal_columns();

	m->on = true;
	m->coloured = coloured;
	m->side = all / 3;
	if (m->side < SIDE_LEAST)
		m->side = SIDE_LEAST;
	if (m->side > SIDE_MOST)
		m->side = SIDE_MOST;
	m->columns = all < m->side + BETWEEN + FILL_LEAST
	    ? FILL_LEAST
	    : all - m->side - BETWEEN;
}

void
margin_document(struct margin *m, struct span doc, bool alone)
{
	m->doc = doc;
	m->alone = alone;
	m->any = false;
	m->n = m->words.n = m->n_beside = m->n_over = m->kept_to = 0;
	m->beside.n = m->beside_line = 0;
}

void
margin_note(struct margin *m)
{
	m->note = alloc_grow(m->note, &m->cap, m->n + 1, sizeof *m->note);
	m->note[m->n++] = (struct margin_note) { .words = m->words.n };
}

static bool
ends_with(struct span s, struct span end)
{
	return s.n >= end.n && end.n > 0
	    && memcmp(s.p + s.n - end.n, end.p, end.n) == 0;
}

/*
 * Adds a value to the note, or leaves it out where that has just said it, or
 * it is the document that is shown.
 */
static void
add_words(struct margin *m, const struct field *f, struct span value)
{
	struct margin_note *note = &m->note[m->n - 1];
	struct span said = { m->words.p + note->words, note->n };

	if (value.n == 0 || span_equal(value, span_of(f->dull))
	    || span_equal(value, m->doc) || ends_with(said, value))
		return;
	if (note->n > 0)
		buffer_string(&m->words, f->before);
	buffer_span(&m->words, value);
	note->n = m->words.n - note->words;
	if (f->label)
		note->label = note->n;
}

void
margin_field(struct margin *m, const char *name, struct span value)
{
	const struct field *f = fields;

	if (strcmp(name, "text") == 0)
		m->note[m->n - 1].text = value;
	else if (strcmp(name, "verdict") == 0)
		m->note[m->n - 1].kept = span_equal(value, span_of("keep"));
	while (f->name != NULL && strcmp(f->name, name) != 0)
		f++;
	if (f->name != NULL)
		add_words(m, f, value);
}

static void
switch_to(struct margin *m, enum margin_style style)
{
	if (m->coloured && style != m->style)
		output_string(m->out, styles[style]);
	m->style = style;
}

static void
put_spaces(struct output *out, size_t n)
{
	for (; n > 0; n--)
		output_write(out, " ", 1);
}

/* Where in the document a note begins. */
static size_t
start_of(const struct margin_note *note, const struct window *w)
{
	return w->base + (size_t)(note->text.p - w->scan.text);
}

/* Whether another note begins before byte `end` of the document. */
static bool
is_due(const struct margin *m, const struct window *w, size_t end)
{
	return m->n_beside < m->n
	    && start_of(&m->note[m->n_beside], w) < end;
}

static void
begin_beside(struct margin *m)
{
	const struct margin_note *note = &m->note[m->n_beside++];

	fill_text(&m->beside,
	    (struct span) { m->words.p + note->words, note->n }, m->side);
	m->beside_line = 0;
}

/* A line of the last note: its label bright, if it is kept, the rest dim. */
static size_t
put_note_line(struct margin *m)
{
	const struct margin_note *note = &m->note[m->n_beside - 1];
	struct fill_line line = m->beside.line[m->beside_line++];
	const char *p = m->words.p + note->words;
	size_t middle = line.end < note->label ? line.end : note->label;
	size_t columns;

	if (middle < line.start)
		middle = line.start;
	if (middle > line.start)
		switch_to(m, note->kept ? MARGIN_BOLD : MARGIN_DIM);
	columns = fill_put(m->out,
	    (struct span) { p + line.start, middle - line.start });
	switch_to(m, MARGIN_DIM);
	columns += fill_put(m->out,
	    (struct span) { p + middle, line.end - middle });
	return columns;
}

/* What stands beside a line; `ends`: the last one that the note can have. */
static void
put_beside(struct margin *m, bool ends)
{
	size_t columns = 0;

	if (m->beside_line < m->beside.n) {
		columns = put_note_line(m);
		if (ends && m->beside_line < m->beside.n) {
			output_string(m->out, "\xE2\x80\xA6");
			columns++;
		}
		switch_to(m, MARGIN_PLAIN);
	}
	if (columns <= m->side)
		put_spaces(m->out, m->side + 1 - columns);
}

/* Passes the notes that begin up to byte `at`. */
static void
cover(struct margin *m, const struct window *w, size_t at)
{
	const struct margin_note *note;
	size_t start;

	for (; m->n_over < m->n; m->n_over++) {
		note = &m->note[m->n_over];
		start = start_of(note, w);
		if (start > at)
			break;
		if (note->kept && start + note->text.n > m->kept_to)
			m->kept_to = start + note->text.n;
	}
}

/* How far from `at` the text is as it is there: kept, or not. */
static size_t
same_to(const struct margin *m, const struct window *w, size_t at, size_t end)
{
	size_t next = end;

	if (m->n_over < m->n)
		next = start_of(&m->note[m->n_over], w);
	if (m->kept_to > at && m->kept_to < next)
		next = m->kept_to;
	return next < end ? next : end;
}

/* Whether anything of the line is kept. */
static bool
is_kept(const struct margin *m, const struct window *w, size_t start,
    size_t end)
{
	size_t i;

	for (i = m->n_over; i < m->n && start_of(&m->note[i], w) < end; i++)
		if (m->note[i].kept)
			return true;
	return m->kept_to > start;
}

/* Writes bytes start..end of the document, what is not kept dim. */
static void
put_line(struct margin *m, const struct window *w, size_t start, size_t end)
{
	size_t at, next;

	output_string(m->out, is_kept(m, w, start, end) ? "| " : "- ");
	for (at = start; at < end; at = next) {
		cover(m, w, at);
		next = same_to(m, w, at, end);
		switch_to(m, m->kept_to > at ? MARGIN_PLAIN : MARGIN_DIM);
		fill_put(m->out,
		    scan_span(&w->scan, at - w->base, next - w->base));
	}
	switch_to(m, MARGIN_PLAIN);
	output_string(m->out, "\n");
}

static void
put_block(struct margin *m, const struct window *w, const struct block *b)
{
	size_t at = w->base + b->start, end = w->base + b->end, i;
	const struct fill_line *line;

	fill_text(&m->fill, scan_span(&w->scan, b->start, b->end),
	    m->columns);
	m->beside.n = m->beside_line = 0;
	for (i = 0, line = m->fill.line; i < m->fill.n; i++, line++) {
		if (is_due(m, w, at + line->end))
			begin_beside(m);
		put_beside(m, i + 1 == m->fill.n
		    || is_due(m, w, at + line[1].end));
		put_line(m, w, at + line->start, at + line->end);
	}
	while (is_due(m, w, end)) {
		begin_beside(m);
		put_beside(m, true);
		output_string(m->out, "\n");
	}
}

static void
put_heading(struct margin *m)
{
	if (m->any_out)
		output_string(m->out, "\n");
	m->any = m->any_out = true;
	if (m->alone)
		return;
	switch_to(m, MARGIN_BOLD);
	output_string(m->out, "==> ");
	fill_put(m->out, m->doc);
	output_string(m->out, " <==");
	switch_to(m, MARGIN_PLAIN);
	output_string(m->out, "\n");
}

void
margin_show(struct margin *m, const struct window *w, size_t n_blocks)
{
	const struct block *b = w->blocks.block;
	size_t i;

	for (i = 0; i < n_blocks; i++, b++) {
		if (!m->any)
			put_heading(m);
		else if (b->gap)
			output_string(m->out, "\n");
		put_block(m, w, b);
	}
	m->n = m->words.n = m->n_beside = m->n_over = 0;
}

void
margin_end(struct margin *m)
{
	fill_end(&m->fill);
	fill_end(&m->beside);
	buffer_end(&m->words);
	free(m->note);
	*m = (struct margin) { 0 };
}
