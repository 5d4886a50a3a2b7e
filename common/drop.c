/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "drop.h"
#include "key_line.h"

enum { LINE_BYTES = 2 * POSITION_BYTES + 24 };

int
drop_compare(const struct drop *a, const struct drop *b)
{
	int order = position_compare(a->at, b->at);

	if (order != 0)
		return order;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return position_compare(a->match, b->match);
}

static bool
has_number(char type)
{
	return type == DROP_CRUMB || type == DROP_NEAR || type == DROP_NEVER;
}

void
drop_write(struct output *out, const struct drop *d)
{
	char line[LINE_BYTES], *p = line;

	position_write(p, d->at);
	p += POSITION_BYTES;
	*p++ = '\t';
	*p++ = d->type;
	*p++ = '\t';
	position_write(p, d->match);
	p += POSITION_BYTES;
	if (has_number(d->type))
		p += snprintf(p, 12, "\t%u", (unsigned)d->number);
	*p++ = '\n';
	output_write(out, line, (size_t)(p - line));
}

static bool
read_type(struct drop *d, struct span s)
{
	if (s.n != 1)
		return false;
	d->type = s.p[0];
	return d->type == DROP_EXACT || d->type == DROP_TEASER
	    || has_number(d->type);
}

/* The most that the number of a type can be. */
static uint64_t
most_of(char type)
{
	return type == DROP_CRUMB ? KEY_PARTS - 1 : DROP_WHOLE;
}

const char *
drop_read(struct drop *d, struct span line)
{
	struct span at = span_cut(&line, '\t');
	struct span type = span_cut(&line, '\t');
	struct span match = span_cut(&line, '\t');
	uint64_t number = 0;

	if (!position_read(at, &d->at) || !position_read(match, &d->match))
		return "not a position";
	if (!read_type(d, type))
		return "not a kind of drop";
	if (has_number(d->type)
	    ? !position_number(line, most_of(d->type), &number) : line.n > 0)
		return "not a drop of --reduce";
	d->number = (uint32_t)number;
	return NULL;
}
