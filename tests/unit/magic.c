/* SPDX-License-Identifier: ISC */
/* magic: compressed bytes and HTML by how they begin. */
#include <assert.h>
#include <string.h>

#include "magic.h"

/* Whether n bytes are refused with a word on `tool`, and a byte less not. */
static void
expect(const char *bytes, size_t n, const char *tool)
{
	const char *refusal = magic_refusal(bytes, n);

	assert(refusal != NULL && strstr(refusal, tool) != NULL);
	assert(magic_refusal(bytes, n - 1) == NULL);
	assert(!magic_is_common(bytes[0]));
	assert(magic_advice(bytes, n, true) == NULL);
}

/* Whether the text, plain or not, brings advice to use `word`, or none. */
static void
expect_advice(const char *text, bool plain, const char *word)
{
	const char *advice = magic_advice(text, strlen(text), plain);

	assert((advice != NULL) == (word != NULL));
	assert(word == NULL || strstr(advice, word) != NULL);
	assert(word == NULL || !magic_is_common(text[0]));
	assert(magic_refusal(text, strlen(text)) == NULL);
}

static void
expect_html(const char *text, bool html)
{
	expect_advice(text, false, html ? "lynx -dump -nolist" : NULL);
	expect_advice(text, true, html ? "lynx -dump -nolist" : NULL);
}

int
main(void)
{
	int c;

	expect("\x1F\x8B", 2, " zcat ");
	expect("\x28\xB5\x2F\xFD", 4, " zstdcat ");
	expect("BZh", 3, " bzcat ");
	expect("\xFD" "7zXZ", 5, " xzcat ");
	assert(magic_refusal("", 0) == NULL);
	expect_html("<!DOCTYPE html>", true);
	expect_html("<!doctype html>", true);
	expect_html("<HtMl lang=en>", true);
	expect_html("\xEF\xBB\xBF\r\n\t <html>", true);
	expect_html("<htm", false);
	expect_html("a <html>", false);
	expect_html("<p>The council", false);
	expect_html("", false);
	expect_html("\xEF\xBB\xBF", false);
	expect_advice("{\"id\":1}", true, "use -j");
	expect_advice("{\"id\":1}", false, NULL);
	expect_advice("{id}", true, NULL);
	expect_advice("WARC/1.0\r\n", true, "use --wet");
	expect_advice("WARC/1.0\r\n", false, NULL);
	expect_advice("WARC files are large", true, NULL);
	for (c = 'a'; c <= 'z'; c++)
		assert(magic_is_common((char)c));
	assert(magic_is_common('"') && magic_is_common('\xE2'));
	return 0;
}
