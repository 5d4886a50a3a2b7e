/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>

#include "member.h"

/* Defines the writer of a type: so many numbers a line, each by a format. */
#define WRITER(writer, type, a_line, format) \
void \
writer(const char *member, const type *x, size_t size) \
{ \
	size_t i; \
 \
	printf("\t.%s = {", member); \
	for (i = 0; i < size / sizeof *x; i++) \
		printf("%s" format ",", i % (a_line) == 0 ? "\n\t" : " ", x[i]); \
	puts("\n\t},"); \
}

WRITER(member_bytes, uint8_t, 16, "%u")
WRITER(member_halves, uint16_t, 16, "%u")
WRITER(member_shorts, int16_t, 16, "%d")
WRITER(member_ints, int32_t, 8, "%" PRId32)
WRITER(member_cells, uint64_t, 4, "0x%" PRIx64)
WRITER(member_floats, float, 4, "%af") /* what is read is what was written */
