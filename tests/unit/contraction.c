/* SPDX-License-Identifier: ISC */
/* contraction: as a number a word is cut where it is byte by byte. */
#include <assert.h>

#include "contraction.h"
#include "dice.h"

enum { LENGTH = 24, ROUNDS = 100000 };

static size_t
stem(const char *word)
{
	struct span w = span_of(word);
	size_t n = contraction_stem(w, w.p + w.n);

	assert(n == contraction_plain(w));
	return n;
}

static void
test_same(void)
{
	static const char bytes[] = "abs''\xE2\x80\x99\xC3";
	char text[LENGTH];
	struct span w;
	size_t i, round;

	for (round = 0; round < ROUNDS; round++) {
		for (i = 0; i < LENGTH; i++)
			text[i] = bytes[dice_below(sizeof bytes - 1)];
		w.p = text + dice_below(LENGTH);
		w.n = 1 + dice_below((size_t)(text + LENGTH - w.p));
		assert(contraction_stem(w, text + LENGTH)
		    == contraction_plain(w));
	}
}

int
main(void)
{
	assert(stem("she's") == 3 && stem("she’s") == 3 && stem("she") == 3);
	assert(stem("she'd have") == 3 && stem("o'clock") == 1);
	assert(stem("père") == 5 && stem("s") == 1);
	test_same();
	return 0;
}
