/* SPDX-License-Identifier: ISC */
/* output: every byte arrives, or the error is known; files change whole. */
#include <sys/stat.h>
#include <sys/wait.h>

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dice.h"
#include "output.h"

#define BYTES ((size_t)3000000)

/* Reads BYTES in small pieces; each byte is known by its place. */
static _Noreturn void
read_all(int fd)
{
	char piece[700];
	size_t at = 0;
	ssize_t n, i;

	while ((n = read(fd, piece, sizeof piece)) > 0)
		for (i = 0; i < n; i++, at++)
			if (piece[i] != (char)(at * 7 / 5))
				_exit(1);
	_exit(at == BYTES ? 0 : 2);
}

/* A pipe that takes little at a time, and does not block. */
static void
test_pipe(void)
{
	static char text[BYTES];
	struct output out;
	int ends[2], status;
	size_t at, n;
	pid_t child;

	for (at = 0; at < BYTES; at++)
		text[at] = (char)(at * 7 / 5);
	assert(pipe(ends) == 0 && (child = fork()) >= 0);
	if (child == 0) {
		close(ends[1]);
		read_all(ends[0]);
	}
	close(ends[0]);
	assert(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
	output_begin(&out, ends[1]);
	for (at = 0; at < BYTES; at += n) {
		n = dice_below(dice_below(20) == 0 ? 500000 : 2000);
		n = n > BYTES - at ? BYTES - at : n;
		output_write(&out, text + at, n);
	}
	assert(out.bytes == BYTES);
	assert(output_close(&out) == 0 && out.fd == -1);
	assert(waitpid(child, &status, 0) == child && status == 0);
}

static void
test_full(void)
{
	struct output out;
	int fd = open("/dev/full", O_WRONLY);

	if (fd < 0)
		return; /* not on this system */
	output_begin(&out, fd);
	output_string(&out, "the council");
	assert(out.error == 0);
	output_flush(&out);
	assert(out.error == ENOSPC);
	output_string(&out, " voted");
	assert(output_close(&out) == ENOSPC);
	output_begin(&out, open("/dev/full", O_WRONLY));
	output_string(&out, "x");
	assert(output_close(&out) == ENOSPC);
	output_begin(&out, open("/dev/full", O_WRONLY));
	assert(output_close(&out) == 0); /* nothing was lost */
	output_begin(&out, -1);
	output_string(&out, "x");
	assert(output_close(&out) == EBADF);
}

/* Whether the file holds this text. */
static bool
holds(const char *path, const char *want)
{
	char got[100] = "";
	FILE *file = fopen(path, "r");
	size_t n;

	if (file == NULL)
		return false;
	n = fread(got, 1, sizeof got - 1, file);
	fclose(file);
	return span_equal((struct span) { got, n }, span_of(want));
}

static int
count_files(const char *dir)
{
	DIR *d = opendir(dir);
	int n = 0;

	assert(d != NULL);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

static void
test_file(void)
{
	struct output_file f;
	struct stat info;

	assert(output_create(&f, "page.txt") == 0);
	output_string(&f.out, "old\n");
	assert(access("page.txt", F_OK) < 0 && count_files(".") == 1);
	assert(output_commit(&f, true) == 0);
	assert(holds("page.txt", "old\n") && count_files(".") == 1);
	assert(stat("page.txt", &info) == 0);
	assert((info.st_mode & 0777) == 0640); /* as umask 026 has it */

	assert(output_create(&f, "page.txt") == 0);
	output_string(&f.out, "half");
	output_flush(&f.out);
	output_abandon(&f);
	assert(holds("page.txt", "old\n") && count_files(".") == 1);

	assert(output_create(&f, "page.txt") == 0);
	output_string(&f.out, "new\n");
	assert(output_commit(&f, false) == 0);
	assert(holds("page.txt", "new\n") && count_files(".") == 1);

	assert(output_create(&f, "no/page.txt") == ENOENT);
}

static void
test_dirs(void)
{
	struct output_file f;

	assert(output_make_dirs("page.txt") == 0);
	assert(output_make_dirs("a/b//c/page.txt") == 0);
	assert(output_make_dirs("a/b/c/page.txt") == 0);
	assert(output_make_dirs("page.txt/b/page.txt") != 0);
	assert(output_create(&f, "a/b/c/x") == 0);
	assert(output_commit(&f, false) == 0);
	assert(holds("a/b/c/x", ""));
	assert(mkdir("a/b/y", 0777) == 0); /* a directory is in the way */
	assert(output_create(&f, "a/b/y") == 0);
	assert(output_commit(&f, false) == EISDIR);
	assert(count_files("a/b") == 2);
	assert(rmdir("a/b/y") == 0 && unlink("a/b/c/x") == 0);
	assert(rmdir("a/b/c") == 0 && rmdir("a/b") == 0 && rmdir("a") == 0);
}

int
main(void)
{
	char dir[] = "/tmp/copydesk.XXXXXX";

	test_pipe();
	test_full();
	umask(026);
	assert(mkdtemp(dir) != NULL && chdir(dir) == 0);
	test_file();
	test_dirs();
	assert(unlink("page.txt") == 0 && rmdir(dir) == 0);
	return 0;
}
