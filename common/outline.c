/* SPDX-License-Identifier: ISC */
#include "marking.h"
#include "outline.h"

enum { MISSED = 2 /* headings on end that were not seen, at most */ };

const char *const outline_mark_names[OUTLINE_MARKS] = { "", "hash",
	"underline", "number", "column", "rule",
	"paper", "thread" };

/* Whether blocks of the role are the article's, under its title. */
static bool
is_article(unsigned role)
{
	return role == ROLE_BODY || role == ROLE_HEADING || role == ROLE_LIST
	    || role == ROLE_QUOTE || role == ROLE_STANDFIRST;
}

/*
 * Whether the block is a heading for sure, whatever stood before it: names,
 * too, begin with a letter and a stop, ratings and prices with a number.
 */
static bool
is_plain(const struct marking *m)
{
	if (m->mark != MARK_NUMBER)
		return m->mark != MARK_NOT;
	return ordinal_is_division(&m->ordinal);
}

/* Whether the block may be a heading over the title: a part of a book. */
static bool
is_over_title(const struct marking *m)
{
	return m->mark == MARK_NUMBER && ordinal_is_division(&m->ordinal);
}

/* Whether a block of this role may be a heading after all. */
static bool
may_join(const struct page_block *b)
{
	return !is_article(b->role) && b->role != ROLE_TITLE
	    && (b->feature.hits.any & ~(1u << KIND_HEADING)) == 0
	    && marking_is_short(&b->feature);
}

void
outline_join(struct page_block *block, const struct window *w, size_t n)
{
	struct marking_view v = { .block = block, .w = w };
	struct marking m;
	size_t i, next;

	for (i = n; i-- > 0;) {
		if (i > 0 && block[i].feature.n_words == 0
		    && marking_rule(&v, i - 1) != 0) {
			block[i].role = block[i - 1].role;
			block[i].mark = MARK_RULE;
		}
		if (!may_join(&block[i]))
			continue;
		next = i + 1 + (marking_rule(&v, i) != 0);
		if (next >= w->blocks.n || (!is_article(block[next].role)
		    && block[next].role != ROLE_TITLE))
			continue;
		m = marking_of(&v, i);
		if (block[next].role == ROLE_TITLE ? is_over_title(&m)
		                                   : is_plain(&m))
			block[i].role = block[next - 1].role = ROLE_HEADING;
	}
}

/* The number of divisions that stand open. */
static unsigned
count_open(const struct outline *o)
{
	return (unsigned)__builtin_popcount(o->divisions);
}

/* Whether the number is the first of its kind here, or the next one. */
static bool
is_next(const struct outline *o, enum ordinal_kind kind, unsigned number)
{
	return number == 1 || number == o->last[kind] + 1u;
}

/* A Roman number that is none here may be a letter: C, after B. */
static bool
take_letter(const struct outline *o, struct ordinal *own, struct span text)
{
	if (own->kind == ORDINAL_ROMAN
	    && !is_next(o, ORDINAL_ROMAN, own->first) && text.p[1] == '.') {
		own->kind = ORDINAL_LETTER;
		own->first = (uint16_t)((text.p[0] & ~0x20) - 'A' + 1);
	}
	return is_next(o, own->kind, own->first);
}

/* Opens a division; its level. */
static unsigned
open_division(struct outline *o, unsigned kind)
{
	unsigned level;

	memset(o->last, 0, sizeof o->last);
	o->n_columns = 0;
	o->divisions &= (uint8_t)((1u << kind) - 1);
	level = count_open(o) + 1;
	o->divisions |= (uint8_t)(1u << kind);
	o->base = (uint8_t)(level - 1);
	return level;
}

/* The level of an ordinal, which from now on stands open. */
static unsigned
open_ordinal(struct outline *o, const struct ordinal *own)
{
	unsigned level = count_open(o) + 1;

	if (ordinal_is_division(own))
		return open_division(o, own->kind);
	o->last[own->kind] = own->first;
	if (own->kind == ORDINAL_ROMAN) {
		o->last[ORDINAL_LETTER] = 0;
		return level;
	}
	level += o->last[ORDINAL_ROMAN] > 0;
	if (own->kind == ORDINAL_LETTER)
		return level;
	level += o->last[ORDINAL_ROMAN] > 0 && o->last[ORDINAL_LETTER] > 0;
	memcpy(o->path, own->path, sizeof o->path);
	if (own->depth == 1)
		o->base = (uint8_t)(level - 1);
	return o->base + own->depth;
}

/* The level of a heading by its column, which from now on stands open. */
static unsigned
open_column(struct outline *o, size_t column)
{
	if (column <= o->edge)
		o->divisions = o->base = 0;
	while (o->n_columns > 0 && o->column[o->n_columns - 1] >= column)
		o->n_columns--;
	if (o->n_columns < OUTLINE_COLUMNS)
		o->column[o->n_columns++] = (uint16_t)column;
	return count_open(o) + o->n_columns;
}

/*
 * Whether a decimal of many numbers is the next one, or one that can be after
 * a few that were missed.
 */
static bool
is_later(const struct outline *o, const struct ordinal *own)
{
	unsigned n = own->depth - 1u, here = own->path[n];

	if (o->path[0] == 0)
		return here == 1;
	if (memcmp(own->path, o->path, n) == 0)
		return here > o->path[n] && here <= o->path[n] + 1u + MISSED;
	return memcmp(own->path, o->path, n) > 0 && here > 0
	    && here <= 1 + MISSED;
}

/* Whether a block that the page took for a heading has a number for a level. */
static bool
has_level(const struct outline *o, struct ordinal *own, struct span text)
{
	if (own->kind == ORDINAL_ROMAN || own->kind == ORDINAL_LETTER)
		return take_letter(o, own, text);
	if (own->depth > 1)
		return is_later(o, own);
	return own->kind != ORDINAL_NONE
	    && (!own->bare || is_next(o, own->kind, own->first));
}

/* Whether the marking holds at this place of the document. */
static bool
holds(const struct outline *o, const struct marking_view *v, size_t i,
    struct marking *m)
{
	if (m->mark == MARK_COLUMN)
		return !o->has_under || marking_column(v, i) < o->under;
	if (m->mark == MARK_NUMBER)
		return has_level(o, &m->ordinal, marking_text(v, i));
	return m->mark != MARK_NOT;
}

/*
 * Makes block i a heading, or gives the one that it is a level. Where headings
 * stand left of the text, what begins with the text is none.
 */
static void
head(struct outline *o, struct marking_view *v, size_t i)
{
	struct page_block *b = &v->block[i];
	struct marking m = marking_of(v, i);

	if (holds(o, v, i, &m)) {
		b->role = ROLE_HEADING;
		b->score = 1;
		b->mark = (uint8_t)m.mark;
	} else if (b->role != ROLE_HEADING) {
		return;
	} else if (o->has_under && marking_column(v, i) >= o->under) {
		b->role = ROLE_BODY;
		return;
	} else if (!has_level(o, &m.ordinal, marking_text(v, i))) {
		m.ordinal.kind = ORDINAL_NONE;
	}
	if (m.level > 0)
		b->level = (uint8_t)m.level;
	else if (m.mark == MARK_COLUMN)
		b->level = (uint8_t)open_column(o, marking_column(v, i));
	else if (m.ordinal.kind != ORDINAL_NONE)
		b->level = (uint8_t)open_ordinal(o, &m.ordinal);
	if (b->level > 0 && ordinal_is_division(&m.ordinal))
		o->edge = (uint16_t)marking_column(v, i);
	if (b->level > 0 && i + 1 < v->w->blocks.n) {
		o->under = (uint16_t)marking_column(v, i + 1);
		o->has_under = o->under > marking_column(v, i);
	}
}

void
outline_levels(struct outline *o, struct page_block *block,
    const struct window *w, size_t n)
{
	struct marking_view v = { .block = block, .w = w };
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0 && block[i - 1].role == ROLE_HEADING
		    && marking_rule(&v, i - 1) != 0) {
			block[i].role = ROLE_HEADING;
			block[i].mark = MARK_RULE;
			block[i].score = block[i - 1].score;
		} else if (is_article(block[i].role)
		    && block[i].role != ROLE_STANDFIRST
		    && marking_is_short(&block[i].feature)) {
			head(o, &v, i);
		}
	}
}
