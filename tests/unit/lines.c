/* SPDX-License-Identifier: ISC */
/* lines: every line once, the last one ended or not, and none too long. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lines.h"

static char path[] = "/tmp/lines.XXXXXX";

static void
put(const char *text, size_t n)
{
	FILE *f = fopen(path, "w");

	assert(f != NULL);
	assert(fwrite(text, 1, n, f) == n);
	assert(fclose(f) == 0);
}

static void
expect(const char *text, const char *const *want, size_t n)
{
	struct lines l = { 0 };
	struct span line;
	size_t i;

	put(text, strlen(text));
	assert(lines_open(&l, path));
	for (i = 0; i < n; i++) {
		assert(lines_next(&l, &line));
		assert(span_equal(line, span_of(want[i])));
		assert(l.number == i + 1);
	}
	assert(!lines_next(&l, &line) && l.reason == NULL);
	lines_end(&l);
}

static void
test_lines(void)
{
	static const char *const two[] = { "one", "two" };
	static const char *const empty[] = { "", "", "x" };

	expect("one\ntwo\n", two, 2);
	expect("one\ntwo", two, 2);
	expect("\n\nx", empty, 3);
	expect("", NULL, 0);
}

static void
test_many(void)
{
	struct lines l = { 0 };
	struct span line;
	FILE *f = fopen(path, "w");
	char want[24];
	int i;

	assert(f != NULL);
	for (i = 0; i < 100000; i++)
		fprintf(f, "line %d\n", i);
	assert(fclose(f) == 0);
	assert(lines_open(&l, path));
	for (i = 0; lines_next(&l, &line); i++) {
		snprintf(want, sizeof want, "line %d", i);
		assert(span_equal(line, span_of(want)));
	}
	assert(i == 100000 && l.reason == NULL);
	lines_close(&l);
	assert(lines_open(&l, path) && lines_next(&l, &line));
	assert(l.number == 1);
	lines_end(&l);
}

static void
test_refused(void)
{
	char *text = calloc(1, 3 * LINES_MOST);
	struct lines l = { 0 };
	struct span line;

	assert(text != NULL);
	text[0] = '\n';
	put(text, 3 * LINES_MOST);
	assert(lines_open(&l, path) && lines_next(&l, &line));
	assert(!lines_next(&l, &line) && l.reason != NULL && l.number == 2);
	put("\x1F\x8B\x08", 3);
	assert(!lines_open(&l, path) && l.reason != NULL);
	assert(!lines_open(&l, "/no/such/file") && l.reason != NULL);
	lines_end(&l);
	free(text);
}

int
main(void)
{
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	test_lines();
	test_many();
	test_refused();
	unlink(path);
	return 0;
}
