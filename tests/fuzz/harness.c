/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <sys/mman.h>

#include <getopt.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"

int dedupe_related_main(int, char **);
int extract_quotes_main(int, char **);
int split_sections_main(int, char **);
int strip_boilerplate_main(int, char **);
int harness_supports(const char *);
ssize_t __real_read(int, void *, size_t);
ssize_t __wrap_read(int, void *, size_t);
_Noreturn void __real_exit(int);
_Noreturn void __wrap_exit(int);

static const struct {
	const char *name;
	int (*main)(int, char **);
} tools[] = {
	{ "dedupe-related", dedupe_related_main },
	{ "extract-quotes", extract_quotes_main },
	{ "split-sections", split_sections_main },
	{ "strip-boilerplate", strip_boilerplate_main },
};

#define SHORT_MOST 64u /* bytes of a short read */

static size_t chunk;
static int portable, running;
static jmp_buf back;

int
harness_supports(const char *what)
{
	static const char *const all[] = { "avx2", "bmi2", "popcnt",
		"avx512bw", "avx512vnni", "avx512vl" };
	const int have[] = { __builtin_cpu_supports("avx2"),
		__builtin_cpu_supports("bmi2"),
		__builtin_cpu_supports("popcnt"),
		__builtin_cpu_supports("avx512bw"),
		__builtin_cpu_supports("avx512vnni"),
		__builtin_cpu_supports("avx512vl") };
	size_t i;

	for (i = 0; i < sizeof all / sizeof all[0]; i++)
		if (strcmp(all[i], what) == 0)
			return have[i] && !portable;
	return 0;
}

ssize_t
__wrap_read(int fd, void *p, size_t n)
{
	return __real_read(fd, p, chunk > 0 && n > chunk ? chunk : n);
}

_Noreturn void
__wrap_exit(int status)
{
	if (running)
		longjmp(back, status + 1);
	__real_exit(status);
}

/* A file in memory with n bytes, read from the start. */
static int
file_of(const char *name, const uint8_t *p, size_t n)
{
	int fd = memfd_create(name, 0);

	if (fd < 0 || (n > 0 && write(fd, p, n) != (ssize_t)n)
	    || lseek(fd, 0, SEEK_SET) != 0)
		abort();
	return fd;
}

static void
put(int fd, int to)
{
	if (dup2(fd, to) != to)
		abort();
}

static int
call(struct run *r)
{
	char *argv[ARGS_MOST + 1] = { 0 };
	int argc = 0, status;
	size_t i;

	for (; argc < ARGS_MOST && r->args[argc] != NULL; argc++)
		argv[argc] = (char *)r->args[argc];
	optind = 0;
	opterr = 1;
	if ((status = setjmp(back)) != 0)
		return status - 1;
	running = 1;
	for (i = 0; i < sizeof tools / sizeof tools[0]; i++)
		if (strcmp(tools[i].name, argv[0]) == 0)
			return tools[i].main(argc, argv);
	abort();
}

static void
take_output(struct run *r, int fd)
{
	off_t n = lseek(fd, 0, SEEK_END);

	r->n_out = (size_t)n;
	r->out = malloc(r->n_out + 1);
	if (n < 0 || r->out == NULL
	    || pread(fd, r->out, r->n_out, 0) != n)
		abort();
}

void
harness_run(struct run *r)
{
	int in = file_of("in", r->in, r->n), out = file_of("out", NULL, 0);

	put(in, STDIN_FILENO);
	put(out, STDOUT_FILENO);
	chunk = r->chunk;
	portable = r->portable;
	r->status = call(r);
	running = 0;
	chunk = 0;
	take_output(r, out);
	close(in);
	close(out);
}

int
harness_same(const struct run *a, const struct run *b)
{
	return a->status == b->status && a->n_out == b->n_out
	    && memcmp(a->out, b->out, a->n_out) == 0;
}

void
harness_compare(struct run *r, size_t small)
{
	struct run other = *r;

	harness_run(r);
	other.chunk = small;
	harness_run(&other);
	if (!harness_same(r, &other))
		__builtin_trap();
	free(other.out);
	other.chunk = 0;
	other.portable = 1;
	harness_run(&other);
	if (!harness_same(r, &other))
		__builtin_trap();
	free(other.out);
}

int
harness_way(struct run *r, const struct run *ways, size_t n_ways,
    const uint8_t *p, size_t n)
{
	if (n < 2)
		return 0;
	*r = ways[p[0] % n_ways];
	r->in = p + 2;
	r->n = n - 2;
	harness_compare(r, 1 + p[1] % SHORT_MOST);
	return 1;
}

const char *
harness_file(const uint8_t *p, size_t n)
{
	static char path[32];
	static int fd = -1;

	if (fd >= 0)
		close(fd);
	fd = file_of("file", p, n);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	return path;
}
