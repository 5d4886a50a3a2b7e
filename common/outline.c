/* SPDX-License-Identifier: ISC */
#include "outline.h"
#include "page.h"

enum {
	HEADING_WORDS = 16,  /* of a marked heading, at most .. */
	HEADING_BYTES = 200, /* .. and bytes */
	PROSE_WORDS = 8,     /* of a block without a stop that is prose */
	LOOK_AHEAD = 6,      /* blocks, from a number to its prose */
	RULE_LEAST = 3,      /* signs of a rule */
	RULE_OFF = 2,        /* a rule is as long as its heading, or nearly */
	GAP = 3,             /* spaces on end that tell columns apart */
	COLUMNS = 32,        /* are told apart */
	TAB = 8,
	DEEPER = 4,          /* of so many words of prose all but one part */
	ATX_LEVELS = 6
};

const char *const outline_mark_names[OUTLINE_MARKS] = { "", "hash",
	"underline", "number", "column", "rule" };

/* The blocks of a window, and the columns at which their prose begins. */
struct view {
	struct page_block *block;
	const struct window *w;
	bool has_prose;
	size_t prose[COLUMNS + 1]; /* words at each column, or less */
};

/* What marks a block. */
struct marking {
	enum outline_mark mark;
	unsigned level; /* of ATX and setext */
	struct ordinal ordinal;
};

static struct span
text_of(const struct view *v, size_t i)
{
	return block_trim(&v->w->scan, &v->w->blocks.block[i]);
}

static bool
is_article(unsigned role)
{
	return role == ROLE_BODY || role == ROLE_HEADING || role == ROLE_LIST
	    || role == ROLE_QUOTE || role == ROLE_STANDFIRST;
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

/*
 * The sign of the rule right under block i, 0 if there is none: on the next
 * line, and as long as the block or at the head of a paragraph of its own.
 */
static char
rule_under(const struct view *v, size_t i)
{
	const struct block *b = v->w->blocks.block;
	struct span rule, text;
	char sign;

	if (i + 1 >= v->w->blocks.n || b[i + 1].gap
	    || v->block[i + 1].feature.n_words > 0)
		return 0;
	rule = text_of(v, i + 1);
	sign = rule_sign(rule);
	text = text_of(v, i);
	if (sign == 0 || v->block[i].feature.n_words == 0
	    || v->block[i].feature.n_words > HEADING_WORDS)
		return 0;
	return b[i].gap || i == 0
	        || (rule.n + RULE_OFF >= text.n && text.n + RULE_OFF >= rule.n)
	    ? sign
	    : 0;
}

/* The level that number signs at its head show, 0 if none. */
static unsigned
atx_level(struct span text)
{
	unsigned level = 0;

	while (level < text.n && text.p[level] == '#')
		level++;
	return level <= ATX_LEVELS && level < text.n && text.p[level] == ' '
	    ? level
	    : 0;
}

/* Ordinals by rank: what has more stands under what has less. */
static unsigned
rank_of(const struct ordinal *o)
{
	return o->kind < ORDINAL_DECIMAL ? o->kind
	                                 : ORDINAL_DECIMAL + o->depth;
}

static bool
is_division(const struct ordinal *o)
{
	return o->kind != ORDINAL_NONE && o->kind < ORDINAL_DECIMAL;
}

static bool
is_short(const struct feature *f)
{
	return f->n_words > 0 && f->n_words <= HEADING_WORDS
	    && f->n_bytes <= HEADING_BYTES;
}

/* The ordinal at the head of block i, if that is as short as a heading. */
static struct ordinal
ordinal_at(const struct view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	struct ordinal o = { .kind = ORDINAL_NONE };

	if (!is_short(f) || (f->hits.any >> KIND_DATE & 1) != 0)
		return o;
	o = ordinal_of(text_of(v, i));
	if (feature_is_sentence(f) && !is_division(&o))
		o.kind = ORDINAL_NONE;
	return o;
}

static bool
is_prose(const struct feature *f)
{
	return feature_is_sentence(f) || f->n_words > PROSE_WORDS;
}

/*
 * Whether an ordinal stands over prose, with none but deeper ones between, and
 * is no entry of a list. A chapter may have a line for its title.
 */
static bool
is_over_prose(const struct view *v, size_t i, const struct ordinal *own)
{
	unsigned rank = rank_of(own);
	struct ordinal o;
	size_t j, titles = is_division(own);

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
			titles = is_division(&o);
		} else if (is_prose(&v->block[j].feature)) {
			return true;
		} else if (titles-- == 0) {
			return false;
		}
	}
	return false;
}

/* The column at which a block begins. */
static size_t
column_of(const struct view *v, size_t i)
{
	const struct block *b = &v->w->blocks.block[i];
	size_t at, column = 0;

	for (at = b->start; at < b->end && column < COLUMNS; at++)
		if (v->w->scan.text[at] == '\t')
			column += TAB - column % TAB;
		else if (v->w->scan.text[at] == ' ')
			column++;
		else
			break;
	return column < COLUMNS ? column : COLUMNS;
}

static bool
is_indented(const struct view *v, size_t i)
{
	char c = v->w->scan.text[v->w->blocks.block[i].start];

	return c == ' ' || c == '\t';
}

/* Counts the words of prose at each column, or left of it. */
static void
find_prose(struct view *v)
{
	const struct feature *f;
	size_t i;

	v->has_prose = true;
	memset(v->prose, 0, sizeof v->prose);
	for (i = 0; i < v->w->blocks.n; i++) {
		f = &v->block[i].feature;
		if (feature_is_sentence(f))
			v->prose[column_of(v, i)] += f->n_words;
	}
	for (i = 1; i <= COLUMNS; i++)
		v->prose[i] += v->prose[i - 1];
}

/* Whether the line has columns of its own, as a page's foot does. */
static bool
has_gap(struct span line)
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
is_outdented(struct view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	size_t column;

	if (i + 1 >= v->w->blocks.n || !is_indented(v, i + 1) || !is_short(f)
	    || feature_is_sentence(f) || f->first == FIRST_BULLET
	    || f->ending == ENDING_DOTS)
		return false;
	column = column_of(v, i);
	if (column_of(v, i + 1) <= column || has_gap(text_of(v, i))
	    || text_of(v, i).p[0] == '-')
		return false;
	if (!v->has_prose)
		find_prose(v);
	return v->prose[column] * DEEPER < v->prose[COLUMNS];
}

/* What marks block i by itself and its neighbours, if anything does. */
static struct marking
marking_of(struct view *v, size_t i)
{
	const struct feature *f = &v->block[i].feature;
	struct marking m = { .mark = MARK_NOT };
	char sign;

	if (f->n_words > HEADING_WORDS)
		return m;
	if (f->first == FIRST_HASH)
		m.level = atx_level(text_of(v, i));
	sign = m.level == 0 && !feature_is_sentence(f) ? rule_under(v, i) : 0;
	if (m.level > 0) {
		m.mark = MARK_ATX;
	} else if (sign != 0) {
		m.mark = MARK_SETEXT;
		m.level = sign == '=' ? 1 : 2;
	} else {
		m.ordinal = ordinal_at(v, i);
		if (m.ordinal.kind != ORDINAL_NONE && !m.ordinal.bare
		    && is_over_prose(v, i, &m.ordinal))
			m.mark = MARK_NUMBER;
		else if (is_outdented(v, i))
			m.mark = MARK_COLUMN;
	}
	return m;
}

/*
 * Whether the block is a heading for sure, whatever stood before it: names,
 * too, begin with a letter and a stop, and many lists with a number.
 */
static bool
is_plain(const struct marking *m)
{
	if (m->mark != MARK_NUMBER)
		return m->mark != MARK_NOT;
	return is_division(&m->ordinal) || m->ordinal.depth > 1;
}

/* Whether a block of this role may be a heading after all. */
static bool
may_join(const struct page_block *b)
{
	return !is_article(b->role) && b->role != ROLE_TITLE
	    && (b->feature.hits.any & ~(1u << KIND_HEADING)) == 0
	    && is_short(&b->feature);
}

void
outline_join(struct page_block *block, const struct window *w, size_t n)
{
	struct view v = { .block = block, .w = w };
	struct marking m;
	size_t i, next;

	for (i = n; i-- > 0;) {
		if (i > 0 && block[i].feature.n_words == 0
		    && rule_under(&v, i - 1) != 0)
			block[i].role = block[i - 1].role;
		if (!may_join(&block[i]))
			continue;
		next = i + 1 + (rule_under(&v, i) != 0);
		if (next >= w->blocks.n || !is_article(block[next].role))
			continue;
		m = marking_of(&v, i);
		if (is_plain(&m))
			block[i].role = ROLE_HEADING;
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

	if (is_division(own))
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
	if (own->depth == 1)
		o->base = (uint8_t)(level - 1);
	return o->base + own->depth;
}

/* The level of a heading by its column, which from now on stands open. */
static unsigned
open_column(struct outline *o, size_t column)
{
	while (o->n_columns > 0 && o->column[o->n_columns - 1] >= column)
		o->n_columns--;
	if (o->n_columns < OUTLINE_COLUMNS)
		o->column[o->n_columns++] = (uint16_t)column;
	return count_open(o) + o->n_columns;
}

/* Whether a block that the page took for a heading has a number for a level. */
static bool
has_level(const struct outline *o, struct ordinal *own, struct span text)
{
	if (own->kind == ORDINAL_ROMAN || own->kind == ORDINAL_LETTER)
		return take_letter(o, own, text);
	return own->kind != ORDINAL_NONE
	    && (!own->bare || is_next(o, own->kind, own->first));
}

/* Whether the marking holds at this place of the document. */
static bool
holds(const struct outline *o, const struct view *v, size_t i,
    struct marking *m)
{
	if (m->mark == MARK_COLUMN)
		return !o->has_under || column_of(v, i) < o->under;
	if (m->mark == MARK_NUMBER)
		return has_level(o, &m->ordinal, text_of(v, i));
	return m->mark != MARK_NOT;
}

/* Makes block i a heading, or gives the one that it is a level. */
static void
head(struct outline *o, struct view *v, size_t i)
{
	struct page_block *b = &v->block[i];
	struct marking m = marking_of(v, i);

	if (holds(o, v, i, &m)) {
		b->role = ROLE_HEADING;
		b->score = 1;
		b->mark = (uint8_t)m.mark;
	} else if (b->role != ROLE_HEADING) {
		return;
	} else if (!has_level(o, &m.ordinal, text_of(v, i))) {
		m.ordinal.kind = ORDINAL_NONE;
	}
	if (m.level > 0)
		b->level = (uint8_t)m.level;
	else if (m.ordinal.kind != ORDINAL_NONE && m.mark != MARK_COLUMN)
		b->level = (uint8_t)open_ordinal(o, &m.ordinal);
	else if (m.mark == MARK_COLUMN)
		b->level = (uint8_t)open_column(o, column_of(v, i));
	o->has_under = b->level > 0 && i + 1 < v->w->blocks.n;
	if (o->has_under)
		o->under = (uint16_t)column_of(v, i + 1);
}

void
outline_levels(struct outline *o, struct page_block *block,
    const struct window *w, size_t n)
{
	struct view v = { .block = block, .w = w };
	size_t i;

	for (i = 0; i < n; i++) {
		block[i].mark = MARK_NOT;
		block[i].level = 0;
		if (i > 0 && block[i - 1].mark == MARK_SETEXT) {
			block[i].role = ROLE_HEADING;
			block[i].mark = MARK_RULE;
		} else if (is_article(block[i].role)
		    && block[i].role != ROLE_STANDFIRST) {
			head(o, &v, i);
		}
	}
}
