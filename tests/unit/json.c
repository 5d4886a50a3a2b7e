/* SPDX-License-Identifier: ISC */
/* json: what is a good record, and where its parts stand. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "json.h"

static const struct json_keys keys = { { "text", "id", "blocks" } };

#define GOOD NULL
#define OBJECT "not a JSON object"
#define BROKEN "not valid JSON"
#define MORE "not valid JSON: more after the object"
#define NO_TEXT "no text"
#define NO_STRING "the text is no string"
#define TWO_TEXTS "the text comes twice"
#define TWO_IDS "the id comes twice"

static const struct {
	const char *line, *reason;
} lines[] = {
	{ "{\"text\":\"\"}", GOOD },
	{ " \t{ \"text\" : \"a\" } \r", GOOD },
	{ "{\"text\":\"a\",\"n\":12345678901234567890}", GOOD },
	{ "{\"text\":\"a\",\"n\":[-0,0.5,1e9,-1.25E-7,1E+2]}", GOOD },
	{ "{\"a\":{},\"b\":[],\"c\":[{},[[]],{\"d\":[1]}],\"text\":\"\"}", GOOD },
	{ "{\"a\":true,\"b\":false,\"c\":null,\"text\":\"x\"}", GOOD },
	{ "{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\"}", GOOD },
	{ "{\"text\":\"a\\\\\",\"b\":\"\\\\\\\"\"}", GOOD },
	{ "{\"a\":{\"text\":1},\"text\":\"x\"}", GOOD },
	{ "{\"a\":1,\"a\":2,\"text\":\"x\"}", GOOD },
	{ "{\"blocks\":1,\"blocks\":2,\"text\":\"x\"}", GOOD },
	{ "{\"text\":\"\xFF\xE2\"}", GOOD },
	{ "{\"Text\":\"a\",\"text\":\"b\"}", GOOD },

	{ "", OBJECT },
	{ "[]", OBJECT },
	{ "[{\"text\":\"a\"}]", OBJECT },
	{ "\"text\"", OBJECT },
	{ "12", OBJECT },
	{ "null", OBJECT },
	{ "\xEF\xBB\xBF{\"text\":\"\"}", OBJECT },
	{ "text", OBJECT },

	{ "{", BROKEN },
	{ "{\"text\"", BROKEN },
	{ "{\"text\":", BROKEN },
	{ "{\"text\":\"", BROKEN },
	{ "{\"text\":\"a", BROKEN },
	{ "{\"text\":\"a\\\"", BROKEN },
	{ "{\"text\":\"a\\\"}", BROKEN },
	{ "{\"text\":\"a\"", BROKEN },
	{ "{\"text\":\"a\",", BROKEN },
	{ "{\"text\":\"a\",}", BROKEN },
	{ "{,\"text\":\"a\"}", BROKEN },
	{ "{\"text\" \"a\"}", BROKEN },
	{ "{text:\"a\"}", BROKEN },
	{ "{'text':'a'}", BROKEN },
	{ "{1:\"a\"}", BROKEN },
	{ "{\"text\":\"a\" \"b\":1}", BROKEN },
	{ "{\"text\":\"a\"]", BROKEN },
	{ "{\"text\":\"a\",\"b\":[1,]}", BROKEN },
	{ "{\"text\":\"a\",\"b\":[1 2]}", BROKEN },
	{ "{\"text\":\"a\",\"b\":[1}}", BROKEN },
	{ "{\"text\":\"a\",\"b\":{]}", BROKEN },
	{ "{\"text\":\"a\",\"b\":{\"c\"}}", BROKEN },
	{ "{\"text\":\"a\",\"b\":{\"c\":}}", BROKEN },
	{ "{\"text\":\"a\",\"b\":{\"c\":1,}}", BROKEN },
	{ "{\"text\":\"a\",\"b\":{\"c\":1,2}}", BROKEN },
	{ "{\"text\":\"a\",\"b\":01}", BROKEN },
	{ "{\"text\":\"a\",\"b\":.5}", BROKEN },
	{ "{\"text\":\"a\",\"b\":5.}", BROKEN },
	{ "{\"text\":\"a\",\"b\":+5}", BROKEN },
	{ "{\"text\":\"a\",\"b\":-}", BROKEN },
	{ "{\"text\":\"a\",\"b\":1e}", BROKEN },
	{ "{\"text\":\"a\",\"b\":1e+}", BROKEN },
	{ "{\"text\":\"a\",\"b\":0x10}", BROKEN },
	{ "{\"text\":\"a\",\"b\":NaN}", BROKEN },
	{ "{\"text\":\"a\",\"b\":Infinity}", BROKEN },
	{ "{\"text\":\"a\",\"b\":tru}", BROKEN },
	{ "{\"text\":\"a\",\"b\":nulll}", BROKEN },
	{ "{\"text\":\"a\",\"b\":True}", BROKEN },
	{ "{\"text\":\"a\\x\"}", BROKEN },
	{ "{\"text\":\"a\\u12\"}", BROKEN },
	{ "{\"text\":\"a\\u12G4\"}", BROKEN },
	{ "{\"text\":\"a\\u 123\"}", BROKEN },
	{ "{\"te\\xt\":\"a\"}", BROKEN },
	{ "{\"text\":\"a\",\"b\":\"\\u\"}", BROKEN },
	{ "{\"text\":\"a\"/**/}", BROKEN },

	{ "{\"text\":\"a\"}}", MORE },
	{ "{\"text\":\"a\"} {}", MORE },
	{ "{\"text\":\"a\"},", MORE },
	{ "{\"text\":\"a\"}x", MORE },

	{ "{}", NO_TEXT },
	{ "{ }", NO_TEXT },
	{ "{\"Text\":\"a\"}", NO_TEXT },
	{ "{\"a\":{\"text\":\"b\"}}", NO_TEXT },
	{ "{\"tex\":\"a\",\"textt\":\"b\"}", NO_TEXT },
	{ "{\"text\":null}", NO_STRING },
	{ "{\"text\":1}", NO_STRING },
	{ "{\"text\":[\"a\"]}", NO_STRING },
	{ "{\"text\":{}}", NO_STRING },
	{ "{\"text\":\"a\",\"text\":\"a\"}", TWO_TEXTS },
	{ "{\"text\":\"a\",\"te\\u0078t\":\"b\"}", TWO_TEXTS },
	{ "{\"id\":1,\"text\":\"a\",\"id\":1}", TWO_IDS },
	{ "{\"id\":1,\"\\u0069d\":2,\"text\":\"a\"}", TWO_IDS },
};

/* A copy on the heap, so that ASan sees what reads over the end. */
static const char *
scan(const char *line, size_t n, struct json_record *r, char **copy)
{
	struct json_scanner s = { 0 };
	const char *reason;

	*copy = malloc(n == 0 ? 1 : n);
	assert(*copy != NULL);
	if (n > 0)
		memcpy(*copy, line, n);
	reason = json_scan(&s, (struct span) { *copy, n }, &keys, r);
	json_end(&s);
	return reason;
}

static void
test_lines(void)
{
	struct json_record r;
	const char *reason;
	char *copy;
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		reason = scan(lines[i].line, strlen(lines[i].line), &r, &copy);
		if (reason == NULL ? lines[i].reason != NULL
		    : lines[i].reason == NULL
		        || strcmp(reason, lines[i].reason) != 0)
			fprintf(stderr, "%s: %s\n", lines[i].line,
			    reason == NULL ? "good" : reason);
		assert((reason == NULL) == (lines[i].reason == NULL));
		assert(reason == NULL
		    || strcmp(reason, lines[i].reason) == 0);
		free(copy);
	}
}

/* No beginning of a record is one. */
static void
test_cut_off(void)
{
	static const char line[] = "{\"a\":[1.5e3,{\"b\":\"\\u00e9\"},true],"
	                           "\"id\":null,\"text\":\"x\\\\\\\"\"}";
	struct json_record r;
	char *copy;
	size_t n;

	for (n = 0; n < sizeof line; n++) {
		assert((scan(line, n, &r, &copy) == NULL)
		    == (n == sizeof line - 1));
		free(copy);
	}
}

static void
test_spans(void)
{
	static const char line[] = "{ \"blocks\" : [1] , \"id\":12.50,"
	                           "\"text\" : \"a\\nb\" ,\"blocks\": {} }";
	struct json_record r;
	char *copy;

	assert(scan(line, sizeof line - 1, &r, &copy) == NULL);
	assert(span_equal(r.value[JSON_TEXT], span_of("\"a\\nb\"")));
	assert(span_equal(r.value[JSON_ID], span_of("12.50")));
	assert(span_equal(r.value[JSON_MEMBER], span_of("{}")));
	assert(strcmp(line + r.end, " }") == 0);
	free(copy);
	assert(scan("{\"text\":\"\"}", 11, &r, &copy) == NULL);
	assert(r.end == 10);
	assert(r.value[JSON_ID].p == NULL && r.value[JSON_MEMBER].p == NULL);
	free(copy);
}

/* A key may be written with escapes, hold anything, and be absent. */
static void
test_keys(void)
{
	static const struct json_keys other = { { "a\"\xC3\xA9", NULL, NULL } };
	struct json_scanner s = { 0 };
	struct json_record r;

	assert(json_scan(&s, span_of("{\"a\\\"\\u00e9\":\"x\"}"), &other, &r)
	    == NULL);
	assert(json_scan(&s, span_of("{\"a\\u0022\xC3\xA9\":\"x\",\"\":1}"),
	           &other, &r)
	    == NULL);
	assert(json_scan(&s, span_of("{\"text\":\"x\"}"), &other, &r) != NULL);
	json_end(&s);
}

/* { "text":"", "a": [{"a":[{"a": ... 1 ... }]}] } */
static void
test_depth(void)
{
	enum { DEPTH = 100000 };
	struct buffer b = { 0 };
	struct json_record r;
	char *copy;
	size_t i;

	buffer_string(&b, "{\"text\":\"\",\"a\":");
	for (i = 0; i < DEPTH; i++)
		buffer_string(&b, i % 3 == 0 ? "{\"a\":" : "[");
	buffer_string(&b, "1");
	for (i = DEPTH; i > 0; i--)
		buffer_string(&b, (i - 1) % 3 == 0 ? "}" : "]");
	buffer_string(&b, "}");
	assert(scan(b.p, b.n, &r, &copy) == NULL);
	assert(r.end == b.n - 1);
	free(copy);
	assert(scan(b.p, b.n - 1, &r, &copy) != NULL);
	free(copy);
	b.p[b.n - 2] ^= '}' ^ ']'; /* the last bracket is the wrong one */
	assert(scan(b.p, b.n, &r, &copy) != NULL);
	free(copy);
	buffer_end(&b);
}

int
main(void)
{
	test_lines();
	test_cut_off();
	test_spans();
	test_keys();
	test_depth();
	return 0;
}
