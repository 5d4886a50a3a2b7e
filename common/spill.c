/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "spill.h"

static bool
fail(struct spill *s, int error)
{
	if (s->error == 0)
		s->error = error;
	return false;
}

static bool
make(struct spill *s)
{
	const char name[] = "/copydesk.XXXXXX", *dir = getenv("TMPDIR");
	char *path;

	if (dir == NULL || dir[0] == '\0')
		dir = "/tmp";
	path = alloc_array(strlen(dir) + sizeof name, 1);
	strcpy(path, dir);
	strcat(path, name);
	s->fd = mkstemp(path);
	s->made = s->fd >= 0;
	if (!s->made)
		fail(s, errno);
	else
		unlink(path);
	free(path);
	return s->made;
}

bool
spill_write(struct spill *s, const void *bytes, size_t n)
{
	const char *p = bytes;
	ssize_t done;

	if (s->error != 0 || (!s->made && !make(s)))
		return false;
	while (n > 0) {
		done = pwrite(s->fd, p, n, (off_t)s->bytes);
		if (done < 0 && errno != EINTR)
			return fail(s, errno);
		if (done < 0)
			continue;
		p += done;
		n -= (size_t)done;
		s->bytes += (uint64_t)done;
	}
	return true;
}

bool
spill_read(struct spill *s, uint64_t at, void *bytes, size_t n)
{
	char *p = bytes;
	ssize_t done;

	while (n > 0 && s->error == 0) {
		done = pread(s->fd, p, n, (off_t)at);
		if (done == 0)
			return fail(s, EIO);
		if (done < 0 && errno != EINTR)
			return fail(s, errno);
		if (done < 0)
			continue;
		p += done;
		n -= (size_t)done;
		at += (uint64_t)done;
	}
	return s->error == 0;
}

void
spill_clear(struct spill *s)
{
	if (s->made && s->bytes > 0 && ftruncate(s->fd, 0) < 0)
		fail(s, errno);
	s->bytes = 0;
}

void
spill_end(struct spill *s)
{
	if (s->made)
		close(s->fd);
	*s = (struct spill) { 0 };
}
