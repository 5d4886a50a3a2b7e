/* SPDX-License-Identifier: ISC */
#include "price.h"

enum {
	SLIGHT = 1,   /* it may as well be the other way */
	AGAINST = 2,  /* its shape says so, its surroundings do not */
	UNLIKELY = PRICE_SURE, /* its shape says no, its surroundings nothing */
	STRAY = 4,    /* a mark that does nothing */
	ODD = 5,      /* its surroundings say no, its shape nothing */
	WRONG = 8     /* both say no */
};

/* 1: a mark's shape opens; -1: closes; 0: it does not tell. */
static int
direction_of(const struct mark *m, const struct mark_votes *v)
{
	int direction = m->shape == MARK_STRAIGHT ? 0
	    : m->shape == MARK_RIGHT ? -1 : 1;

	if (m->family != MARK_GUILLEMET && m->family != MARK_ANGLE)
		return direction;
	if (v->lefts[m->family] == 0 || v->rights[m->family] == 0)
		return 0;
	return v->inward[m->family] > v->outward[m->family] ? -direction
	                                                    : direction;
}

static bool
follows_digit(const struct mark *m, const struct scan *s)
{
	return m->before == MARK_LETTER && m->at > 0
	    && scan_is(s, SCAN_DIGIT, m->at - 1);
}

/* Whether its apostrophe may end the word before a mark: boys', goin'. */
static bool
may_end_word(const struct mark *m, const struct scan *s)
{
	const char *text = s->text + m->at;

	if (m->at == 0 || m->before != MARK_LETTER)
		return false;
	return (text[-1] | 32) == 's'
	    || (m->at > 1 && (text[-1] | 32) == 'n'
	        && (text[-2] | 32) == 'i');
}

/* A single mark may be an apostrophe, or feet, too. */
static void
price_single(const struct mark *m, const struct scan *s, int lean,
    struct price *c)
{
	if (lean > 0) {
		c->skip = scan_is(s, SCAN_DIGIT, m->at + m->len) ? 0
		    : m->shape == MARK_RIGHT ? SLIGHT
		    : m->shape == MARK_LEFT ? UNLIKELY : AGAINST;
	} else if (m->before != MARK_LETTER) {
		c->skip = lean == 0 ? SLIGHT : UNLIKELY;
	} else if (follows_digit(m, s) || may_end_word(m, s)) {
		c->skip = 0;
		c->close += SLIGHT;
	} else {
		c->skip = AGAINST;
	}
}

struct price
price_mark(const struct mark *m, const struct mark_votes *v,
    const struct scan *s)
{
	int lean = mark_lean(m), direction = direction_of(m, v), right, wrong;
	struct price c = { .skip = follows_digit(m, s) ? SLIGHT
		    : lean == 0 && direction == 0 ? UNLIKELY : STRAY };

	if (direction == 0) {
		c.open = lean > 0 ? 0 : lean < 0 ? ODD : SLIGHT;
		c.close = lean < 0 ? 0 : lean > 0 ? ODD : SLIGHT;
	} else {
		right = lean == -direction ? AGAINST : 0;
		wrong = lean == direction ? WRONG
		    : lean == 0 ? UNLIKELY : SLIGHT;
		c.open = direction > 0 ? right : wrong;
		c.close = direction > 0 ? wrong : right;
	}
	if (m->family == MARK_SINGLE)
		price_single(m, s, lean, &c);
	return c;
}
