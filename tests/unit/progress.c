/* SPDX-License-Identifier: ISC */
#define _XOPEN_SOURCE 700
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "progress.h"
#include "terminal.h"

enum { CALLS = 64, AGO = 10 }; /* seconds */

/* Makes standard error a terminal; what is written there comes out of it. */
static int
become_terminal(void)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY), slave;

	assert(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert(slave >= 0 && dup2(slave, STDERR_FILENO) >= 0);
	close(slave);
	return master;
}

/* Begins as if that had been some seconds ago. */
static void
begin_ago(struct progress *p, char **operands)
{
	progress_begin(p, WHEN_AUTO, operands);
	assert(p->on);
	p->begun.tv_sec -= AGO;
	p->looked.tv_sec -= AGO;
}

/* What is shown after many calls, with a bar behind it; it comes in pieces. */
static const char *
shown(struct progress *p, int terminal, size_t bytes, size_t documents)
{
	static char text[4096];
	size_t length = 0;
	ssize_t n;
	int i;

	for (i = 0; i < CALLS; i++)
		progress_update(p, bytes, documents);
	fputs("|", stderr);
	do {
		n = read(terminal, text + length, sizeof text - 1 - length);
		assert(n > 0);
		length += (size_t)n;
	} while (text[length - 1] != '|');
	text[length] = '\0';
	return text;
}

int
main(int argc, char **argv)
{
	char *self[] = { argv[0], NULL }, *none[] = { NULL };
	char absent[] = "/no/such/file";
	char *missing[] = { argv[0], absent, NULL };
	struct progress p;
	const char *text;
	int terminal;

	assert(argc > 0 && setenv("COLUMNS", "80", 1) == 0);
	progress_begin(&p, WHEN_NEVER, none);
	assert(!p.on);
	progress_update(&p, 1, 1);
	terminal = become_terminal();
	begin_ago(&p, self);
	assert(p.total > 0);
	text = shown(&p, terminal, 1, 7);
	assert(strstr(text, "\r0.0 MB  7 documents  0:00:10  0.0 MB/s  [")
	    != NULL);
	assert(strstr(text, "0%  ETA ") != NULL);
	assert(strcspn(text + 1, "\033") == TERMINAL_USUAL - 1);
	assert(strcmp(shown(&p, terminal, 1, 7), "|") == 0);
	progress_clear(&p);
	assert(strcmp(shown(&p, terminal, 2, 7), "\r\033[K|") == 0);
	progress_clear(&p);
	assert(strcmp(shown(&p, terminal, 2, 7), "|") == 0);
	begin_ago(&p, missing);
	assert(p.total == 0);
	text = shown(&p, terminal, 50000000, 3);
	assert(strstr(text, "50.0 MB  3 documents  0:00:10  5.0 MB/s\033[K|")
	    != NULL);
	assert(freopen("/dev/null", "r", stdin) != NULL);
	begin_ago(&p, none);
	assert(p.total == 0);
	return 0;
}
