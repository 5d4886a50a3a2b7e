/* SPDX-License-Identifier: ISC */
#include "position.h"

int
position_compare(struct position a, struct position b)
{
	if (a.part != b.part)
		return a.part < b.part ? -1 : 1;
	if (a.doc != b.doc)
		return a.doc < b.doc ? -1 : 1;
	return a.start < b.start ? -1 : a.start > b.start;
}

static void
put_digits(char *to, int n, uint64_t x)
{
	while (n > 0) {
		to[--n] = (char)('0' + x % 10);
		x /= 10;
	}
}

void
position_write(char *to, struct position p)
{
	put_digits(to, POSITION_PART, p.part);
	to += POSITION_PART;
	*to++ = '.';
	put_digits(to, POSITION_DOC, p.doc);
	to += POSITION_DOC;
	*to++ = '.';
	put_digits(to, POSITION_START, p.start);
}

bool
position_number(struct span s, uint64_t most, uint64_t *x)
{
	size_t i;
	uint64_t digit;

	*x = 0;
	for (i = 0; i < s.n; i++) {
		digit = (uint64_t)(unsigned char)s.p[i] - '0';
		if (digit > 9 || *x > (most - digit) / 10)
			return false;
		*x = *x * 10 + digit;
	}
	return s.n > 0;
}

bool
position_read(struct span s, struct position *p)
{
	struct span part = { s.p, POSITION_PART }, doc, start;
	uint64_t x;

	if (s.n != POSITION_BYTES || s.p[POSITION_PART] != '.'
	    || s.p[POSITION_PART + 1 + POSITION_DOC] != '.')
		return false;
	doc = (struct span) { s.p + POSITION_PART + 1, POSITION_DOC };
	start = (struct span) { doc.p + POSITION_DOC + 1, POSITION_START };
	if (!position_number(part, POSITION_PART_MOST, &x))
		return false;
	p->part = (uint32_t)x;
	if (!position_number(doc, POSITION_DOC_MOST, &x))
		return false;
	p->doc = (uint32_t)x;
	return position_number(start, POSITION_START_MOST, &p->start);
}
