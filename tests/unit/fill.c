/* SPDX-License-Identifier: ISC */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fill.h"

static struct fill fill;

/* The lines of a text in ten columns, shown, each followed by a slash. */
static void
fills(const char *text, const char *want)
{
	struct output out;
	char got[400];
	int fds[2];
	size_t i;
	ssize_t n;

	assert(pipe(fds) == 0);
	output_begin(&out, fds[1]);
	fill_text(&fill, span_of(text), 10);
	for (i = 0; i < fill.n; i++) {
		fill_put(&out, (struct span) { text + fill.line[i].start,
		    fill.line[i].end - fill.line[i].start });
		output_write(&out, "/", 1);
	}
	assert(output_close(&out) == 0);
	n = read(fds[0], got, sizeof got);
	assert(n >= 0 && (size_t)n == strlen(want));
	assert(memcmp(got, want, strlen(want)) == 0);
	close(fds[0]);
}

/* A long text without a place to break it is cut in linear time. */
static void
fills_long(void)
{
	enum { N = 1 << 22 };
	char *text = malloc(N);

	assert(text != NULL);
	memset(text, 'x', N);
	fill_text(&fill, (struct span) { text, N }, 10);
	assert(fill.n == (N + 9) / 10);
	memset(text, '\xFF', N);
	fill_text(&fill, (struct span) { text, N }, 10);
	assert(fill.n == N / 2);
	free(text);
}

int
main(void)
{
	fills("", "");
	fills(" \n ", "");
	fills("one two three", "one two/three/");
	fills("0123456789 a", "0123456789/a/");
	fills("0123456789abc", "0123456789/abc/");
	fills("a b\nc\n   d", "a b c d/");
	fills("  a  b", "  a  b/");
	fills("  a\nb", "a b/");
	fills("        a", "a/");
	fills("a\tb", "a    b/");
	/* wide: five in a line, no stop first in one, no bracket last */
	fills("一二三四五六七", "一二三四五/六七/");
	fills("一二三四五。六", "一二三四/五。六/");
	fills("一二三四「五六」", "一二三四/「五六」/");
	fills("ab 한국어 한국", "ab 한국어/한국/");
	/* marks take no room and stay with their letter */
	fills("e\xCC\x81" "123456789e\xCC\x81",
	    "e\xCC\x81" "123456789/e\xCC\x81/");
	fills("a\xE2\x80\x8D" "b", "a\xE2\x80\x8D" "b/");
	/* what would steer the terminal */
	fills("\033[2Jx", "\\x1B[2Jx/");
	fills("a\xE2\x80\xAE" "b", "a/\\xE2\\x80\\xAE/b/");
	fills("\xC2\x9B" "1m", "\\xC2\\x9B1m/");
	fills_long();
	fill_end(&fill);
	return 0;
}
