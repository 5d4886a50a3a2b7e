/* SPDX-License-Identifier: ISC */
/*
 * shim - makes a tool's calls fail; loaded with LD_PRELOAD
 *
 *	FAULT=NAME:N:ERRNO[:on]  call N of NAME, from 0, fails (on: all later)
 *	FAULT_EVERY=K:ERRNO      every K-th read and write fails
 *	FAULT_SHORT=N            a read or write moves at most N bytes
 *	FAULT_LOG=FILE           gets, in the end, the calls of each NAME and
 *	                         the blocks of memory that were not freed
 *
 * Standard error is left alone. Only calls through the dynamic linker are
 * seen, not those inside of libc.
 */
#define _GNU_SOURCE
#include <sys/stat.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calls.h"

static long count[CALLS], live;
static int fault = CALLS, fault_errno, fault_on;
static long fault_at, every, moves_most;
static int every_errno, log_fd = -1, ready;

/* What dlsym allocates before there is an allocator. */
static _Alignas(16) char early[8192];
static size_t early_used;

#define REAL(name) \
	static __typeof__(&name) real; \
	if (real == NULL) \
		*(void **)&real = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void
start(void)
{
	const char *s = getenv("FAULT"), *colon;
	char name[16], on[4] = "";
	int i;

	if (s != NULL && sscanf(s, "%15[a-z]:%ld:%d:%3s", name, &fault_at,
	        &fault_errno, on) >= 3)
		for (i = 0; i < CALLS; i++)
			if (strcmp(name, call_names[i]) == 0)
				fault = i;
	fault_on = on[0] != '\0';
	if ((s = getenv("FAULT_EVERY")) != NULL) {
		every = atol(s);
		colon = strchr(s, ':');
		every_errno = colon == NULL ? EINTR : atoi(colon + 1);
	}
	if ((s = getenv("FAULT_SHORT")) != NULL)
		moves_most = atol(s);
	if ((s = getenv("FAULT_LOG")) != NULL)
		log_fd = open(s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		    0600);
	memset(count, 0, sizeof count);
	live = 0;
	ready = 1;
}

__attribute__((destructor)) static void
finish(void)
{
	char line[400];
	int i, n = 0;

	ready = 0;
	for (i = 0; i < CALLS; i++)
		n += snprintf(line + n, sizeof line - (size_t)n, "%ld ",
		    count[i]);
	n += snprintf(line + n, sizeof line - (size_t)n, "%ld\n", live);
	if (log_fd >= 0)
		(void)!write(log_fd, line, (size_t)n);
}

/* Counts a call, and says with errno whether it is to fail. */
static int
fails(int call)
{
	long n;

	if (!ready)
		return 0;
	n = count[call]++;
	if (call == fault && (n == fault_at || (fault_on && n > fault_at))) {
		errno = fault_errno;
		return 1;
	}
	if ((call == CALL_READ || call == CALL_WRITE) && every > 0
	    && n % every == every - 1) {
		errno = every_errno;
		return 1;
	}
	return 0;
}

static size_t
least(size_t n)
{
	return ready && moves_most > 0 && n > (size_t)moves_most
	    ? (size_t)moves_most
	    : n;
}

ssize_t
read(int fd, void *p, size_t n)
{
	REAL(read);
	return fails(CALL_READ) ? -1 : real(fd, p, least(n));
}

ssize_t
write(int fd, const void *p, size_t n)
{
	REAL(write);
	if (fd == STDERR_FILENO)
		return real(fd, p, n);
	return fails(CALL_WRITE) ? -1 : real(fd, p, least(n));
}

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	REAL(pread);
	return fails(CALL_PREAD) ? -1 : real(fd, p, least(n), at);
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	REAL(pwrite);
	return fails(CALL_PWRITE) ? -1 : real(fd, p, least(n), at);
}

int
open(const char *path, int flags, ...)
{
	REAL(open);
	return fails(CALL_OPEN) ? -1 : real(path, flags, 0666);
}

/* The descriptor is gone all the same, as on Linux. */
int
close(int fd)
{
	REAL(close);
	int error = fails(CALL_CLOSE), done = real(fd);

	if (error)
		errno = fault_errno;
	return error ? -1 : done;
}

int
fsync(int fd)
{
	REAL(fsync);
	return fails(CALL_FSYNC) ? -1 : real(fd);
}

int
ftruncate(int fd, off_t size)
{
	REAL(ftruncate);
	return fails(CALL_FTRUNCATE) ? -1 : real(fd, size);
}

int
rename(const char *from, const char *to)
{
	REAL(rename);
	return fails(CALL_RENAME) ? -1 : real(from, to);
}

int
mkdir(const char *path, mode_t mode)
{
	REAL(mkdir);
	return fails(CALL_MKDIR) ? -1 : real(path, mode);
}

int
mkstemp(char *path)
{
	REAL(mkstemp);
	return fails(CALL_MKSTEMP) ? -1 : real(path);
}

int
getentropy(void *p, size_t n)
{
	REAL(getentropy);
	return fails(CALL_ENTROPY) ? -1 : real(p, n);
}

static int
is_early(const void *p)
{
	return (uintptr_t)p - (uintptr_t)early < sizeof early;
}

static void *
counted(void *p)
{
	live += ready && p != NULL;
	return p;
}

void *
malloc(size_t n)
{
	REAL(malloc);
	return fails(CALL_ALLOC) ? NULL : counted(real(n));
}

/* dlsym itself calls this one: what it gets then is of `early`. */
void *
calloc(size_t n, size_t size)
{
	static void *(*real)(size_t, size_t);
	static int asking;
	void *p = early + early_used;

	if (real == NULL && asking) {
		early_used += (n * size + 15) & ~(size_t)15;
		return early_used > sizeof early ? NULL : p;
	}
	asking = 1;
	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "calloc");
	return fails(CALL_ALLOC) ? NULL : counted(real(n, size));
}

void *
realloc(void *old, size_t n)
{
	REAL(realloc);
	void *p = fails(CALL_ALLOC) ? NULL : real(old, n);

	if (old == NULL)
		counted(p);
	return p;
}

void *
aligned_alloc(size_t align, size_t n)
{
	REAL(aligned_alloc);
	return fails(CALL_ALLOC) ? NULL : counted(real(align, n));
}

void
free(void *p)
{
	REAL(free);
	if (p == NULL || is_early(p))
		return;
	live -= ready;
	real(p);
}
