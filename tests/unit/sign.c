/* SPDX-License-Identifier: ISC */
/* sign: the signs of gaps, and masks of where they may begin. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "sign.h"

static uint16_t
bits(const char *gap)
{
	return sign_bits(gap, strlen(gap));
}

static void
test_bits(void)
{
	assert(bits("") == 0 && bits(" .!?'\"") == 0);
	assert(bits(", ") == 1 << SIGN_COMMA);
	assert(bits(" | # ") == (1 << SIGN_PIPE | 1 << SIGN_HASH));
	assert(bits("://") == (1 << SIGN_COLON | 1 << SIGN_URL
	    | 1 << SIGN_ARROW));
	assert(bits(" - ") == 1 << SIGN_DASH && bits("-") == 0);
	assert(bits("\xE2\x80\x94") == 1 << SIGN_DASH);
	assert(bits("\xC2\xA9 (") == (1 << SIGN_COPYRIGHT | 1 << SIGN_PAREN));
	assert(bits("\xC2") == 0);
	assert(sign_bit("/ ", 2) == 1 << SIGN_ARROW);
	assert(sign_bit("//", 2) == 1 << SIGN_URL);
}

static void
test_far(void)
{
	char gap[SIGN_BYTES + 1];

	memset(gap, ' ', sizeof gap);
	gap[SIGN_BYTES] = ',';
	assert(sign_bits(gap, sizeof gap) == 0);
	gap[SIGN_BYTES - 1] = ',';
	assert(sign_bits(gap, sizeof gap) == 1 << SIGN_COMMA);
}

/* A byte has its bit where a sign may begin with it, wherever it stands. */
static void
test_masks(void)
{
	char gap[2] = { 0, ' ' }, *p;
	size_t n, i;
	int c;

	for (c = 0; c < 256; c++) {
		gap[0] = (char)c;
		assert(sign_mask_plain(gap, 1)
		    == (c >= 0x80 || sign_bit(gap, 2) != 0));
	}
	for (n = 0; n < 100; n++)
		for (c = 0; c < 100; c++) {
			p = malloc(n == 0 ? 1 : n);
			assert(p != NULL);
			for (i = 0; i < n; i++)
				p[i] = (char)dice();
			assert(sign_mask(p, n) == sign_mask_plain(p, n));
			free(p);
		}
}

int
main(void)
{
	test_bits();
	test_far();
	test_masks();
	return 0;
}
