/* SPDX-License-Identifier: ISC */
#include "lines.h"
#include "magic.h"

static bool
fail(struct lines *l, size_t number, const char *reason)
{
	l->number = number;
	l->reason = reason;
	return false;
}

bool
lines_open(struct lines *l, const char *path)
{
	int error = input_open(&l->in, path);
	const char *refusal;

	l->number = 0;
	l->reason = NULL;
	if (error == 0)
		input_fill(&l->in, MAGIC_BYTES);
	if (error == 0 && l->in.error == 0) {
		refusal = magic_refusal(l->in.p, l->in.n);
		return refusal == NULL || fail(l, 0, refusal);
	}
	return fail(l, 0, strerror(error != 0 ? error : l->in.error));
}

bool
lines_next(struct lines *l, struct span *line)
{
	struct input *in = &l->in;
	const char *end;
	size_t seen = 0;

	for (;;) {
		end = in->n == seen ? NULL
		                    : memchr(in->p + seen, '\n', in->n - seen);
		if (end != NULL || in->eof || in->error != 0)
			break;
		if ((seen = in->n) > LINES_MOST)
			return fail(l, l->number + 1, "the line is too long");
		input_fill(in, seen + 1);
	}
	if (in->error != 0)
		return fail(l, 0, strerror(in->error));
	if (in->n == 0)
		return false;
	l->number++;
	*line = (struct span) { in->p,
		end == NULL ? in->n : (size_t)(end - in->p) };
	input_take(in, line->n + (end != NULL));
	return true;
}

void
lines_close(struct lines *l)
{
	input_close(&l->in);
}

void
lines_end(struct lines *l)
{
	input_end(&l->in);
	*l = (struct lines) { .in = { .fd = -1 } };
}
