/* SPDX-License-Identifier: ISC */
#include <sys/stat.h>

#include <stdio.h>
#include <unistd.h>

#include "progress.h"
#include "terminal.h"

enum {
	INTERVAL_MS = 500,
	BAR_LEAST = 12,  /* columns: a narrower one is left out */
	BAR_MOST = 40,
	LINE = 512       /* bytes */
};

static size_t
total_of(char **operands)
{
	struct stat info;
	size_t total = 0;

	if (operands[0] == NULL)
		return fstat(STDIN_FILENO, &info) == 0 && S_ISREG(info.st_mode)
		    ? (size_t)info.st_size
		    : 0;
	for (; *operands != NULL; operands++) {
		if (stat(*operands, &info) < 0 || !S_ISREG(info.st_mode))
			return 0;
		total += (size_t)info.st_size;
	}
	return total;
}

void
progress_begin(struct progress *p, enum when when, char **operands)
{
	*p = (struct progress) { .on = when == WHEN_ALWAYS
		|| (when == WHEN_AUTO && isatty(STDERR_FILENO)) };
	if (!p->on)
		return;
	p->total = operands == NULL ? 0 : total_of(operands);
	p->columns = terminal_columns();
	clock_gettime(CLOCK_MONOTONIC, &p->begun);
	p->looked = p->begun;
}

static double
seconds_between(const struct timespec *from, const struct timespec *to)
{
	return (double)(to->tv_sec - from->tv_sec)
	    + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

/* Adds seconds as h:mm:ss. */
static void
add_time(char *line, size_t *n, const char *before, double seconds)
{
	unsigned long s = seconds < 1e9 ? (unsigned long)seconds : 0;

	*n += (size_t)snprintf(line + *n, LINE - *n, "%s%lu:%02lu:%02lu",
	    before, s / 3600, s / 60 % 60, s % 60);
}

/* Adds [====>    ], where there is room for it. */
static void
add_bar(char *line, size_t *n, double share, size_t room)
{
	size_t columns = room > BAR_MOST ? BAR_MOST : room, i, full;

	if (columns < BAR_LEAST)
		return;
	columns -= 4;
	full = (size_t)(share * (double)columns);
	*n += (size_t)snprintf(line + *n, LINE - *n, "  [");
	for (i = 0; i < columns; i++)
		line[(*n)++] = i < full ? '=' : i == full ? '>' : ' ';
	line[(*n)++] = ']';
}

static void
add_rest(const struct progress *p, char *line, size_t *n, double seconds,
    size_t bytes)
{
	double share = (double)bytes / (double)p->total;
	char rest[64];
	size_t k;

	k = (size_t)snprintf(rest, sizeof rest, "%4.0f%%", share * 100);
	if (share > 0)
		add_time(rest, &k, "  ETA ", seconds / share - seconds);
	add_bar(line, n, share,
	    p->columns > *n + k + 1 ? p->columns - *n - k - 1 : 0);
	*n += (size_t)snprintf(line + *n, LINE - *n, "%s", rest);
}

static void
show(struct progress *p, double seconds, size_t bytes, size_t documents)
{
	double rate = seconds > 0 ? (double)bytes / seconds : 0;
	char line[LINE];
	size_t n;

	n = (size_t)snprintf(line, sizeof line, "%.1f MB  %zu document%s",
	    (double)bytes / 1e6, documents, documents == 1 ? "" : "s");
	add_time(line, &n, "  ", seconds);
	n += (size_t)snprintf(line + n, sizeof line - n, "  %.1f MB/s",
	    rate / 1e6);
	if (p->total >= bytes && bytes > 0)
		add_rest(p, line, &n, seconds, bytes);
	if (n >= p->columns)
		n = p->columns - 1;
	fprintf(stderr, "\r%.*s\033[K", (int)n, line);
	p->shown = true;
}

void
progress_update(struct progress *p, size_t bytes, size_t documents)
{
	struct timespec now;

	if (!p->on)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (seconds_between(&p->looked, &now) * 1000 < INTERVAL_MS)
		return;
	p->looked = now;
	show(p, seconds_between(&p->begun, &now), bytes, documents);
}

void
progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
