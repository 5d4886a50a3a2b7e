/* SPDX-License-Identifier: ISC */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "program.h"
#include "terminal.h"

/* The name that messages begin with, for --help's hint; set once. */
static const char *program_name = "copydesk";

/*
 * A closed standard descriptor would be given to the next file that is opened.
 * One is put there that fails in the use it has.
 */
static void
hold_standard_descriptors(void)
{
	int fd;

	for (fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

/*
 * getopt_long prints arguments as they are, and these may be names that others
 * have chosen: where one would steer a terminal, it keeps silent.
 */
static void
hush_getopt(char **argv)
{
	size_t bad;

	for (; *argv != NULL && opterr != 0; argv++) {
		(void)terminal_prefix(*argv, strlen(*argv), &bad);
		opterr = bad == 0;
	}
}

void
program_begin(char **argv)
{
	char *slash;

	hold_standard_descriptors();
	hush_getopt(argv);
	if (argv[0] == NULL || argv[0][0] == '\0')
		return;
	if ((slash = strrchr(argv[0], '/')) != NULL && slash[1] != '\0')
		argv[0] = slash + 1;
	program_name = argv[0];
}

void
program_complain_of(const char *file, size_t record, const char *reason,
    const char *what)
{
	char *name = terminal_copy(file);
	char *detail = terminal_copy(what == NULL ? "" : what);
	const char *colon = detail[0] == '\0' ? "" : ": ";

	if (record == 0)
		warnx("%s: %s%s%s", name, reason, colon, detail);
	else
		warnx("%s:%zu: %s%s%s", name, record, reason, colon, detail);
	free(name);
	free(detail);
}

void
program_complain(const char *file, size_t record, const char *reason)
{
	program_complain_of(file, record, reason, NULL);
}

_Noreturn void
program_misused(const char *reason, const char *what)
{
	char *detail = terminal_copy(what == NULL ? "" : what);

	if (reason != NULL)
		warnx("%s%s%s", reason, what == NULL ? "" : ": ", detail);
	free(detail);
	fprintf(stderr, "Try '%s --help'.\n", program_name);
	exit(PROGRAM_FAILED);
}
