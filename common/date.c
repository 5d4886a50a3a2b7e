/* SPDX-License-Identifier: ISC */
#include <stdbool.h>

#include "date.h"

enum {
	YEAR = 4,      /* digits of a year .. */
	PART = 2,      /* .. and of a month, a day, hours, at most */
	LAST_HOUR = 24,
	LAST_MINUTE = 59,
	LAST_MONTH = 12,
	LAST_DAY = 31
};

/* A number, and what stands between it and the next one. */
struct figure {
	unsigned long value;
	size_t digits;
	struct span gap;
};

/* Letters that stand behind a number of a day, or of hours. */
static const char *const day_letters[] = { "年", "月", "년 ", "월 ", "년",
	"월" };
static const char *const hour_letters[] = { "時", "时", "點", "点", "시 ",
	"시" };

/* Takes the next number and its gap off a text; false if it has none. */
static bool
next_figure(struct span *text, struct figure *f)
{
	size_t i = 0, start;

	while (i < text->n && (text->p[i] < '0' || text->p[i] > '9'))
		i++;
	*f = (struct figure) { 0 };
	for (; i < text->n && text->p[i] >= '0' && text->p[i] <= '9'; i++) {
		f->digits++;
		if (f->digits <= YEAR)
			f->value = 10 * f->value
			    + (unsigned long)(text->p[i] - '0');
	}
	for (start = i; i < text->n && (text->p[i] < '0' || text->p[i] > '9');)
		i++;
	f->gap = (struct span) { text->p + start, i - start };
	*text = (struct span) { text->p + i, text->n - i };
	return f->digits > 0;
}

static bool
is_among(struct span gap, const char *const *names, size_t n)
{
	return span_index(gap, names, n) < n;
}

/* Whether the gap joins the numbers of a day: "." "-" "/" "年", or ". ". */
static bool
joins_day(struct span gap)
{
	size_t n = gap.n;

	if (n == 2 && gap.p[1] == ' ' && gap.p[0] == '.')
		n = 1;
	return (n == 1 && (*gap.p == '.' || *gap.p == '-' || *gap.p == '/'))
	    || is_among(gap, day_letters,
	        sizeof day_letters / sizeof day_letters[0]);
}

static bool
joins_clock(struct span gap)
{
	return (gap.n == 1 && (*gap.p == ':' || *gap.p == '.' || *gap.p == 'h'
	                          || *gap.p == 'H'))
	    || is_among(gap, hour_letters,
	        sizeof hour_letters / sizeof hour_letters[0]);
}

static bool
is_part(const struct figure *f, unsigned long most)
{
	return f->digits <= PART && f->value > 0 && f->value <= most;
}

/* Whether three numbers are a day: one of them is the year, at an end. */
static bool
is_day(const struct figure *a, const struct figure *b, const struct figure *c)
{
	const struct figure *other = a->digits == YEAR ? c : a;

	if (!joins_day(a->gap) || !joins_day(b->gap))
		return false;
	if (a->digits != YEAR && c->digits != YEAR && c->digits != PART)
		return false;
	return (is_part(other, LAST_DAY) && is_part(b, LAST_MONTH))
	    || (is_part(other, LAST_MONTH) && is_part(b, LAST_DAY));
}

/* Whether two numbers are a time of day, and no part of a day. */
static bool
is_clock(const struct figure *a, const struct figure *b,
    const struct figure *c)
{
	if (a->digits > 0 && joins_day(a->gap))
		return false;
	return b->digits <= PART && b->value <= LAST_HOUR && joins_clock(b->gap)
	    && c->digits == PART && c->value <= LAST_MINUTE
	    && !joins_day(c->gap);
}

unsigned
date_forms(struct span text)
{
	struct figure a = { 0 }, b = { 0 }, c;
	unsigned forms = 0;

	while (next_figure(&text, &c)) {
		if (a.digits > 0 && is_day(&a, &b, &c))
			forms |= DATE_DAY;
		if (b.digits > 0 && is_clock(&a, &b, &c))
			forms |= DATE_CLOCK;
		a = b;
		b = c;
	}
	return forms;
}
