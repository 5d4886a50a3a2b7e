/* SPDX-License-Identifier: ISC */
/* utf8: bad parts are those of Unicode 15, section 3.9, and of Python. */
#include <assert.h>

#include "dice.h"
#include "utf8.h"

/* Bytes, and what they read as: a dot for each bad part. */
static const struct {
	const char *bytes;
	const char *read;
} known[] = {
	{ "plain", "plain" },
	/* Unicode tables 3-8 to 3-11 */
	{ "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "........A" },
	{ "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "........A" },
	{ "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", ".....A..B" },
	{ "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "....A" },
	/* cut off, and too long */
	{ "\xC3", "." },
	{ "\xE2\x80", "." },
	{ "\xF0\x9F\x98", "." },
	{ "\xE2\x80" "a", ".a" },
	{ "\xE2" "a\x80", ".a." },
	{ "\xF8\x88\x80\x80\x80", "....." },
	{ "\xFE\xFF", ".." },
	{ "\xF5\x80\x80\x80", "...." },
	{ "\xC1\xBF", ".." },
	/* the edges of what is well-formed */
	{ "\xC2\x80\xDF\xBF\xE0\xA0\x80", "ccc" },
	{ "\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF", "ccc" },
	{ "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", "cc" },
	{ "\xF4\x90\x80\x80", "...." },
	{ "\xE0\x9F\xBF", "..." },
};

static void
test_known(void)
{
	size_t i, at, n, parts;
	uint32_t code;
	bool bad;

	for (i = 0; i < sizeof known / sizeof known[0]; i++) {
		n = strlen(known[i].bytes);
		for (at = parts = 0; at < n; parts++) {
			at += utf8_read(known[i].bytes + at, n - at, &code,
			    &bad);
			assert(bad == (known[i].read[parts] == '.'));
			assert(!bad || code == UTF8_BAD);
			assert(code >= 0x80
			    || (char)code == known[i].read[parts]);
		}
		assert(at == n);
		assert(parts == strlen(known[i].read));
		assert(utf8_count(known[i].bytes, n) == parts);
	}
}

/* Every character is read as it was written. */
static void
test_every(void)
{
	uint32_t code, got;
	char bytes[UTF8_MAX];
	size_t n, i;
	bool bad;

	for (code = 0; code <= 0x10FFFF; code++) {
		if (code >= 0xD800 && code < 0xE000)
			continue;
		n = utf8_write(bytes, code);
		assert(utf8_read(bytes, n, &got, &bad) == n);
		assert(got == code && !bad);
		assert(utf8_valid(bytes, n) == n);
		for (i = 1; i < n; i++) {
			assert(utf8_read(bytes, i, &got, &bad) == i && bad);
			assert(utf8_valid(bytes, i) == 0);
		}
	}
}

/* count and valid, which skip ASCII by eights, agree with reading. */
static void
compare(const char *p, size_t n)
{
	size_t at, count = 0, good = n;
	uint32_t code;
	bool bad;

	for (at = 0; at < n; count++) {
		size_t len = utf8_read(p + at, n - at, &code, &bad);

		assert(len > 0 && len <= n - at);
		if (bad && good == n)
			good = at;
		at += len;
	}
	assert(utf8_count(p, n) == count);
	assert(utf8_valid(p, n) == good);
}

static void
test_random(void)
{
	static const char *const parts[] = { "a", "bcdefghi", "\xC3\xA9",
		"\xE2\x80\x9C", "\xF0\x9F\x98\x80", "\xE2\x80", "\x80", "\xFF",
		"\xED\xA0\x80", "\xF0\x9F" };
	char bytes[200];
	size_t n, len, round;

	for (round = 0; round < 20000; round++) {
		for (n = len = 0; n < 20; n++) {
			const char *part = parts[dice_below(
			    sizeof parts / sizeof parts[0])];

			memcpy(bytes + len, part, strlen(part));
			len += strlen(part);
		}
		compare(bytes, dice_below(len + 1));
		for (n = 0; n < 40; n++)
			bytes[n] = (char)dice();
		compare(bytes, dice_below(41));
	}
	assert(utf8_count(NULL, 0) == 0);
	assert(utf8_valid(NULL, 0) == 0);
}

static void
test_lower(void)
{
	static const uint32_t pairs[][2] = { { 'A', 'a' }, { 'Z', 'z' },
		{ '@', '@' }, { '[', '[' }, { '7', '7' }, { 0xC9, 0xE9 },
		{ 0xD7, 0xD7 }, { 0xDF, 0xDF }, { 0x100, 0x101 },
		{ 0x130, 'i' }, { 0x131, 0x131 }, { 0x138, 0x138 },
		{ 0x141, 0x142 }, { 0x147, 0x148 }, { 0x152, 0x153 },
		{ 0x178, 0xFF }, { 0x17D, 0x17E }, { 0x17F, 0x17F },
		{ 0x386, 0x3AC }, { 0x388, 0x3AD }, { 0x38C, 0x3CC },
		{ 0x38F, 0x3CE }, { 0x391, 0x3B1 }, { 0x3A9, 0x3C9 },
		{ 0x3C2, 0x3C2 }, { 0x401, 0x451 }, { 0x416, 0x436 },
		{ 0x490, 0x491 }, { 0x531, 0x561 }, { 0x1E00, 0x1E01 },
		{ 0x1EA0, 0x1EA1 }, { 0xFF21, 0xFF41 }, { 0x4E2D, 0x4E2D },
		{ 0x1F600, 0x1F600 } };
	uint32_t code;
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		assert(utf8_lower(pairs[i][0]) == pairs[i][1]);
	for (code = 0; code <= 0x10FFFF; code++)
		assert(utf8_lower(utf8_lower(code)) == utf8_lower(code));
	assert(utf8_is_upper("Abc", 3));
	assert(utf8_is_upper("\xC3\x89t\xC3\xA9", 5));
	assert(!utf8_is_upper("abc", 3));
	assert(!utf8_is_upper("7", 1));
	assert(!utf8_is_upper("\xFF", 1));
	assert(!utf8_is_upper("", 0));
}

static void
test_bom(void)
{
	assert(utf8_has_bom("\xEF\xBB\xBF", 3));
	assert(!utf8_has_bom("\xEF\xBB\xBF", 2));
	assert(!utf8_has_bom("abc", 3));
}

int
main(void)
{
	test_known();
	test_every();
	test_random();
	test_lower();
	test_bom();
	return 0;
}
