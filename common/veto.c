/* SPDX-License-Identifier: ISC */
#include "tables.h"
#include "veto.h"

enum {
	SIDE_TERMS = 32,  /* of one side of a gap, that are compared */
	NEGATION_WORDS = 6 /* a longer part that went is not just a "not" */
};

/* One side of a gap, its terms replaced by what they stand for. */
struct side {
	uint32_t term[SIDE_TERMS];
	bool left[SIDE_TERMS]; /* it is not on the other side */
	size_t n;
	bool whole;            /* nothing was left out for want of room */
};

/* What can be replaced: names and numbers tell facts, some words do. */
enum class {
	CLASS_PLAIN,
	CLASS_NEGATION,
	CLASS_VALUE,
	CLASS_NUMBER,
	CLASS_NAME
};

/* Terms of both sides between two that both have. */
struct part {
	size_t a, a_to, b, b_to;
};

static enum class
class_of(uint32_t term)
{
	const struct sense *sense = sense_of(&senses_table, term);

	if (sense != NULL && sense->kind == SENSE_NEGATION)
		return CLASS_NEGATION;
	if (term_kind(term) == TERM_NUMBER)
		return CLASS_NUMBER;
	if (term_kind(term) == TERM_NAME)
		return CLASS_NAME;
	return sense != NULL && sense->kind == SENSE_VALUE ? CLASS_VALUE
	                                                   : CLASS_PLAIN;
}

static void
add(struct side *side, uint32_t term)
{
	if (side->n == SIDE_TERMS) {
		side->whole = false;
		return;
	}
	side->left[side->n] = true;
	side->term[side->n++] = term;
}

/* Puts in from..to, each word by what it stands for. */
static void
read_side(struct side *side, const uint32_t *w, size_t from, size_t to)
{
	const struct sense *sense;
	size_t i;

	side->n = 0;
	side->whole = true;
	for (; from < to && side->whole; from++) {
		sense = sense_of(&senses_table, w[from]);
		if (sense == NULL || sense->kind != SENSE_SAME) {
			add(side, w[from]);
			continue;
		}
		for (i = 0; i < SENSE_TERMS && sense->term[i] != 0; i++)
			add(side, sense->term[i] | term_kind(w[from]));
	}
}

/*
 * Takes from both sides their longest common subsequence (Wagner and Fischer,
 * JACM 1974). Returns its length.
 */
static size_t
match(struct side *a, struct side *b)
{
	uint8_t best[SIDE_TERMS + 1][SIDE_TERMS + 1] = { { 0 } };
	size_t i, j;

	for (i = a->n; i-- > 0;)
		for (j = b->n; j-- > 0;)
			if (term_same(a->term[i], b->term[j]))
				best[i][j] = best[i + 1][j + 1] + 1;
			else
				best[i][j] = best[i + 1][j] > best[i][j + 1]
				    ? best[i + 1][j] : best[i][j + 1];
	for (i = j = 0; i < a->n && j < b->n;)
		if (term_same(a->term[i], b->term[j]))
			a->left[i++] = b->left[j++] = false;
		else if (best[i + 1][j] >= best[i][j + 1])
			i++;
		else
			j++;
	return best[0][0];
}

static bool
has(const struct side *side, uint32_t term)
{
	size_t i;

	for (i = 0; i < side->n; i++)
		if (term_same(side->term[i], term))
			return true;
	return false;
}

/* How many of a side's terms of a class are not on the other side at all. */
static size_t
count(const struct side *side, const struct side *other, enum class class)
{
	size_t n = 0, i;

	for (i = 0; i < side->n; i++)
		n += side->left[i] && class_of(side->term[i]) == class
		    && !has(other, side->term[i]);
	return n;
}

/*
 * What a term is on both sides, else plain: a word may be a name on one side
 * only because it begins a sentence there.
 */
static enum class
common_class(uint32_t term, const struct side *other)
{
	enum class here = class_of(term), best = CLASS_PLAIN, there;
	size_t i;

	for (i = 0; i < other->n; i++) {
		if (!term_same(other->term[i], term))
			continue;
		there = class_of(other->term[i]);
		best = there > best ? there : best;
	}
	return best < here ? best : here;
}

/*
 * The next name, or the next other fact, from *at on that is on the other side,
 * too; 0 if none.
 */
static uint32_t
next_common(const struct side *side, const struct side *other, bool name,
    size_t *at)
{
	enum class class;

	for (; *at < side->n; ++*at) {
		class = common_class(side->term[*at], other);
		if (class >= CLASS_VALUE && (class == CLASS_NAME) == name)
			return side->term[(*at)++];
	}
	return 0;
}

/*
 * Whether the names, or the other facts, that both have come in the same
 * order. A name may change places with a number: "in 1994 Orr", "Orr in 1994".
 */
static bool
in_order(const struct side *a, const struct side *b, bool name)
{
	size_t i = 0, j = 0;
	uint32_t x, y;

	do {
		x = next_common(a, b, name, &i);
		y = next_common(b, a, name, &j);
	} while (x != 0 && y != 0 && term_same(x, y));
	return x == y || (x != 0 && y != 0 && term_same(x, y));
}

/* The next terms that are on one side only; false if there are none. */
static bool
next_part(const struct side *a, const struct side *b, struct part *p)
{
	while (p->a_to < a->n && p->b_to < b->n && !a->left[p->a_to]
	    && !b->left[p->b_to]) {
		p->a_to++;
		p->b_to++;
	}
	p->a = p->a_to;
	p->b = p->b_to;
	while (p->a_to < a->n && a->left[p->a_to])
		p->a_to++;
	while (p->b_to < b->n && b->left[p->b_to])
		p->b_to++;
	return p->a < p->a_to || p->b < p->b_to;
}

/* Whether from..to has a term of this class or a higher one that is new. */
static bool
tells(const struct side *side, size_t from, size_t to,
    const struct side *other, enum class class)
{
	for (; from < to; from++)
		if (class_of(side->term[from]) >= class
		    && !has(other, side->term[from]))
			return true;
	return false;
}

/*
 * Whether a part is in the midst of the text: what is on both sides of it is
 * the same. Before a gap is a run of words, or the beginning of the block;
 * behind that at a block's beginning is a run.
 */
static bool
is_inner(const struct gap *gap, const struct part *p, const struct side *a,
    const struct side *b)
{
	if (gap->inner)
		return true;
	if (gap->new_from == 0)
		return p->a > 0 && p->b > 0;
	return p->a_to < a->n && p->b_to < b->n;
}

/*
 * Whether a fact stands in the place of another one, or a name or number, in
 * the midst of the text, in the place of anything.
 */
static bool
is_replaced(const struct gap *gap, const struct side *a, const struct side *b)
{
	struct part p = { 0, 0, 0, 0 };

	while (next_part(a, b, &p)) {
		if (p.a == p.a_to || p.b == p.b_to)
			continue;
		if (tells(a, p.a, p.a_to, b, CLASS_VALUE)
		    && tells(b, p.b, p.b_to, a, CLASS_VALUE))
			return true;
		if (is_inner(gap, &p, a, b)
		    && tells(a, p.a, p.a_to, b, CLASS_NUMBER))
			return true;
	}
	return false;
}

enum veto
veto_of(const struct gap *gap, const uint32_t *new, const uint32_t *old,
    size_t *same)
{
	size_t n = gap->new_to - gap->new_from, not_new, not_old;
	struct side a, b;

	read_side(&a, new, gap->new_from, gap->new_to);
	read_side(&b, old, gap->old_from, gap->old_to);
	*same = match(&a, &b);
	if (*same > n)
		*same = n;
	if ((count(&a, &b, CLASS_NAME) > 0 && count(&b, &a, CLASS_NAME) > 0)
	    || (count(&a, &b, CLASS_NUMBER) > 0
	        && count(&b, &a, CLASS_NUMBER) > 0)
	    || is_replaced(gap, &a, &b))
		return VETO_FACT;
	not_new = count(&a, &b, CLASS_NEGATION);
	not_old = count(&b, &a, CLASS_NEGATION);
	if (not_new > not_old || (not_old > not_new && gap->inner
	    && gap->old_to - gap->old_from <= NEGATION_WORDS))
		return VETO_NEGATION;
	return in_order(&a, &b, true) && in_order(&a, &b, false)
	    ? VETO_NONE : VETO_ORDER;
}
