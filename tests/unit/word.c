/* SPDX-License-Identifier: ISC */
/* word: the hash of a word is fixed, and knows no case. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "utf8.h"
#include "word.h"

/* The hash of a copy on the heap, so that ASan sees what reads beyond. */
static uint64_t
hash(const char *p, size_t n)
{
	char *copy = malloc(n == 0 ? 1 : n);
	uint64_t h;

	assert(copy != NULL);
	if (n > 0)
		memcpy(copy, p, n);
	h = word_hash((struct span) { copy, n });
	free(copy);
	return h;
}

static uint64_t
of(const char *word)
{
	return hash(word, strlen(word));
}

/* These stand in state files: they never change. */
static void
test_fixed(void)
{
	static const struct {
		const char *word;
		uint64_t hash;
	} fixed[] = {
		{ "", 0x1ECEECEA6FBE981D },
		{ "a", 0x2668B36C95FABC3F },
		{ "the", 0xD1D71BB40FADF03D },
		{ "7", 0xF060E08EC1CC3D4A },
		{ "isn't", 0x0D3E03DEC68A22FF },
		{ "westbrook", 0xE4EFDEDFE7BFA424 },
		{ "councillor", 0xD5E67201142B615C },
		{ "abcdefgh", 0x85DCEB0787282E82 },
		{ "counterrevolutionaries", 0x8169104214182ADD },
		{ "caf\xC3\xA9", 0x076DD7831B84369B },
		{ "\xD0\xBC\xD0\xBE\xD1\x81\xD1\x82\xD1\x8B",
		    0x5C2183B33E33B47D },
		{ "\xE4\xB8\xAD", 0xFC3A627DA7EBE5DA },
	};
	size_t i;

	for (i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
		if (of(fixed[i].word) != fixed[i].hash)
			fprintf(stderr, "%s: 0x%016" PRIX64 "\n",
			    fixed[i].word, of(fixed[i].word));
	}
	for (i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		assert(of(fixed[i].word) == fixed[i].hash);
}

static void
test_same(void)
{
	static const char *const pairs[][2] = { { "The", "the" },
		{ "DON'T", "don't" }, { "don\xE2\x80\x99t", "Don't" },
		{ "O\xE2\x80\x99" "BRIENSTOWNSHIP", "o'brienstownship" },
		{ "CAF\xC3\x89", "caf\xC3\xA9" },
		{ "\xD0\x9C\xD0\x98\xD0\xA0", "\xD0\xBC\xD0\xB8\xD1\x80" },
		{ "\xC3\x89" "COLES", "\xC3\xA9" "coles" } };
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		assert(of(pairs[i][0]) == of(pairs[i][1]));
}

static void
test_other(void)
{
	static const char *const words[] = { "", "a", "b", "aa", "ab", "ba",
		"0", "1", "10", "its", "it's", "abcdefgh", "abcdefgi",
		"bbcdefgh", "abcdefg", "abcdefghi", "abcdefghabcdefgh",
		"caf\xC3\xA9", "caf\xC3\xA8", "cafe", "caf\xE9", "caf\xE8",
		"\xCC\xE8\xF0", "\xF0\xE8\xCC", "\xE4\xB8\xAD",
		"\xE4\xB8\xAE", "\xEF\xBF\xBD" };
	size_t i, j, n = sizeof words / sizeof words[0];

	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++) {
			if (of(words[i]) == of(words[j]))
				fprintf(stderr, "%s %s\n", words[i], words[j]);
			assert(of(words[i]) != of(words[j]));
		}
	assert(hash("a\0", 2) != hash("a", 1));
}

/* Bytes behind a short word do not count. */
static void
test_short(void)
{
	static const char text[] = "Its\xE2'zzzzzzzz";
	size_t n;

	for (n = 1; n <= 3; n++)
		assert(word_hash_short(word_eight(text), n) == hash(text, n));
	for (n = 1; n <= 8; n++)
		assert(word_hash_short(word_eight("CounciL7"), n)
		    == hash("council7", n));
}

/* The ways without a call give what the call gives. */
static void
test_ways(void)
{
	static const char letters[] = "aBz09'\xC3\xA9\xE2";
	size_t round, n, i;
	struct span word;
	char *text;

	for (round = 0; round < 20000; round++) {
		n = 1 + dice_below(20);
		text = malloc(n);
		assert(text != NULL);
		for (i = 0; i < n; i++)
			text[i] = letters[dice_below(round % 2 == 0 ? 6 : 9)];
		word = (struct span) { text, 1 + dice_below(n) };
		assert(word_hash(word) == word_hash_long(word));
		assert(word_hash_in(word, text + n) == word_hash_long(word));
		free(text);
	}
}

/* ASCII words of any length: case alone does not count, a letter does. */
static void
test_random(void)
{
	char word[40], other[40];
	size_t round, n, i;

	for (round = 0; round < 20000; round++) {
		n = 1 + dice_below(sizeof word);
		for (i = 0; i < n; i++) {
			word[i] = "abcxyz019'"[dice_below(10)];
			other[i] = word[i] >= 'a' && dice_below(2) == 0
			    ? (char)(word[i] - 32) : word[i];
		}
		assert(hash(word, n) == hash(other, n));
		other[dice_below(n)] = 'm';
		assert(hash(word, n) != hash(other, n));
		assert(hash(word, n) != hash(word, n - 1));
	}
}

/* The hash of a word of ASCII, a byte at a time. */
static uint64_t
plain(const char *word, size_t n)
{
	uint64_t h = WORD_SEED, eight = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		eight |= (uint64_t)(unsigned char)(word[i] | 0x20)
		    << 8 * (i % 8);
		if (i % 8 < 7 && i + 1 < n)
			continue;
		h = word_mix(h ^ eight);
		eight = 0;
	}
	return word_mix(h ^ n);
}

static void
test_plain(void)
{
	static const char text[] = "Counterrevolutionaries'Constitutional9";
	size_t from, n;

	for (from = 0; from < sizeof text - 1; from++)
		for (n = 1; n < sizeof text - from; n++)
			assert(hash(text + from, n) == plain(text + from, n));
}

static void
test_chain(void)
{
	uint64_t a = of("red"), b = of("wine");

	assert(word_chain(word_chain(0, a), b)
	    != word_chain(word_chain(0, b), a));
	assert(word_chain(0, a) != word_chain(1, a));
}

int
main(void)
{
	test_same();
	test_other();
	test_random();
	test_plain();
	test_chain();
	test_short();
	test_ways();
	test_fixed();
	return 0;
}
