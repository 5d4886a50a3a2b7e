/* SPDX-License-Identifier: ISC */
#include <assert.h>

#include "width.h"

int
main(void)
{
	assert(width_of('a') == 1);
	assert(width_of(0xE9) == 1);
	assert(width_of(0x416) == 1);
	assert(width_of(0x301) == 0);   /* combining acute */
	assert(width_of(0x64E) == 0);   /* fatha */
	assert(width_of(0x94D) == 0);   /* virama */
	assert(width_of(0x200D) == 0);  /* zero width joiner */
	assert(width_of(0xFE0F) == 0);  /* variation selector */
	assert(width_of(0x2026) == 1);  /* ellipsis: ambiguous */
	assert(width_of(0x3042) == 2);  /* hiragana */
	assert(width_of(0x6F22) == 2);
	assert(width_of(0xD55C) == 2);  /* hangul */
	assert(width_of(0xFF21) == 2);  /* fullwidth A */
	assert(width_of(0xFF76) == 1);  /* halfwidth ka */
	assert(width_of(0x1F600) == 2);
	assert(width_of(0x20000) == 2);
	assert(width_of(0x10FFFF) == 1);
	return 0;
}
