/* SPDX-License-Identifier: ISC */
/* json_string: what is encoded decodes to the same; bad parts are replaced. */
#include <assert.h>
#include <stdio.h>

#include "dice.h"
#include "json_string.h"
#include "utf8.h"

#define BAD "\xEF\xBF\xBD"

/* Whether it is a string, from the first byte to the last. */
static bool
is_string(struct span s)
{
	return s.n > 0 && json_string_skip(s.p + 1, s.p + s.n) == s.p + s.n;
}

static void
expect_text(const char *value, const char *want, size_t n)
{
	struct buffer b = { 0 };
	struct span got;

	assert(is_string(span_of(value)));
	got = json_string_decode(span_of(value), &b);
	if (!span_equal(got, (struct span) { want, n }))
		fprintf(stderr, "%s: %.*s\n", value, (int)got.n, got.p);
	assert(span_equal(got, (struct span) { want, n }));
	buffer_end(&b);
}

static void
expect(const char *value, const char *want)
{
	expect_text(value, want, strlen(want));
}

static void
test_decode(void)
{
	expect("\"\"", "");
	expect("\"plain\"", "plain");
	expect("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
	expect("\"\\u0041\\u00e9\\u00E9\\u20ac\"",
	    "A\xC3\xA9\xC3\xA9\xE2\x82\xAC");
	expect("\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80");
	expect("\"\\uDBFF\\uDFFF\"", "\xF4\x8F\xBF\xBF");
	expect("\"\\uffff\"", "\xEF\xBF\xBF");
	expect_text("\"a\\u0000b\"", "a\0b", 3);
	/* lone surrogates */
	expect("\"\\ud83d\"", BAD);
	expect("\"\\ude00\"", BAD);
	expect("\"\\ude00\\ud83d\"", BAD BAD);
	expect("\"\\ud83dx\"", BAD "x");
	expect("\"\\ud83d\\n\"", BAD "\n");
	expect("\"\\ud83d\\ud83d\\ude00\"", BAD "\xF0\x9F\x98\x80");
	expect("\"\\ud83d\\u0041\"", BAD "A");
	/* bad bytes, which no escape mends */
	expect("\"caf\xE9\"", "caf" BAD);
	expect("\"\xE2\x80\\n\x80\"", BAD "\n" BAD);
	expect("\"\xED\xA0\xBD\xED\xB8\x80\"", BAD BAD BAD BAD BAD BAD);
	/* control characters stand for themselves */
	expect("\"a\tb\x01\"", "a\tb\x01");
}

static void
test_borrow(void)
{
	struct span value = span_of("\"caf\xC3\xA9\"");
	struct buffer b = { 0 };

	assert(json_string_decode(value, &b).p == value.p + 1);
	assert(b.p == NULL);
}

static void
test_valid(void)
{
	assert(!is_string(span_of("\"\\a\"")));
	assert(!is_string(span_of("\"\\u123\"")));
	assert(!is_string(span_of("\"\\u12x4\"")));
	assert(!is_string(span_of("\"\\U0041\"")));
	assert(!is_string((struct span) { "\"\\\0\"", 4 }));
	assert(is_string(span_of("\"\\u12340\"")));
	assert(is_string(span_of("\"\\\\u12\"")));
}

static void
expect_value(const char *text, size_t n, const char *want)
{
	struct buffer b = { 0 };

	json_string_encode(&b, (struct span) { text, n });
	assert(span_equal(buffer_bytes(&b), span_of(want)));
	buffer_end(&b);
}

static void
test_encode(void)
{
	expect_value(NULL, 0, "\"\"");
	expect_value("a\"b\\c/", 6, "\"a\\\"b\\\\c/\"");
	expect_value("\0\1\b\t\n\v\f\r\x1F\x7F", 10,
	    "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7F\"");
	expect_value("caf\xC3\xA9 \xF0\x9F\x98\x80", 10,
	    "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"");
	expect_value("caf\xE9 \xE2\x80", 7, "\"caf" BAD " " BAD "\"");
}

/* Any bytes: the value is valid, and its text that of the bytes. */
static void
test_random(void)
{
	struct buffer value = { 0 }, text = { 0 }, want = { 0 };
	char bytes[200];
	size_t round, n, i;
	struct span got;

	for (round = 0; round < 50000; round++) {
		n = dice_below(sizeof bytes + 1);
		for (i = 0; i < n; i++)
			bytes[i] = round % 2 == 0 ? (char)dice()
			                          : "a\\\"\n\x1F\xC3\xA9u"[dice_below(8)];
		value.n = want.n = 0;
		json_string_encode(&value, (struct span) { bytes, n });
		buffer_add_valid(&want, (struct span) { bytes, n });
		assert(value.n >= 2 && is_string(buffer_bytes(&value)));
		assert(utf8_valid(value.p, value.n) == value.n);
		for (i = 0; i < value.n; i++)
			assert((unsigned char)value.p[i] >= 0x20);
		got = json_string_decode(buffer_bytes(&value), &text);
		assert(span_equal(got, buffer_bytes(&want)));
	}
	buffer_end(&value);
	buffer_end(&text);
	buffer_end(&want);
}

/* What stands for an escape is found wherever it begins in a long string. */
static void
test_places(void)
{
	static const char *const escapes[][2] = { { "\\n", "\n" },
		{ "\\\\", "\\" }, { "\\\"", "\"" }, { "\\u00e9", "\xC3\xA9" },
		{ "\\ud83d\\ude00", "\xF0\x9F\x98\x80" },
		{ "\\\\\\\\n", "\\\\n" } };
	char fill[160], value[200], want[200];
	size_t i, k;

	memset(fill, 'x', sizeof fill);
	for (i = 0; i < sizeof fill; i++)
		for (k = 0; k < sizeof escapes / sizeof escapes[0]; k++) {
			snprintf(value, sizeof value, "\"%.*s%s%.*s\"", (int)i,
			    fill, escapes[k][0], (int)(sizeof fill - i), fill);
			snprintf(want, sizeof want, "%.*s%s%.*s", (int)i, fill,
			    escapes[k][1], (int)(sizeof fill - i), fill);
			expect(value, want);
			snprintf(value, sizeof value, "\"%.*s%s\\x%.*s\"",
			    (int)i, fill, escapes[k][0],
			    (int)(sizeof fill - i), fill);
			assert(!is_string(span_of(value)));
		}
}

int
main(void)
{
	test_places();
	test_decode();
	test_borrow();
	test_valid();
	test_encode();
	test_random();
	return 0;
}
