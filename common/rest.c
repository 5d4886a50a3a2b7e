/* SPDX-License-Identifier: ISC */
#include "rest.h"
#include "warc.h"

/* Up to and with a byte: the part before it. */
static bool
rest_to(struct reader *r, char stop, struct span *part)
{
	const char *at = memchr(r->in.p, stop, r->in.n);

	*part = (struct span) { r->in.p, r->in.n };
	if (at != NULL) {
		part->n = (size_t)(at - r->in.p);
		r->rest = REST_NONE;
	}
	input_take(&r->in, part->n + (at != NULL));
	return true;
}

size_t
rest_before_warc(struct reader *r)
{
	size_t n = warc_find(r->in.p, r->in.n);

	r->rest_line = r->in.p[n - 1] == '\n';
	return n;
}

/* Up to the next line that begins a record. */
static bool
rest_to_warc(struct reader *r, struct span *part)
{
	if (r->rest_line && input_fill(&r->in, 5) >= 5
	    && memcmp(r->in.p, "WARC/", 5) == 0) {
		r->rest = REST_NONE;
		return false;
	}
	*part = (struct span) { r->in.p, rest_before_warc(r) };
	input_take(&r->in, part->n);
	return true;
}

bool
rest_next(struct reader *r, struct span *part)
{
	if (r->rest == REST_NONE || input_fill(&r->in, 1) == 0)
		return false;
	switch (r->rest) {
	case REST_TO_NUL:
		return rest_to(r, '\0', part);
	case REST_TO_LINE:
		return rest_to(r, '\n', part);
	case REST_TO_WARC:
		return rest_to_warc(r, part);
	default:
		if (r->rest_bytes == 0)
			return false;
		*part = (struct span) { r->in.p, r->in.n < r->rest_bytes
			? r->in.n : r->rest_bytes };
		r->rest_bytes -= part->n;
		input_take(&r->in, part->n);
		return true;
	}
}
