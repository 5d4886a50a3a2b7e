/* SPDX-License-Identifier: ISC */
#include <sys/stat.h>

#include <stdio.h>
#include <unistd.h>

#include "progress.h"

enum {
	CALLS_A_LOOK = 16,  /* the clock is looked at every so many calls */
	INTERVAL_MS = 500
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
progress_begin(struct progress *p, bool wanted, char **operands)
{
	*p = (struct progress) { .on = wanted && isatty(STDERR_FILENO) };
	if (!p->on)
		return;
	p->total = total_of(operands);
	clock_gettime(CLOCK_MONOTONIC, &p->begun);
	p->shown = p->begun;
}

static double
seconds_between(const struct timespec *from, const struct timespec *to)
{
	return (double)(to->tv_sec - from->tv_sec)
	    + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static void
show(const struct progress *p, double seconds, size_t bytes, size_t documents)
{
	double rate = seconds > 0 ? (double)bytes / seconds : 0;

	fprintf(stderr, "\r%.1f MB  %zu documents  %.1f MB/s",
	    (double)bytes / 1e6, documents, rate / 1e6);
	if (p->total > bytes && rate > 0)
		fprintf(stderr, "  %.0f s left",
		    (double)(p->total - bytes) / rate);
	fputs("\033[K", stderr);
}

void
progress_update(struct progress *p, size_t bytes, size_t documents)
{
	struct timespec now;

	if (!p->on || ++p->calls % CALLS_A_LOOK != 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (seconds_between(&p->shown, &now) * 1000 < INTERVAL_MS)
		return;
	p->shown = now;
	show(p, seconds_between(&p->begun, &now), bytes, documents);
}

void
progress_end(struct progress *p)
{
	if (p->on)
		fputs("\r\033[K", stderr);
	p->on = false;
}
