/* SPDX-License-Identifier: ISC */
/* huge: begins with a line, is zero, and keeps what it has while it grows. */
#include <sys/wait.h>

#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "huge.h"

/* Below, at and above what has huge pages. */
static const size_t sizes[] = { 1, 16, 1000, HUGE_BYTES / 8 - 1,
	HUGE_BYTES / 8, HUGE_BYTES / 8 + 1, HUGE_BYTES / 4 + 77,
	HUGE_BYTES / 2 };

enum { SIZES = sizeof sizes / sizeof sizes[0] };

static void
expect_zeros(const uint64_t *p, size_t from, size_t to)
{
	for (; from < to; from++)
		assert(p[from] == 0);
}

static void
test_new(void)
{
	uint64_t *p;
	size_t i;

	for (i = 0; i < SIZES; i++) {
		p = huge_new(sizes[i], sizeof *p);
		assert((uintptr_t)p % HUGE_LINE == 0);
		expect_zeros(p, 0, sizes[i]);
		huge_free(p, sizes[i], sizeof *p);
	}
	huge_free(NULL, 0, sizeof *p);
	huge_free(huge_new(0, sizeof *p), 0, sizeof *p);
}

/* From each size to each larger one. */
static void
test_growth(void)
{
	size_t from, to, i;
	uint64_t *p;

	for (from = 0; from < SIZES; from++)
		for (to = from + 1; to < SIZES; to++) {
			p = huge_new(sizes[from], sizeof *p);
			for (i = 0; i < sizes[from]; i++)
				p[i] = i + 1;
			p = huge_grow(p, sizes[from], sizes[to], sizeof *p);
			assert((uintptr_t)p % HUGE_LINE == 0);
			for (i = 0; i < sizes[from]; i++)
				assert(p[i] == i + 1);
			expect_zeros(p, sizes[from], sizes[to]);
			huge_free(p, sizes[to], sizeof *p);
		}
}

static void
test_more(void)
{
	size_t cap = 0, before, times = 0, i;
	uint64_t *p = NULL;

	for (i = 0; i < 1000000; i++) {
		before = cap;
		p = huge_more(p, &cap, i + 1, sizeof *p);
		assert(cap > i && (cap == before || cap >= 2 * before));
		times += cap != before;
		p[i] = i;
	}
	assert(times < 20);
	for (i = 0; i < 1000000; i++)
		assert(p[i] == i);
	expect_zeros(p, i, cap);
	huge_free(p, cap, sizeof *p);
}

/* What can't be had ends the program. */
static void
test_refusal(void)
{
	pid_t child = fork();
	int status;

	assert(child >= 0);
	if (child == 0) {
		dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
		huge_free(huge_new(SIZE_MAX / 2, 4), 0, 4);
		_exit(0);
	}
	assert(waitpid(child, &status, 0) == child);
	assert(WIFEXITED(status) && WEXITSTATUS(status) == 2);
}

int
main(void)
{
	test_new();
	test_growth();
	test_more();
	test_refusal();
	return 0;
}
