/* SPDX-License-Identifier: ISC */
/* random: keys differ, also where the system has no random numbers. */
#include <assert.h>
#include <unistd.h>

#include "random.h"

/* Stands before the C library's. */
int
getentropy(void *p, size_t n)
{
	(void)p;
	(void)n;
	return -1;
}

int
main(void)
{
	uint64_t a[2] = { 0 }, b[2] = { 0 };

	random_key(a, 2);
	assert(a[0] != 0 && a[1] != 0 && a[0] != a[1]);
	while (b[0] == 0 || b[0] == a[0])
		random_key(b, 2);
	assert(random_hash(a, 1) == random_hash(a, 1));
	assert(random_hash(a, 1) != random_hash(a, 2));
	return 0;
}
