/* SPDX-License-Identifier: ISC */
/* alloc: arrays grow by doubling; what can't be had ends the program with 2. */
#include <sys/wait.h>

#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"

static void
test_growth(void)
{
	size_t cap = 0, before, times = 0, i;
	int *array = NULL;

	for (i = 0; i < 100000; i++) {
		before = cap;
		array = alloc_grow(array, &cap, i + 1, sizeof *array);
		assert(cap > i);
		assert(cap == before || cap >= 2 * before);
		times += cap != before;
		array[i] = (int)i;
	}
	assert(times < 20);
	for (i = 0; i < 100000; i++)
		assert(array[i] == (int)i);
	before = cap;
	assert(alloc_grow(array, &cap, 5, sizeof *array) == array);
	assert(cap == before);
	free(array);
}

static void
test_plain(void)
{
	char *s = alloc_string("a\0b", 3), *empty = alloc_string(NULL, 0);
	int *zeros = alloc_zeroed(100, sizeof *zeros);
	size_t i;

	assert(memcmp(s, "a\0b", 4) == 0);
	assert(empty[0] == '\0');
	for (i = 0; i < 100; i++)
		assert(zeros[i] == 0);
	free(s);
	free(empty);
	free(zeros);
	free(alloc_array(0, 8));
}

static void
ask_too_much(int how)
{
	size_t cap = 0;

	if (how == 0)
		free(alloc_array(SIZE_MAX / 2, 4));
	else if (how == 1)
		free(alloc_grow(NULL, &cap, SIZE_MAX / 8, 16));
	else
		free(alloc_grow(NULL, &cap, SIZE_MAX - 1, 2));
}

/* A size that would wrap around is refused, not cut. */
static void
test_refusal(void)
{
	int how, status;
	pid_t child;

	for (how = 0; how < 3; how++) {
		child = fork();
		assert(child >= 0);
		if (child == 0) {
			dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
			ask_too_much(how);
			_exit(0);
		}
		assert(waitpid(child, &status, 0) == child);
		assert(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	}
}

int
main(void)
{
	test_growth();
	test_plain();
	test_refusal();
	return 0;
}
