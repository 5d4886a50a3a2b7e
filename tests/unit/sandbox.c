/* SPDX-License-Identifier: ISC */
/* sandbox: what a tool does not need is refused, and never a kill. */
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sandbox.h"

static char dir[] = "/tmp/sandbox.XXXXXX";

/* Runs a test in a process of its own: no sandbox is ever left. */
static void
apart(enum sandbox_permit permit, void (*test)(void))
{
	int status = 1;
	pid_t child = fork();

	assert(child >= 0);
	if (child == 0) {
		if (sandbox_enter(permit))
			test();
		_exit(0);
	}
	assert(waitpid(child, &status, 0) == child && status == 0);
}

/* Whether the last call was refused, as its result says. */
static bool
is_refused(int result)
{
	return result == -1 && errno == EPERM;
}

static void
refuses_what_is_outside(void)
{
	char *const none[] = { NULL };

	assert(is_refused(socket(AF_INET, SOCK_STREAM, 0)));
	assert(is_refused(execve("/bin/true", none, none)));
	assert(is_refused((int)fork()));
	assert(is_refused(kill(getppid(), 0)));
	assert(is_refused(chdir("/")));
	assert(is_refused(symlink("a", "b")));
	assert(mmap(NULL, 1, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
}

static void
opens_for_reading_only(void)
{
	char byte;
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

	assert(fd >= 0 && read(fd, &byte, 1) == 0 && close(fd) == 0);
	assert(is_refused(open("/dev/null", O_WRONLY)));
	assert(is_refused(open("/dev/null", O_RDWR)));
	assert(is_refused(open("x", O_RDONLY | O_CREAT, 0600)));
	assert(is_refused(open("/dev/null", O_WRONLY | O_APPEND)));
	assert(is_refused(mkdir("x", 0700)));
	assert(is_refused(unlink("x")));
	assert(is_refused(rename("x", "y")));
	assert(open("x", O_RDONLY) == -1 && errno == ENOENT);
}

static void
has_memory(void)
{
	size_t size = (size_t)1 << 24;
	char *p = malloc(size), *more;

	assert(p != NULL);
	memset(p, 1, size);
	more = realloc(p, 2 * size);
	assert(more != NULL && more[size - 1] == 1);
	free(more);
}

static void
makes_files(void)
{
	char name[] = "file.XXXXXX";
	int fd = mkstemp(name);

	assert(fd >= 0 && write(fd, "x", 1) == 1 && fsync(fd) == 0);
	assert(close(fd) == 0 && rename(name, "other") == 0);
	assert(unlink("other") == 0 && mkdir("d", 0700) == 0);
	refuses_what_is_outside();
}

static void
narrows(void)
{
	assert(sandbox_enter(SANDBOX_PLAIN));
	opens_for_reading_only();
	assert(sandbox_enter(SANDBOX_FILES));
	opens_for_reading_only();
}

int
main(void)
{
	assert(mkdtemp(dir) != NULL && chdir(dir) == 0);
	apart(SANDBOX_PLAIN, refuses_what_is_outside);
	apart(SANDBOX_PLAIN, opens_for_reading_only);
	apart(SANDBOX_PLAIN, has_memory);
	apart(SANDBOX_FILES, makes_files);
	apart(SANDBOX_FILES, narrows);
	(void)rmdir("d");
	assert(chdir("/") == 0 && rmdir(dir) == 0);
	return 0;
}
