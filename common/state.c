/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "litter.h"
#include "state.h"
#include "word.h"

enum {
	BUF_BYTES = 65536, /* a multiple of 8 */
	PUT_EIGHTS = 512,  /* turned to bytes at a time */
	SKIP_EIGHTS = 512, /* passed over at a time */
	MAGIC_EIGHTS = 2
};

static const char foreign[] = "not a state of dedupe-related";
static const char newer[] = "a state of another version of dedupe-related";
static const char cut_short[] = "damaged state: cut short";
static const char damaged[] = "damaged state: the sum is wrong";
static const char malformed[] = "damaged state: wrong length of a section";
static const char disordered[] = "damaged state: sections out of order";
static const char unknown[]
    = "a state with a section that this dedupe-related does not know";

void
state_bytes(char *bytes, const uint64_t *x, size_t n)
{
	size_t i;

	for (i = 0; i < 8 * n; i++)
		bytes[i] = (char)(x[i / 8] >> 8 * (i % 8) & 0xFF);
}

static uint64_t
pair(uint32_t low, uint32_t high)
{
	return low | (uint64_t)high << 32;
}

void
state_put(struct state_writer *w, const uint64_t *x, size_t n)
{
	char bytes[8 * PUT_EIGHTS];
	size_t i, part;

	for (; n > 0; n -= part, x += part) {
		part = n < PUT_EIGHTS ? n : PUT_EIGHTS;
		for (i = 0; i < part; i++)
			w->sum = word_chain(w->sum, x[i]);
		state_bytes(bytes, x, part);
		output_write(&w->file.out, bytes, 8 * part);
	}
}

int
state_create(struct state_writer *w, const char *path, uint32_t n_sections)
{
	uint64_t head[MAGIC_EIGHTS + 1];
	int error;

	litter_sweep(path);
	while ((error = output_create(&w->file, path)) == 0
	    && !litter_lock(w->file.out.fd))
		output_abandon(&w->file);
	if (error != 0)
		return error;
	w->sum = 0;
	head[0] = word_eight(STATE_MAGIC);
	head[1] = word_eight(&STATE_MAGIC[8]);
	head[2] = pair(STATE_VERSION, n_sections);
	state_put(w, head, MAGIC_EIGHTS + 1);
	return 0;
}

void
state_begin_section(struct state_writer *w, struct state_section s)
{
	uint64_t head[] = { pair(s.kind, s.record_bytes), s.n_records };

	state_put(w, head, 2);
}

int
state_commit(struct state_writer *w)
{
	uint64_t sum = w->sum;

	state_put(w, &sum, 1);
	return output_commit(&w->file, true);
}

void
state_abandon(struct state_writer *w)
{
	output_abandon(&w->file);
}

/* Fills the buffer as far as the file goes; false on a read error. */
static bool
fill(struct state_reader *r)
{
	ssize_t got;

	memmove(r->buf, r->buf + r->at, r->n - r->at);
	r->n -= r->at;
	r->at = 0;
	while (r->n < BUF_BYTES) {
		got = read(r->fd, r->buf + r->n, BUF_BYTES - r->n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			r->reason = strerror(errno);
		if (got <= 0)
			break;
		r->n += (size_t)got;
	}
	return r->reason == NULL;
}

/* The next n numbers of the file, whatever they are. */
static bool
take(struct state_reader *r, uint64_t *x, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (r->n - r->at < 8 && !fill(r))
			return false;
		if (r->n - r->at < 8) {
			r->reason = cut_short;
			return false;
		}
		x[i] = word_eight((const char *)r->buf + r->at);
		r->at += 8;
		r->sum = word_chain(r->sum, x[i]);
	}
	return true;
}

static bool
check_head(struct state_reader *r)
{
	uint64_t version;

	if (!fill(r))
		return false;
	if (r->n < 8 * MAGIC_EIGHTS
	    || memcmp(r->buf, STATE_MAGIC, 8 * MAGIC_EIGHTS) != 0) {
		r->reason = foreign;
		return false;
	}
	r->at = 8 * MAGIC_EIGHTS;
	r->sum = word_chain(0, word_eight(STATE_MAGIC));
	r->sum = word_chain(r->sum, word_eight(&STATE_MAGIC[8]));
	if (!take(r, &version, 1))
		return false;
	r->n_sections = (uint32_t)(version >> 32);
	if ((uint32_t)version != STATE_VERSION)
		r->reason = newer;
	return r->reason == NULL;
}

bool
state_open(struct state_reader *r, const char *path)
{
	memset(r, 0, sizeof *r);
	r->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (r->fd < 0) {
		r->absent = errno == ENOENT;
		r->reason = strerror(errno);
		return false;
	}
	r->buf = alloc_array(BUF_BYTES, 1);
	return check_head(r);
}

bool
state_next_section(struct state_reader *r, struct state_section *s)
{
	uint64_t head[2];

	if (r->reason != NULL || r->n_sections == 0 || !take(r, head, 2))
		return false;
	if ((uint32_t)head[0] <= r->last_kind) {
		r->reason = disordered;
		return false;
	}
	r->n_sections--;
	r->last_kind = (uint32_t)head[0];
	s->kind = (uint32_t)head[0];
	s->record_bytes = (uint32_t)(head[0] >> 32);
	s->n_records = head[1];
	if (s->record_bytes % 8 != 0
	    || (s->record_bytes > 0
	        && s->n_records > UINT64_MAX / s->record_bytes)) {
		r->reason = malformed;
		return false;
	}
	r->left = s->n_records * (s->record_bytes / 8);
	return true;
}

bool
state_get(struct state_reader *r, uint64_t *x, size_t n)
{
	if (n > r->left) {
		r->reason = malformed;
		return false;
	}
	r->left -= n;
	return take(r, x, n);
}

bool
state_skip(struct state_reader *r)
{
	uint64_t x[SKIP_EIGHTS];

	while (r->left > 0)
		if (!state_get(r, x, r->left < SKIP_EIGHTS
		    ? (size_t)r->left : SKIP_EIGHTS))
			return false;
	return true;
}

bool
state_refuse_section(struct state_reader *r)
{
	r->reason = unknown;
	return false;
}

/* Whether the sum comes now, is right, and is the end of the file. */
static bool
check_end(struct state_reader *r)
{
	uint64_t sum = r->sum, stored;

	if (r->reason != NULL || !take(r, &stored, 1))
		return false;
	if (r->n == r->at && !fill(r))
		return false;
	if (stored != sum || r->n > r->at)
		r->reason = damaged;
	return r->reason == NULL;
}

bool
state_close(struct state_reader *r)
{
	bool whole = check_end(r);

	if (r->fd < 0)
		return false;
	close(r->fd);
	alloc_free(r->buf, BUF_BYTES, 1);
	return whole;
}
