/* SPDX-License-Identifier: ISC */
/* scan: all ways of making masks agree; words are what they are. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "scan.h"

/* The words from each byte on, found by one cell and by looking for them. */
static void
compare_words(const struct scan *s)
{
	size_t from, at, to = s->len - dice() % (s->len + 1);
	struct span word, plain;

	for (from = 0; from <= s->len; from++) {
		at = from;
		plain = scan_word_beyond(s, from, to);
		if (!scan_word(s, &at, to, &word)) {
			assert(plain.n == 0);
			continue;
		}
		assert(word.p == plain.p && word.n == plain.n);
		assert(s->text + at == word.p + word.n);
	}
}

/* All ways over the same bytes, on the heap so that ASan sees overruns. */
static void
compare(const char *bytes, size_t len)
{
	struct scan fast = { 0 }, plain = { 0 };
	char *copy = malloc(len == 0 ? 1 : len);
	enum scan_way way;

	assert(copy != NULL);
	memcpy(copy, bytes, len);
	assert(scan_text_by(&plain, SCAN_PLAIN, copy, len));
	for (way = SCAN_AVX2; way <= SCAN_AVX512; way++)
		if (scan_text_by(&fast, way, copy, len))
			assert(memcmp(fast.cell, plain.cell,
			           (len + 63) / 64 * sizeof *fast.cell)
			    == 0);
	compare_words(&plain);
	scan_end(&fast);
	scan_end(&plain);
	free(copy);
}

static void
test_twins(void)
{
	static const char *const parts[] = { "a", "B", "7", " ", "'", "\n",
		"\xC3\xA9", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE4\xB8\xAD",
		"\xE3\x80\x82", "\xE0\xB8\x81", "\xF0\x9F\x98\x80", "\xC2\xAB",
		"\xE2", "\x80", "\xFF", "\xE4", "\xF0\x9F", "\xD7\x90", "." };
	char bytes[400];
	size_t n, len;
	int round;

	for (round = 0; round < 3000; round++) {
		for (n = len = 0; n < 90; n++) {
			const char *part = parts[dice()
			    % (sizeof parts / sizeof parts[0])];

			memcpy(bytes + len, part, strlen(part));
			len += strlen(part);
		}
		compare(bytes, len - dice() % len);
		for (n = 0; n < 200; n++)
			bytes[n] = (char)dice();
		compare(bytes, dice() % 201);
	}
}

/* The words of a text, with | between. */
static void
expect_words(const char *text, const char *want)
{
	struct scan s = { 0 };
	struct span word;
	char got[400] = "";
	size_t at = 0;

	scan_text(&s, text, strlen(text));
	while (scan_word(&s, &at, s.len, &word)) {
		if (got[0] != '\0')
			strcat(got, "|");
		strncat(got, word.p, word.n);
	}
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s: %s, not %s\n", text, got, want);
	assert(strcmp(got, want) == 0);
	scan_end(&s);
}

static void
test_words(void)
{
	expect_words("", "");
	expect_words("Don't stop, 'tis 3rd-rate!", "Don't|stop|tis|3rd|rate");
	expect_words("the dogs\xE2\x80\x99 isn\xE2\x80\x99t",
	    "the|dogs|isn\xE2\x80\x99t");
	expect_words("\xE2\x80\x9C" "caf\xC3\xA9\xE2\x80\x9D\xE2\x80\xA6 ok",
	    "caf\xC3\xA9|ok");
	expect_words("caf\xE9 cr\xE8me", "caf\xE9|cr\xE8me");
	expect_words("\xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82",
	    "\xE4\xBD\xA0|\xE5\xA5\xBD");
	expect_words("\xD0\x9C\xD0\xB8\xD1\x80!", "\xD0\x9C\xD0\xB8\xD1\x80");
	/* across the edge of a cell */
	expect_words("                                                            "
	             "it\xE2\x80\x99s fine",
	    "it\xE2\x80\x99s|fine");
	expect_words("                                                          "
	             "abcde'fgh x",
	    "abcde'fgh|x");
}

static void
test_count(void)
{
	struct scan s = { 0 };
	char text[300];
	size_t from, to, i, n;

	for (i = 0; i < sizeof text; i++)
		text[i] = dice() % 3 == 0 ? '7' : ' ';
	scan_text(&s, text, sizeof text);
	for (from = 0; from <= sizeof text; from += 7)
		for (to = from; to <= sizeof text; to += 5) {
			for (i = from, n = 0; i < to; i++)
				n += text[i] == '7';
			assert(scan_count(&s, SCAN_DIGIT, from, to) == n);
			for (i = from; i < to && text[i] != '7'; i++)
				;
			assert(scan_next(&s, SCAN_DIGIT, from, to) == i);
		}
	scan_end(&s);
}

int
main(void)
{
	test_twins();
	test_words();
	test_count();
	return 0;
}
