/* SPDX-License-Identifier: ISC */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "program.h"
#include "utf8.h"

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

void
program_begin(char **argv)
{
	char *slash;

	hold_standard_descriptors();
	if (argv[0] == NULL || argv[0][0] == '\0')
		return;
	if ((slash = strrchr(argv[0], '/')) != NULL && slash[1] != '\0')
		argv[0] = slash + 1;
	program_name = argv[0];
}

static int
is_harmless(uint32_t code)
{
	return code >= 0x20 && (code < 0x7F || code >= 0xA0)
	    && (code < 0x200B || code > 0x200F)
	    && (code < 0x2028 || code > 0x202E)
	    && (code < 0x2066 || code > 0x2069);
}

/* A copy of text that moves no cursor and changes no colour. */
static char *
safe(const char *text)
{
	size_t n = strlen(text), len, i, j = 0, k;
	char *copy = alloc_array(4 * n + 1, 1);
	uint32_t code;
	bool bad;

	for (i = 0; i < n; i += len) {
		len = utf8_read(text + i, n - i, &code, &bad);
		if (!bad && is_harmless(code)) {
			memcpy(copy + j, text + i, len);
			j += len;
			continue;
		}
		for (k = i; k < i + len; k++)
			j += (size_t)snprintf(copy + j, 5, "\\x%02X",
			    (unsigned)(unsigned char)text[k]);
	}
	copy[j] = '\0';
	return copy;
}

void
program_complain_of(const char *file, size_t record, const char *reason,
    const char *what)
{
	char *name = safe(file), *detail = safe(what == NULL ? "" : what);
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
	char *detail = safe(what == NULL ? "" : what);

	if (reason != NULL)
		warnx("%s%s%s", reason, what == NULL ? "" : ": ", detail);
	free(detail);
	fprintf(stderr, "Try '%s --help'.\n", program_name);
	exit(PROGRAM_FAILED);
}
