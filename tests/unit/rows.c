/* SPDX-License-Identifier: ISC */
/* rows: the same fields as TSV and as JSON. */
#include <assert.h>
#include <stdio.h>
#include <unistd.h>

#include "rows.h"

/* Two rows with every kind of field. */
static void
put_rows(struct rows *r, struct span text)
{
	rows_begin(r);
	rows_number(r, "start", ROWS_BOTH, 0);
	rows_number(r, "end", ROWS_JSON, (size_t)1 << 40);
	rows_text(r, "role", ROWS_TSV, span_of("body"));
	rows_score(r, "score", ROWS_BOTH, -1.005);
	rows_text(r, "text", ROWS_BOTH, text);
	rows_text(r, "reason", ROWS_BOTH, (struct span) { NULL, 0 });
	rows_end(r);
	rows_begin(r);
	rows_text(r, "text", ROWS_BOTH, span_of("x"));
	rows_end(r);
}

/* What was written to a file, at most n bytes. */
static size_t
read_back(FILE *file, char *bytes, size_t n)
{
	rewind(file);
	n = fread(bytes, 1, n, file);
	fclose(file);
	return n;
}

static void
test_tsv(void)
{
	static const char want[]
	    = "a\\tb\t0\tbody\t-1.00\t\\\\n\\n\\r\\t\0\x01\v\xFF\xC3\xA9\t\n"
	      "a\\tb\tx\n";
	struct output out;
	struct rows r = { .out = &out, .doc = span_of("a\tb") };
	char got[200];
	FILE *file = tmpfile();
	size_t n;

	assert(file != NULL);
	output_begin(&out, dup(fileno(file)));
	put_rows(&r, (struct span) { "\\n\n\r\t\0\x01\v\xFF\xC3\xA9", 11 });
	assert(output_close(&out) == 0);
	n = read_back(file, got, sizeof got);
	assert(n == sizeof want - 1 && memcmp(got, want, n) == 0);
}

static void
test_json(void)
{
	struct rows r = { .doc = span_of("not in JSON") };

	put_rows(&r, (struct span) { "\\\n\"\0\xFF\xC3\xA9", 7 });
	assert(span_equal(buffer_bytes(&r.json),
	    span_of("{\"start\":0,\"end\":1099511627776,\"score\":-1.00,"
	            "\"text\":\"\\\\\\n\\\"\\u0000\xEF\xBF\xBD\xC3\xA9\"},"
	            "{\"text\":\"x\"}")));
	buffer_end(&r.json);
}

static void
test_header(void)
{
	static const char *const columns[] = { "doc", "start", "text", NULL };
	struct output out;
	char got[40];
	FILE *file = tmpfile();

	assert(file != NULL);
	output_begin(&out, dup(fileno(file)));
	rows_header(&out, columns);
	assert(output_close(&out) == 0);
	assert(read_back(file, got, sizeof got) == 15);
	assert(memcmp(got, "doc\tstart\ttext\n", 15) == 0);
}

int
main(void)
{
	test_tsv();
	test_json();
	test_header();
	return 0;
}
