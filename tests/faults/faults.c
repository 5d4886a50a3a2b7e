/* SPDX-License-Identifier: ISC */
/*
 * faults - runs a tool again and again, each time with another call failing
 *
 *	faults SHIM INPUT MOST TOOL [ARG..]
 *	faults -d SHIM INPUT MOST TOOL [ARG..]
 *
 * INPUT is on standard input; each kind of fault is tried at MOST calls at
 * most, spread evenly. Each run must end as the one without faults, or with
 * status 1 or 2, a message that begins with the tool's name, and a prefix of
 * the right output. With -d the tool makes files in a directory `made`, which
 * is new for each run: no other file may be there, nor one with other bytes,
 * than after the right run. No run may hang, or leave memory that the right
 * one freed. Says what is wrong on stdout; ends with a count.
 */
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calls.h"

enum { SECONDS = 20, SPEC = 128 };

enum verdict { SAME, FAILED, EITHER };

struct bytes {
	char *p;
	size_t n;
};

struct run {
	int status; /* as wait(2) gives it */
	struct bytes out, err, made;
	long calls[CALLS], live;
};

static const char *shim, *input;
static char **tool;
static bool makes_files;
static long most, tries, bad;
static struct run good;

static void
need(bool fine, const char *what)
{
	if (fine)
		return;
	perror(what);
	exit(2);
}

static struct bytes
slurp(const char *path)
{
	struct bytes b = { NULL, 0 };
	struct stat info;
	int fd = open(path, O_RDONLY);

	need(fd >= 0 && fstat(fd, &info) == 0, path);
	b.p = malloc((size_t)info.st_size + 1);
	need(b.p != NULL, "malloc");
	b.n = (size_t)read(fd, b.p, (size_t)info.st_size);
	b.p[b.n] = '\0';
	close(fd);
	return b;
}

static void
redirect(const char *path, int flags, int to)
{
	int fd = open(path, flags, 0600);

	if (fd < 0 || dup2(fd, to) < 0)
		_exit(125);
	close(fd);
}

/* In the child: becomes the tool, with a fault as VARIABLE=VALUE .. */
static void
become(char *fault)
{
	const struct rlimit limit = { SECONDS, SECONDS };
	char *word;

	redirect(input, O_RDONLY, 0);
	redirect("out", O_WRONLY | O_CREAT | O_TRUNC, 1);
	redirect("err", O_WRONLY | O_CREAT | O_TRUNC, 2);
	setrlimit(RLIMIT_CPU, &limit);
	alarm(SECONDS);
	while ((word = strsep(&fault, " ")) != NULL)
		putenv(word);
	setenv("FAULT_LOG", "log", 1);
	setenv("LD_PRELOAD", shim, 1);
	execv(tool[0], tool);
	_exit(126);
}

static void
read_log(struct run *r)
{
	struct bytes b = slurp("log");
	char *p = b.p;
	int i;

	for (i = 0; i < CALLS; i++)
		r->calls[i] = strtol(p, &p, 10);
	r->live = strtol(p, &p, 10);
	free(b.p);
	need(unlink("log") == 0, "log");
}

static void
shell(const char *command)
{
	need(system(command) == 0, command);
}

static struct run
run(const char *fault)
{
	struct run r = { 0 };
	char spec[SPEC];
	pid_t child;

	snprintf(spec, sizeof spec, "%s", fault);
	if (makes_files)
		shell("rm -rf made && mkdir made");
	need((child = fork()) >= 0, "fork");
	if (child == 0)
		become(spec);
	need(waitpid(child, &r.status, 0) == child, "wait");
	tries++;
	r.out = slurp("out");
	r.err = slurp("err");
	if (WIFEXITED(r.status))
		read_log(&r);
	if (makes_files) {
		shell("find made -type f -exec cksum {} + | sort >files");
		r.made = slurp("files");
	}
	return r;
}

static void
discard(struct run *r)
{
	free(r->out.p);
	free(r->err.p);
	free(r->made.p);
}

/* Whether all files were made by the right run, too. */
static bool
made_no_other(const struct run *r)
{
	char *line, *rest = r->made.p;

	while (rest != NULL && *rest != '\0') {
		line = strsep(&rest, "\n");
		if (strstr(good.made.p, line) == NULL)
			return false;
	}
	return true;
}

static bool
is_same(const struct run *r)
{
	return r->status == good.status && r->out.n == good.out.n
	    && memcmp(r->out.p, good.out.p, r->out.n) == 0
	    && r->made.n == good.made.n
	    && r->err.n == good.err.n && r->live == good.live;
}

static bool
is_failure(const struct run *r)
{
	const char *name = strrchr(tool[0], '/') + 1;
	int status = WIFEXITED(r->status) ? WEXITSTATUS(r->status) : 0;

	return (status == 1 || status == 2)
	    && strncmp(r->err.p, name, strlen(name)) == 0
	    && r->err.p[r->err.n - 1] == '\n' && r->out.n <= good.out.n
	    && memcmp(r->out.p, good.out.p, r->out.n) == 0
	    && made_no_other(r);
}

static void
judge(const char *fault, enum verdict want, const char *reason, bool frees)
{
	struct run r = run(fault);
	bool fine = want != FAILED && is_same(&r);

	if (!fine && want != SAME)
		fine = is_failure(&r) && strstr(r.err.p, reason) != NULL
		    && (!frees || r.live <= good.live);
	if (!fine) {
		bad++;
		printf("bad: %s: %s: status %x, %zu of %zu bytes, %ld "
		    "blocks not freed, %.200s\n", tool[0], fault,
		    (unsigned)r.status, r.out.n, good.out.n, r.live, r.err.p);
	}
	discard(&r);
}

/*
 * Faults after which all must be as if there had been none; only what is a
 * file by its nature, as a state, need not wait until it can be read.
 */
static void
disturb(void)
{
	static const char again[] = ":11"; /* EAGAIN */
	static const char *const faults[] = { "FAULT_SHORT=1",
		"FAULT_SHORT=2", "FAULT_SHORT=3", "FAULT_SHORT=7",
		"FAULT_SHORT=4095", "FAULT_EVERY=2:4", "FAULT_EVERY=3:4",
		"FAULT_EVERY=10:4", "FAULT_SHORT=5 FAULT_EVERY=2:4",
		"FAULT_EVERY=2:11", "FAULT_EVERY=3:11",
		"FAULT_SHORT=5 FAULT_EVERY=3:11" };
	size_t i;

	for (i = 0; i < sizeof faults / sizeof faults[0]; i++)
		judge(faults[i], strstr(faults[i], again) ? EITHER : SAME, "",
		    true);
}

/* Has each call of a kind fail, at most `most` of those that there are. */
static void
fail_each(int call, int error, const char *on, const char *how,
    enum verdict want)
{
	const char *reason = want == FAILED ? strerror(error) : "";
	struct run r = run(how);
	long n = r.calls[call], i;
	char fault[SPEC];

	for (i = 0; i < n; i += 1 + n / most) {
		snprintf(fault, sizeof fault, "FAULT=%s:%ld:%d%s %s",
		    call_names[call], i, error, on, how);
		judge(fault, want, reason, call != CALL_ALLOC);
	}
	discard(&r);
}

static void
fail_all(void)
{
	static const char few[] = "FAULT_SHORT=512";
	int call;

	fail_each(CALL_READ, EIO, ":on", few, FAILED);
	fail_each(CALL_WRITE, EIO, ":on", few, FAILED);
	fail_each(CALL_WRITE, ENOSPC, ":on", few, FAILED);
	fail_each(CALL_WRITE, ENOSPC, "", few, FAILED);
	for (call = CALL_PREAD; call < CALL_ALLOC; call++) {
		fail_each(call, EIO, "", "A=1", EITHER);
		fail_each(call, ENOSPC, ":on", "A=1", EITHER);
	}
	fail_each(CALL_ALLOC, ENOMEM, "", "A=1", EITHER);
	fail_each(CALL_ALLOC, ENOMEM, ":on", "A=1", EITHER);
}

int
main(int argc, char **argv)
{
	makes_files = argc > 1 && strcmp(argv[1], "-d") == 0;
	argv += makes_files;
	if (argc - makes_files < 5) {
		fprintf(stderr, "usage: faults [-d] SHIM INPUT MOST TOOL ..\n");
		return 2;
	}
	shim = argv[1];
	input = argv[2];
	most = atol(argv[3]);
	tool = argv + 4;
	good = run("A=1");
	if (good.status != 0 || (good.out.n == 0 && good.made.n == 0)) {
		printf("%s: no output to judge by: %s\n", tool[0], good.err.p);
		return 2;
	}
	disturb();
	fail_all();
	discard(&good);
	printf("%s: %ld runs, %ld bad\n", tool[0], tries, bad);
	return bad > 0;
}
