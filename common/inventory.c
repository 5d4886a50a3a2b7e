/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "buffer.h"
#include "inventory.h"
#include "naming.h"
#include "near_state.h"
#include "state.h"

static const char *const names[] = {
	[STATE_EXACT] = "exact",
	[STATE_TEASER] = "teaser",
	[STATE_NEAR] = "near",
	[STATE_DOCUMENTS] = "documents",
};

static void
add_count(struct buffer *b, const char *name, uint64_t n)
{
	char line[80];
	int len = snprintf(line, sizeof line, "%s\t%ju\n", name,
	    (uintmax_t)n);

	buffer_add(b, line, (size_t)len);
}

/* Passes over a section; *n is set where its records differ in length. */
static bool
count(struct state_reader *r, uint32_t kind, uint64_t *n)
{
	switch (kind) {
	case STATE_DOCUMENTS:
		return naming_count(r, n);
	case STATE_NEAR:
		return near_count(r, n);
	default:
		return state_skip(r);
	}
}

static bool
add_section(struct buffer *b, struct state_reader *r,
    const struct state_section *s)
{
	uint64_t n = s->n_records;
	bool known = s->kind < sizeof names / sizeof names[0]
	    && names[s->kind] != NULL;

	if (!known)
		return state_refuse_section(r);
	if (!count(r, s->kind, &n))
		return false;
	add_count(b, names[s->kind], n);
	return true;
}

const char *
inventory_write(struct output *out, const char *path)
{
	struct buffer b = { 0 };
	struct state_section s;
	struct state_reader r;
	bool whole;

	add_count(&b, "version", STATE_VERSION);
	state_open(&r, path);
	while (state_next_section(&r, &s) && add_section(&b, &r, &s))
		;
	whole = state_close(&r);
	if (whole)
		output_span(out, buffer_bytes(&b));
	buffer_end(&b);
	return whole ? NULL : r.reason;
}
