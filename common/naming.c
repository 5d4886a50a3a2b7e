/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "naming.h"
#include "word.h"

#define UNKNOWN UINT64_MAX

enum { PART_EIGHTS = 512 }; /* of a name, read at a time */

void
naming_begin(struct naming *t, const struct sources *sources)
{
	t->sources = sources;
	t->number = alloc_zeroed(sources->n, sizeof *t->number);
	t->named = alloc_array(sources->n, sizeof *t->named);
	t->n = 0;
}

void
naming_end(struct naming *t)
{
	alloc_free(t->number, t->sources->n, sizeof *t->number);
	alloc_free(t->named, t->sources->n, sizeof *t->named);
}

void
naming_place(struct naming *t, struct place place, uint64_t *x)
{
	if (place.start == PLACE_NO_START || place.doc >= t->sources->n) {
		x[0] = x[1] = UNKNOWN;
		return;
	}
	if (t->number[place.doc] == 0) {
		t->named[t->n++] = place.doc;
		t->number[place.doc] = t->n;
	}
	x[0] = t->number[place.doc] - 1;
	x[1] = place.start;
}

static size_t
eights(size_t bytes)
{
	return bytes / 8 + (bytes % 8 != 0);
}

static void
put_name(struct state_writer *w, struct span name)
{
	char padded[8] = { 0 };
	uint64_t x = name.n;

	state_put(w, &x, 1);
	for (; name.n >= 8; name.p += 8, name.n -= 8) {
		x = word_eight(name.p);
		state_put(w, &x, 1);
	}
	if (name.n == 0)
		return;
	memcpy(padded, name.p, name.n);
	x = word_eight(padded);
	state_put(w, &x, 1);
}

void
naming_save(const struct naming *t, struct state_writer *w)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		sum += 1 + eights(sources_get(t->sources, t->named[i]).n);
	state_begin_section(w,
	    (struct state_section) { STATE_DOCUMENTS, 8, sum });
	for (i = 0; i < t->n; i++)
		put_name(w, sources_get(t->sources, t->named[i]));
}

void
naming_reader_begin(struct naming_reader *t, struct sources *sources,
    struct place unknown)
{
	t->sources = sources;
	t->unknown = unknown;
	t->first = sources == NULL ? 0 : sources->n;
	t->need = 0;
}

struct place
naming_read_place(struct naming_reader *t, const uint64_t *x)
{
	if (x[0] == UNKNOWN)
		return t->unknown;
	if (x[0] >= t->need)
		t->need = x[0] + 1;
	return (struct place) { t->first + x[0], x[1] };
}

/* The length of the next name, which the section has room for. */
static bool
read_length(struct state_reader *r, size_t *len)
{
	uint64_t x;

	if (!state_get(r, &x, 1))
		return false;
	if (x / 8 + (x % 8 != 0) > r->left)
		r->reason = "damaged state: a name that is too long";
	*len = (size_t)x;
	return r->reason == NULL;
}

/* Reads so many bytes of a name, and adds them to it unless it is null. */
static bool
read_name(struct state_reader *r, struct buffer *name, size_t len)
{
	uint64_t x[PART_EIGHTS];
	char bytes[8 * PART_EIGHTS];
	size_t n;

	for (; len > 0; len -= n) {
		n = len < sizeof bytes ? len : sizeof bytes;
		if (!state_get(r, x, eights(n)))
			return false;
		if (name == NULL)
			continue;
		state_bytes(bytes, x, eights(n));
		buffer_add(name, bytes, n);
	}
	return true;
}

void
naming_load(struct naming_reader *t, struct state_reader *r)
{
	struct buffer name = { 0 };
	size_t len;

	while (r->left > 0 && read_length(r, &len)) {
		name.n = 0;
		if (!read_name(r, &name, len))
			break;
		sources_add(t->sources, buffer_bytes(&name));
	}
	buffer_end(&name);
}

bool
naming_count(struct state_reader *r, uint64_t *n)
{
	size_t len;

	for (*n = 0; r->left > 0; ++*n)
		if (!read_length(r, &len) || !read_name(r, NULL, len))
			return false;
	return true;
}

bool
naming_complete(const struct naming_reader *t)
{
	return t->need == 0 || t->need <= t->sources->n - t->first;
}
