/* SPDX-License-Identifier: ISC */
#include <float.h>
#include <stdio.h>

#include "escape.h"
#include "json_string.h"
#include "margin.h"
#include "rows.h"
#include "terminal.h"

/* The letter of a character that is escaped, else NUL. */
static char
letter_of(char c)
{
	switch (c) {
	case '\\':
		return '\\';
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	default:
		return '\0';
	}
}

static void
put_tsv(struct output *o, struct span s)
{
	char pair[2] = { '\\' };
	size_t i = 0, done = 0;

	if (s.n == 0)
		return;
	for (;; i++) {
		i += escape_prefix(s.p + i, s.n - i, '\r' + 1, '\\', '\\');
		if (i == s.n)
			break;
		pair[1] = letter_of(s.p[i]);
		if (pair[1] == '\0')
			continue;
		output_write(o, s.p + done, i - done);
		output_write(o, pair, 2);
		done = i + 1;
	}
	output_write(o, s.p + done, s.n - done);
}

/* The same for a character or bad part that would steer a terminal. */
static void
put_hex(struct output *o, const char *p, size_t n)
{
	char hex[TERMINAL_BYTE];
	size_t i;

	for (i = 0; i < n; i++) {
		terminal_byte(hex, p[i]);
		if (letter_of(p[i]) != '\0')
			put_tsv(o, (struct span) { p + i, 1 });
		else
			output_write(o, hex, sizeof hex);
	}
}

static void
show_tsv(struct output *o, struct span s)
{
	size_t ok, bad, i;

	for (i = 0; i < s.n; i += ok + bad) {
		ok = terminal_prefix(s.p + i, s.n - i, &bad);
		put_tsv(o, (struct span) { s.p + i, ok });
		put_hex(o, s.p + i + ok, bad);
	}
}

static void
put_text(struct rows *r, struct span s)
{
	if (r->shown)
		show_tsv(r->out, s);
	else
		put_tsv(r->out, s);
}

/* Adds `,"name":`, without the comma if it is the first. */
static void
begin_member(struct buffer *b, const char *name, bool first)
{
	static const char before[] = ",\"", behind[] = "\":";
	size_t n = strlen(name);
	char *to;

	buffer_reserve(b, n + sizeof before + sizeof behind);
	to = b->p + b->n;
	memcpy(to, before + first, 2);
	to += 2 - first;
	memcpy(to, name, n);
	memcpy(to + n, behind, 2);
	b->n = (size_t)(to + n + 2 - b->p);
}

/* What comes before a value; false where it does not go here. */
static bool
begin_field(struct rows *r, const char *name, enum rows_where where)
{
	if (where == (r->out != NULL ? ROWS_JSON : ROWS_TSV))
		return false;
	if (r->out != NULL) {
		output_write(r->out, "\t", 1);
		return true;
	}
	begin_member(&r->json, name, r->first);
	r->first = false;
	return true;
}

static void
put_bytes(struct rows *r, const char *p, size_t n)
{
	if (r->out != NULL)
		output_write(r->out, p, n);
	else
		buffer_add(&r->json, p, n);
}

static void
put_plain(struct rows *r, const char *s)
{
	put_bytes(r, s, strlen(s));
}

void
rows_begin(struct rows *r)
{
	r->first = true;
	if (r->margin != NULL)
		margin_note(r->margin);
	else if (r->out != NULL)
		put_text(r, r->doc);
	else
		buffer_string(&r->json, r->json.n > 0 ? ",{" : "{");
}

void
rows_end(struct rows *r)
{
	if (r->margin == NULL)
		put_plain(r, r->out != NULL ? "\n" : "}");
}

void
rows_number(struct rows *r, const char *name, enum rows_where where, size_t x)
{
	char digits[24], *first = digits + sizeof digits;
	struct span number;

	do {
		*--first = (char)('0' + x % 10);
		x /= 10;
	} while (x > 0);
	number = (struct span) { first,
		(size_t)(digits + sizeof digits - first) };
	if (r->margin != NULL)
		margin_field(r->margin, name, number);
	else if (begin_field(r, name, where))
		put_bytes(r, number.p, number.n);
}

void
rows_score(struct rows *r, const char *name, enum rows_where where, double x)
{
	char digits[DBL_MAX_10_EXP + sizeof "-1.00"];

	if (r->margin != NULL || !begin_field(r, name, where))
		return;
	snprintf(digits, sizeof digits, "%.2f", x);
	put_plain(r, digits);
}

void
rows_text(struct rows *r, const char *name, enum rows_where where,
    struct span text)
{
	if (r->margin != NULL) {
		margin_field(r->margin, name, text);
		return;
	}
	if (r->out == NULL && text.n == 0)
		return;
	if (!begin_field(r, name, where))
		return;
	if (r->out != NULL)
		put_text(r, text);
	else
		json_string_encode(&r->json, text);
}

void
rows_header(struct output *o, const char *const *columns)
{
	size_t i;

	for (i = 0; columns[i] != NULL; i++) {
		if (i > 0)
			output_write(o, "\t", 1);
		output_string(o, columns[i]);
	}
	output_write(o, "\n", 1);
}
