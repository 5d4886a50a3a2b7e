/* SPDX-License-Identifier: ISC */
#include <time.h>
#include <unistd.h>

#include "random.h"

/* A weaker key, for a system that has no random numbers (yet). */
static void
key_of_clock(uint64_t *key, size_t n)
{
	struct timespec now;
	uint64_t h = (uint64_t)getpid();
	size_t i;

	clock_gettime(CLOCK_REALTIME, &now);
	for (i = 0; i < n; i++) {
		h = word_chain(h, (uint64_t)now.tv_nsec + i);
		h = word_chain(h, (uint64_t)now.tv_sec);
		key[i] = h;
	}
}

void
random_key(uint64_t *key, size_t n)
{
	if (getentropy(key, n * sizeof *key) != 0)
		key_of_clock(key, n);
}
