/* SPDX-License-Identifier: ISC */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "output.h"

#define BUFFER ((size_t)128 * 1024)

void
output_begin(struct output *o, int fd)
{
	memset(o, 0, sizeof *o);
	o->fd = fd;
}

/* Waits until a descriptor that does not block takes bytes again. */
static void
wait_for(int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLOUT };

	while (poll(&p, 1, -1) < 0 && errno == EINTR)
		;
}

static void
write_all(struct output *o, const char *p, size_t n)
{
	ssize_t done;

	while (n > 0 && o->error == 0) {
		done = write(o->fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
			wait_for(o->fd);
			continue;
		}
		if (done < 0) {
			o->error = errno;
			return;
		}
		p += done;
		n -= (size_t)done;
	}
}

void
output_flush(struct output *o)
{
	write_all(o, o->buf, o->n);
	o->n = 0;
}

static void
make_buffer(struct output *o)
{
	if (o->buf == NULL)
		o->buf = alloc_grow(NULL, &o->cap, BUFFER, 1);
}

void
output_write_long(struct output *o, const char *p, size_t n)
{
	o->bytes += n;
	make_buffer(o);
	if (n > o->cap - o->n) {
		output_flush(o);
		if (n >= o->cap) {
			write_all(o, p, n);
			return;
		}
	}
	if (n > 0)
		memcpy(o->buf + o->n, p, n);
	o->n += n;
}

void
output_string(struct output *o, const char *s)
{
	output_write(o, s, strlen(s));
}

int
output_close(struct output *o)
{
	output_flush(o);
	if (o->fd >= 0 && close(o->fd) < 0 && o->error == 0 && errno != EINTR)
		o->error = errno;
	alloc_free(o->buf, o->cap, 1);
	o->buf = NULL;
	o->n = o->cap = 0;
	o->fd = -1;
	return o->error;
}

int
output_make_dirs(const char *path)
{
	char *dir = alloc_string(path, strlen(path)), *slash;
	int error = 0;

	for (slash = strchr(dir + 1, '/'); slash != NULL && error == 0;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(dir, 0777) < 0 && errno != EEXIST)
			error = errno;
		*slash = '/';
	}
	free(dir);
	return error;
}

/* What an exit in the midst of it has to remove. */
static struct output_file *unfinished;

static void
remove_unfinished(void)
{
	for (; unfinished != NULL; unfinished = unfinished->next)
		unlink(unfinished->aside);
}

static void
note_unfinished(struct output_file *f)
{
	static bool noted;

	if (!noted)
		noted = atexit(remove_unfinished) == 0;
	f->next = unfinished;
	unfinished = f;
}

/* The mode that open(2) would have given the file. */
static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

static void
forget(struct output_file *f)
{
	struct output_file **link = &unfinished;

	while (*link != NULL && *link != f)
		link = &(*link)->next;
	if (*link != NULL)
		*link = f->next;
	free(f->path);
	free(f->aside);
	f->path = f->aside = NULL;
}

int
output_create(struct output_file *f, const char *path)
{
	const char *base = strrchr(path, '/');
	size_t dir = base == NULL ? 0 : (size_t)(base + 1 - path);
	size_t size = strlen(path) + sizeof "..XXXXXX";
	int error;

	f->path = alloc_string(path, strlen(path));
	f->aside = alloc_array(size, 1);
	snprintf(f->aside, size, "%.*s.%s.XXXXXX", (int)dir, path, path + dir);
	output_begin(&f->out, -1);
	make_buffer(&f->out);
	if ((f->out.fd = mkstemp(f->aside)) < 0) {
		error = errno;
		output_close(&f->out);
		forget(f);
		return error;
	}
	note_unfinished(f);
	(void)fchmod(f->out.fd, usual_mode());
	return 0;
}

/* Makes the renaming itself lasting; where it can't be, that is no fault. */
static void
sync_dir_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash == NULL
	    ? alloc_string(".", 1)
	    : alloc_string(path, (size_t)(slash + 1 - path));
	int fd = open(dir, O_RDONLY);

	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
	free(dir);
}

/*
 * Renames the file while it is still open, and so locked: closed, another
 * process might take it for litter. Behind fsync(2) a close has no news.
 */
static int
commit_synced(struct output_file *f)
{
	if (f->out.error == 0 && fsync(f->out.fd) < 0)
		f->out.error = errno;
	if (f->out.error == 0 && rename(f->aside, f->path) < 0)
		f->out.error = errno;
	if (f->out.error != 0)
		unlink(f->aside);
	else
		sync_dir_of(f->path);
	return output_close(&f->out);
}

static int
commit_closed(struct output_file *f)
{
	int error = output_close(&f->out);

	if (error == 0 && rename(f->aside, f->path) < 0)
		error = errno;
	if (error != 0)
		unlink(f->aside);
	return error;
}

int
output_commit(struct output_file *f, bool synced)
{
	int error;

	output_flush(&f->out);
	error = synced ? commit_synced(f) : commit_closed(f);
	forget(f);
	return error;
}

void
output_abandon(struct output_file *f)
{
	f->out.n = 0;
	output_close(&f->out);
	unlink(f->aside);
	forget(f);
}
