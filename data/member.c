/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>

#include "member.h"

void
member_cells(const char *member, const uint64_t *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size / sizeof *x; i++)
		printf("%s0x%" PRIx64 ",", i % 4 == 0 ? "\n\t" : " ", x[i]);
	puts("\n\t},");
}

void
member_shorts(const char *member, const int16_t *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size / sizeof *x; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ", x[i]);
	puts("\n\t},");
}

void
member_halves(const char *member, const uint16_t *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size / sizeof *x; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", x[i]);
	puts("\n\t},");
}

void
member_bytes(const char *member, const uint8_t *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", x[i]);
	puts("\n\t},");
}

void
member_ints(const char *member, const int32_t *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size / sizeof *x; i++)
		printf("%s%" PRId32 ",", i % 8 == 0 ? "\n\t" : " ", x[i]);
	puts("\n\t},");
}

/* Hexadecimal: what is read is what was written. */
void
member_floats(const char *member, const float *x, size_t size)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < size / sizeof *x; i++)
		printf("%s%af,", i % 4 == 0 ? "\n\t" : " ", (double)x[i]);
	puts("\n\t},");
}
