/* SPDX-License-Identifier: ISC */
/* sample: all ways see the same in any block. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "sample.h"
#include "sign.h"
#include "tables.h"
#include "word.h"

enum { FOLLOWS = 200 /* bytes behind a block */ };

/* How many blocks were looked at each way. */
static size_t n_looked[SAMPLE_WIDE + 1];

static bool
look_by(struct sample *sample, enum sample_way way, const struct scan *s,
    size_t start, size_t end)
{
	bool can;

	memset(sample, 0x55 + (int)way, sizeof *sample);
	can = sample_of_by(sample, way, s, start, end, &functions_table);
	n_looked[way] += can;
	return can;
}

/* Looks at the block all ways; returns what they saw. */
static struct sample
compare(const struct scan *s, size_t start, size_t end)
{
	struct sample other, plain;
	enum sample_way way;

	assert(look_by(&plain, SAMPLE_PLAIN, s, start, end));
	for (way = SAMPLE_FAST; way <= SAMPLE_WIDE; way++) {
		if (!look_by(&other, way, s, start, end))
			continue;
		assert(memcmp(&other, &plain, offsetof(struct sample, hash))
		    == 0);
		assert(memcmp(other.hash, plain.hash,
		    (plain.n + 1) * sizeof *plain.hash) == 0);
	}
	return plain;
}

/* A scan of a copy on the heap, so that ASan sees what reads beyond. */
static struct scan
scan_of(const char *text, size_t len)
{
	struct scan s = { 0 };
	char *copy = malloc(len == 0 ? 1 : len);

	assert(copy != NULL);
	if (len > 0)
		memcpy(copy, text, len);
	scan_text(&s, copy, len);
	return s;
}

static void
drop(struct scan *s)
{
	free((void *)(uintptr_t)s->text);
	scan_end(s);
}

static struct sample
look(const char *text)
{
	struct scan s = scan_of(text, strlen(text));
	struct sample sample = compare(&s, 0, s.len);

	drop(&s);
	return sample;
}

/* All kinds of parts in any order, and any bytes: blocks of any place. */
static void
test_twins(void)
{
	static const char *const parts[] = { "the ", "a ", "of ", "Council ",
		"word, ", "1", "2024 ", "nonetheless ", "don't", " I ",
		"internationalization", ", ", ",", ",,", " (", "- ", "-", "/",
		"//", "@", "$", ": ", " | ", ".\n", "\n\n", "\t",
		"          ", "                                    ",
		"caf\xC3\xA9 ", "\xC3\x89t\xC3\xA9", "it\xE2\x80\x99s ",
		"\xE2\x80\x9C", "\xE2\x80\x94", "\xC2\xB7 ", "\xE4\xB8\xAD",
		"\xE6\x88\x91\xE4\xBB\xAC", "\xE3\x80\x82", "\xEF\xBC\x8C",
		"\xE3\x81\xAE", "\xD0\x9C\xD0\xB8\xD1\x80 ", "\xE2", "\x80",
		"\xFF", "\xF0\x9F\x98\x80", "\xE0\xB8\x81", "{", "'", "Read ",
		"more " };
	char bytes[1024 + FOLLOWS];
	const char *part;
	size_t len, from, to, n;
	struct scan s;
	int round;

	for (round = 0; round < 4000; round++) {
		for (len = 0, n = dice_below(150); n > 0; n--) {
			part = parts[dice_below(dice() % 2 == 0
			    ? 12 : sizeof parts / sizeof parts[0])];
			if (len + strlen(part) > sizeof bytes - FOLLOWS)
				break;
			memcpy(bytes + len, part, strlen(part));
			len += strlen(part);
		}
		if (round % 8 == 0)
			for (n = 0; n < len; n++)
				bytes[n] = (char)dice();
		memset(bytes + len, 'x', FOLLOWS);
		s = scan_of(bytes, dice() % 4 == 0 ? len : len + FOLLOWS);
		compare(&s, 0, len);
		for (n = 0; n < 40; n++) {
			from = dice_below(len + 1);
			to = from + dice_below(len - from + 1);
			compare(&s, from, to);
		}
		drop(&s);
	}
}

/* Words of every length, at every place in a cell and at the text's end. */
static void
test_places(void)
{
	char bytes[200];
	struct sample sample;
	size_t before, n, behind;
	struct scan s;

	for (before = 0; before < 70; before++)
		for (n = 1; n < 80; n += n < 20 ? 1 : 13)
			for (behind = 0; behind < 20; behind += 3) {
				memset(bytes, ' ', sizeof bytes);
				memset(bytes + before, 'e', n);
				bytes[before] = 'E';
				s = scan_of(bytes, before + n + behind);
				sample = compare(&s, before, before + n);
				assert(sample.n == 1 && sample.n_caps == 1);
				assert(sample.longer == (n >= 5));
				assert(sample.hash[0]
				    == word_hash(scan_span(&s, before,
				        before + n)));
				drop(&s);
			}
}

static void
test_seen(void)
{
	struct sample s = look("Ask Mr. O'Connor, 42, (nonetheless), a, b");

	assert(s.n == 7 && s.n_head == 7 && s.n_words == 7 && s.n_stops == 1);
	assert(s.numbers == 1 << 3 && s.n_numbers == 1 && s.n_caps == 3);
	assert(s.longer == (1 << 2 | 1 << 4) && s.letters == 0);
	assert(s.n_commas == 4 && s.n_parens == 1);
	assert(s.signs == (1 << SIGN_COMMA | 1 << SIGN_PAREN));
	assert(look("a, , ,b ,").n_commas == 1);
	assert(look("a                                , b").n_commas == 0);
	assert(look("\xE6\x88\x91\xE4\xBB\xAC").letters == 3);
	assert(look("").n == 0 && look("").hash[0] == 0);
}

/* Of a long block, the first words and those of the last bytes. */
static void
test_long(void)
{
	char text[400];
	struct sample s;
	size_t i;

	for (i = 0; i < sizeof text; i += 4)
		memcpy(text + i, "abc ", 4);
	text[sizeof text - 1] = '\0';
	s = look(text);
	assert(s.n_words == 100 && s.n_head == SAMPLE_HEAD);
	assert(s.n == SAMPLE_HEAD + 16);
	text[4 * (SAMPLE_HEAD + 3) - 1] = '\0';
	assert(look(text).n == SAMPLE_HEAD + 3);
}

int
main(void)
{
	test_twins();
	test_places();
	test_seen();
	test_long();
	/* where it can be it is, for blocks of most forms */
	assert(n_looked[SAMPLE_WIDE] == 0
	    || n_looked[SAMPLE_WIDE] > n_looked[SAMPLE_PLAIN] / 4);
	return 0;
}
