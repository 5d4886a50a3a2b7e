/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "input.h"

#define READ_BYTES ((size_t)128 * 1024)

int
input_open(struct input *in, const char *name)
{
	in->name = name;
	in->p = in->buf;
	in->n = 0;
	in->eof = false;
	in->error = 0;
	in->fd = STDIN_FILENO;
	if (strcmp(name, "-") != 0)
		in->fd = open(name, O_RDONLY | O_CLOEXEC);
	return in->fd < 0 ? errno : 0;
}

/* Makes room behind the bytes that are there. */
static void
make_room(struct input *in, size_t want)
{
	size_t before = in->buf == NULL ? 0 : (size_t)(in->p - in->buf);

	if (in->cap - before - in->n >= READ_BYTES
	    && in->cap - before >= want)
		return;
	if (in->n > 0 && before > 0)
		memmove(in->buf, in->p, in->n);
	if (want < in->n)
		want = in->n;
	in->buf = alloc_grow(in->buf, &in->cap, want + READ_BYTES, 1);
	in->p = in->buf;
}

/* One read; false when there is nothing to wait for any more. */
static bool
read_some(struct input *in)
{
	size_t at = (size_t)(in->p - in->buf) + in->n;
	struct pollfd p = { .fd = in->fd, .events = POLLIN };
	ssize_t got = read(in->fd, in->buf + at, in->cap - at);

	if (got > 0) {
		in->n += (size_t)got;
		in->bytes += (size_t)got;
		return true;
	}
	if (got == 0) {
		in->eof = true;
		return false;
	}
	if (errno == EINTR)
		return true;
	if (errno == EAGAIN || errno == EWOULDBLOCK) {
		while (poll(&p, 1, -1) < 0 && errno == EINTR)
			;
		return true;
	}
	in->error = errno;
	return false;
}

size_t
input_fill(struct input *in, size_t want)
{
	while (in->n < want && !in->eof && in->error == 0) {
		make_room(in, want);
		if (!read_some(in))
			break;
	}
	return in->n;
}

void
input_close(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
	in->n = 0;
}

void
input_end(struct input *in)
{
	input_close(in);
	free(in->buf);
	*in = (struct input) { .fd = -1 };
}
