/* SPDX-License-Identifier: ISC */
#include <err.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "program.h"

static void *
checked(void *p)
{
	if (p == NULL)
		errx(PROGRAM_FAILED, "out of memory");
	return p;
}

void *
alloc_array(size_t n, size_t size)
{
	if (n > SIZE_MAX / size)
		return checked(NULL);
	return checked(malloc(n * size == 0 ? 1 : n * size));
}

void *
alloc_zeroed(size_t n, size_t size)
{
	return checked(calloc(n == 0 ? 1 : n, size));
}

void *
alloc_more(void *array, size_t *cap, size_t need, size_t size)
{
	size_t wanted = *cap;

	if (wanted < 16)
		wanted = 16;
	while (wanted < need)
		wanted = wanted > SIZE_MAX / 2 ? need : wanted * 2;
	if (wanted > SIZE_MAX / size)
		return checked(NULL);
	array = checked(realloc(array, wanted * size));
	*cap = wanted;
	return array;
}

char *
alloc_string(const char *p, size_t n)
{
	char *copy = alloc_array(n + 1, 1);

	if (n > 0)
		memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}
