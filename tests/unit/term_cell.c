/* SPDX-License-Identifier: ISC */
/* term_cell: both ways to look at bytes tell the same, and gaps carry marks. */
#include <assert.h>

#include "dice.h"
#include "term_cell.h"

static void
test_bytes(void)
{
	struct term_bytes plain;
	char bytes[64];
	size_t round, i;

	for (round = 0; round < 5000; round++) {
		for (i = 0; i < sizeof bytes; i++)
			bytes[i] = round < 4 ? (char)(round * 64 + i)
			                     : (char)dice();
		plain = term_bytes_plain(bytes);
		for (i = 0; i < sizeof bytes; i++)
			assert((plain.on >> i & 1) == (bytes[i] == ' '
			    || bytes[i] == ',' || bytes[i] == '-'
			    || bytes[i] == '\r' || bytes[i] == '\n'));
#ifdef TERM_CELL_WIDE
		struct term_bytes wide;

		if (!__builtin_cpu_supports("avx2"))
			continue;
		wide = term_bytes_quick(bytes);
		assert(memcmp(&plain, &wide, sizeof wide) == 0);
		if (!__builtin_cpu_supports("avx512vbmi")
		    || !__builtin_cpu_supports("avx512bw"))
			continue;
		wide = term_bytes_wide(bytes);
		assert(memcmp(&plain, &wide, sizeof wide) == 0);
#endif
	}
}

/* 1 is the first byte: "ab, cd; ef", of which the words are these. */
static void
test_gaps(void)
{
	const uint64_t word = 0x333, comma = 4, semicolon = 0x40;
	const uint64_t top = (uint64_t)1 << 63;
	uint64_t carry = 0;

	assert((term_behind_gap(&carry, word, comma) & 0x111) == 0x10);
	carry = 0;
	assert((term_behind_gap(&carry, word, semicolon) & 0x111) == 0x100);
	carry = 0;
	assert((term_behind_gap(&carry, word, comma | semicolon) & 0x111)
	    == 0x110);
	carry = 0;
	term_behind_gap(&carry, word, top); /* the gap goes on .. */
	assert(carry == 1);
	assert((term_behind_gap(&carry, word << 2, 0) & 0x444) == 4);
	assert(carry == 0); /* .. and has ended */
	assert(term_words_of(word, 0x10) == 0x30);
}

int
main(void)
{
	test_bytes();
	test_gaps();
	return 0;
}
