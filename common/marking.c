/* SPDX-License-Identifier: ISC */
#include "marking.h"

enum {
	PROSE_WORDS = 8,     /* of a block without a stop that is prose: more */
	LOOK_AHEAD = 6,      /* blocks, from a number to its prose */
	RULE_LEAST = 3,      /* signs of a rule */
	RULE_OFF = 2,        /* a rule is as long as its heading, or nearly */
	GAP = 3,             /* spaces on end that tell columns apart */
	TAB = 8,
	DEEPER = 4,          /* of so many words of prose all but one part */
	ATX_LEVELS = 6
};

struct span
marking_text(const struct marking_view *v, size_t i)
{
	return block_trim(&v->w->scan, &v->w->blocks.block[i]);
}

/* The sign that a line is a rule of, 0 if it is none. */
static char
rule_sign(struct span line)
{
	size_t i;

	if (line.n < RULE_LEAST || (*line.p != '=' && *line.p != '-'))
		return 0;
	for (i = 1; i < line.n; i++)
		if (line.p[i] != *line.p)
			return 0;
	return *line.p;
}

char
marking_rule(const struct marking_view *v, size_t i)
{
	const struct block *b = v->w->blocks.block;
	struct span rule, text;
	char sign;

	if (i + 1 >= v->w->blocks.n || b[i + 1].gap
	    || v->block[i + 1].feature.n_words > 0)
		return 0;
	rule = marking_text(v, i + 1);
	sign = rule_sign(rule);
	text = marking_text(v, i);
	if (sign == 0 || v->block[i].feature.n_words == 0
	    || v->block[i].feature.n_words > MARKING_WORDS)
		return 0;
	return b[i].gap || i == 0
	        || (rule.n + RULE_OFF >= text.n && text.n + RULE_OFF >= rule.n)
	    ? sign
	    : 0;
}

/* Ordinals by rank: what has more stands under what has less. */
static unsigned
rank_of(const struct ordinal *o)
{
	return o->kind < ORDINAL_DECIMAL ? o->kind
	                                 : ORDINAL_DECIMAL + o->depth;
}

/* Whether it is a number alone: with the name of a month, part of a date. */
static bool
is_single(const struct ordinal *o)
{
	return o->kind == ORDINAL_DECIMAL && o->depth == 1;
}

/* The ordinal at the head of block i, if that is as short as a heading. */
static struct ordinal
ordinal_at(const struct marking_view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	struct ordinal o = { .kind = ORDINAL_NONE };
	char first = v->w->scan.text[v->w->blocks.block[i].start];

	if (!marking_is_short(f) || (first >= 'a' && first <= 'z'))
		return o;
	o = ordinal_of(marking_text(v, i));
	if ((feature_is_sentence(f) && !ordinal_is_division(&o))
	    || (is_single(&o) && (f->hits.any >> KIND_DATE & 1) != 0))
		o.kind = ORDINAL_NONE;
	return o;
}

static bool
is_prose(const struct feature *f)
{
	return feature_is_sentence(f) || f->n_words > PROSE_WORDS;
}

/* Whether prose stands right under block i. */
static bool
has_prose_under(const struct marking_view *v, size_t i)
{
	return i + 1 < v->w->blocks.n && is_prose(&v->block[i + 1].feature);
}

/*
 * The level that number signs at its head show, 0 if none. One sign alone is
 * over prose: it also begins what programs are commented by.
 */
static unsigned
atx_level(const struct marking_view *v, size_t i)
{
	struct span text = marking_text(v, i);
	unsigned level = 0;

	while (level < text.n && text.p[level] == '#')
		level++;
	if (level > ATX_LEVELS || level == text.n || text.p[level] != ' '
	    || (level == 1 && !has_prose_under(v, i)))
		return 0;
	return level;
}

/*
 * Whether an ordinal stands over prose, with none but deeper ones between, and
 * is no entry of a list. A chapter may have a title and a motto.
 */
static bool
is_over_prose(const struct marking_view *v, size_t i, const struct ordinal *own)
{
	unsigned rank = rank_of(own);
	struct ordinal o;
	bool may_wait = ordinal_is_division(own);
	size_t j;

	if (i > 0) {
		o = ordinal_at(v, i - 1);
		if (o.kind != ORDINAL_NONE && rank_of(&o) >= rank)
			return false;
	}
	for (j = i + 1; j < v->w->blocks.n && j <= i + LOOK_AHEAD; j++) {
		o = ordinal_at(v, j);
		if (o.kind != ORDINAL_NONE && rank_of(&o) <= rank)
			return false;
		if (o.kind != ORDINAL_NONE) {
			rank = rank_of(&o);
			may_wait = ordinal_is_division(&o);
		} else if (is_prose(&v->block[j].feature)) {
			return true;
		} else if (!may_wait) {
			return false;
		}
	}
	return false;
}

size_t
marking_column(const struct marking_view *v, size_t i)
{
	const struct block *b = &v->w->blocks.block[i];
	size_t at, column = 0;

	for (at = b->start; at < b->end && column < MARKING_COLUMNS; at++)
		if (v->w->scan.text[at] == '\t')
			column += TAB - column % TAB;
		else if (v->w->scan.text[at] == ' ')
			column++;
		else
			break;
	return column < MARKING_COLUMNS ? column : MARKING_COLUMNS;
}

static bool
is_indented(const struct marking_view *v, size_t i)
{
	char c = v->w->scan.text[v->w->blocks.block[i].start];

	return c == ' ' || c == '\t';
}

/* Counts the words of prose at each column, or left of it. */
static void
find_prose(struct marking_view *v)
{
	const struct feature *f;
	size_t i;

	v->has_prose = true;
	memset(v->prose, 0, sizeof v->prose);
	for (i = 0; i < v->w->blocks.n; i++) {
		f = &v->block[i].feature;
		if (feature_is_sentence(f))
			v->prose[marking_column(v, i)] += f->n_words;
	}
	for (i = 1; i <= MARKING_COLUMNS; i++)
		v->prose[i] += v->prose[i - 1];
}

bool
marking_is_left(struct marking_view *v, size_t column)
{
	if (!v->has_prose)
		find_prose(v);
	return v->prose[column] * DEEPER < v->prose[MARKING_COLUMNS];
}

bool
marking_has_gap(struct span line)
{
	size_t i, run = 0;

	for (i = 0; i < line.n && run < GAP; i++)
		run = block_is_space(line.p[i]) ? run + 1 : 0;
	return run >= GAP;
}

/*
 * Whether block i stands by itself to the left of what follows and of most
 * prose: flush left over indented text.
 */
static bool
is_outdented(struct marking_view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	size_t column;

	if (i + 1 >= v->w->blocks.n || !is_indented(v, i + 1)
	    || !marking_is_short(f) || feature_is_sentence(f)
	    || f->first == FIRST_BULLET || f->ending == ENDING_DOTS)
		return false;
	column = marking_column(v, i);
	if (marking_column(v, i + 1) <= column
	    || marking_has_gap(marking_text(v, i))
	    || marking_text(v, i).p[0] == '-')
		return false;
	return marking_is_left(v, column);
}

struct marking
marking_of(struct marking_view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	struct marking m = { .mark = MARK_NOT };
	char sign;

	if (f->n_words > MARKING_WORDS)
		return m;
	if (f->first == FIRST_HASH)
		m.level = atx_level(v, i);
	sign = m.level == 0 && !feature_is_sentence(f) ? marking_rule(v, i) : 0;
	if (m.level > 0) {
		m.mark = MARK_ATX;
	} else if (sign != 0) {
		m.mark = MARK_SETEXT;
		m.level = sign == '=' ? 1 : 2;
	} else {
		m.ordinal = ordinal_at(v, i);
		if (m.ordinal.kind != ORDINAL_NONE && !m.ordinal.bare
		    && (!m.ordinal.alone || m.ordinal.kind != ORDINAL_DECIMAL)
		    && is_over_prose(v, i, &m.ordinal))
			m.mark = MARK_NUMBER;
		else if (is_outdented(v, i))
			m.mark = MARK_COLUMN;
	}
	return m;
}
