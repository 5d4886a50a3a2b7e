/* SPDX-License-Identifier: ISC */
/* byte_mask: both ways find the same bytes, those that are there. */
#include <assert.h>

#include "byte_mask.h"
#include "dice.h"

int
main(void)
{
	char bytes[64 + 3 + 1];
	uint64_t want;
	size_t round, at, i;

	for (round = 0; round < 20000; round++) {
		at = dice_below(4);
		for (i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)(dice_below(3) == 0 ? ' '
			    : dice_below(2) == 0 ? ' ' + 0x80 : dice());
		want = 0;
		for (i = 0; i < 64; i++)
			want |= (uint64_t)(bytes[at + i] == ' ') << i;
		assert(byte_mask(bytes + at, ' ') == want);
		assert(byte_mask_plain(bytes + at, ' ') == want);
		assert(byte_mask(bytes + at, (char)0xA0)
		    == byte_mask_plain(bytes + at, (char)0xA0));
		want &= want >> 1 | (uint64_t)(bytes[at + 64] == ' ') << 63;
		assert(byte_pairs(bytes + at, ' ', ' ') == want);
		assert(byte_pairs(bytes + at, (char)0xA0, ' ')
		    == byte_pairs_plain(bytes + at, (char)0xA0, ' '));
		i = 1 + dice_below(255);
		assert(byte_mask_below(bytes + at, (unsigned char)i)
		    == byte_mask_below_plain(bytes + at, (unsigned char)i));
		for (i = 0; i < 8; i++)
			assert(byte_bits((uint8_t *)bytes + at, (unsigned)i)
			    == byte_bits_plain((uint8_t *)bytes + at,
			        (unsigned)i));
	}
	return 0;
}
