/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "reduce_near.h"

const char reduce_twice[]
    = "a position is there twice: two parts with one number?";

/* What stands before the terms of a text that waits. */
struct waiting_text {
	struct position at;
	uint32_t n, print;
	bool open, marked;
};

static void
read_line(struct reduce_text *t, const struct key_line *k)
{
	struct terms *terms = &t->block.terms;

	terms->of = alloc_grow(terms->of, &terms->cap, k->n_terms,
	    sizeof *terms->of);
	memcpy(terms->of, k->print_and_term + 1,
	    k->n_terms * sizeof *terms->of);
	t->print = k->print_and_term[0];
	terms->n = k->n_terms;
	t->block.open = k->ending != ENDING_STOP;
	t->marked = ending_is_marked(k->ending);
	t->at = k->at;
}

static void
put_aside(struct waiting *w, const struct reduce_text *t)
{
	const struct terms *terms = &t->block.terms;
	struct waiting_text head = { t->at, (uint32_t)terms->n,
		t->print, t->block.open, t->marked };

	waiting_add(w, &head, sizeof head);
	waiting_add(w, terms->of, terms->n * sizeof *terms->of);
}

/* Takes out a text that was put aside. */
static bool
take_back(struct waiting *w, struct reduce_text *t)
{
	struct terms *terms = &t->block.terms;
	struct waiting_text head;

	if (!waiting_next(w, &head, sizeof head))
		return false;
	terms->of = alloc_grow(terms->of, &terms->cap, head.n,
	    sizeof *terms->of);
	terms->n = head.n;
	t->at = head.at;
	t->print = head.print;
	t->block.open = head.open;
	t->marked = head.marked;
	return waiting_next(w, terms->of, head.n * sizeof *terms->of);
}

/* Whether the exact tier has them as equal; their terms may be so by sense. */
static bool
is_same(const struct reduce_text *a, const struct reduce_text *b)
{
	const struct terms *s = &a->block.terms, *t = &b->block.terms;

	return a->print == b->print && s->n == t->n
	    && memcmp(s->of, t->of, s->n * sizeof *s->of) == 0;
}

static void
swap(struct reduce_text *a, struct reduce_text *b)
{
	struct reduce_text t = *a;

	*a = *b;
	*b = t;
}

/* Moves the i-th text, the place of which became an earlier one. */
static void
sort_in(struct reduce_near *r, size_t i)
{
	for (; i > 0 && position_compare(r->text[i].at,
	    r->text[i - 1].at) < 0; i--)
		swap(&r->text[i], &r->text[i - 1]);
}

/*
 * The first different texts are held, in whatever order the lines come: the
 * one that comes, or the last one held, is put aside. Equal ones are repeats
 * of the exact tier; the first alone stands for them.
 */
const char *
reduce_near_take(struct reduce_near *r, struct waiting *w,
    const struct key_line *k)
{
	struct reduce_text *one = &r->one;
	size_t i;

	read_line(one, k);
	for (i = 0; i < r->n && !is_same(&r->text[i], one); i++)
		;
	if (i < r->n && position_compare(r->text[i].at, one->at) == 0)
		return reduce_twice;
	if (i == r->n && r->n < REDUCE_NEAR) {
		swap(&r->text[r->n++], one);
		sort_in(r, i);
		return NULL;
	}
	if (i == r->n)
		i--;
	if (position_compare(one->at, r->text[i].at) < 0) {
		swap(&r->text[i], one);
		sort_in(r, i);
	}
	put_aside(w, one);
	return NULL;
}

static void
put_drop(struct output *out, const struct reduce_text *t,
    const struct reduce_text *match, const struct likeness *like)
{
	struct drop d = { t->at, match->at,
		like->veto == VETO_NONE ? DROP_NEAR : DROP_NEVER,
		(uint32_t)(like->covered * DROP_WHOLE / t->block.terms.n) };

	drop_write(out, &d);
}

/* Compares a text with those that stand before it; whether it goes. */
static bool
judge(struct reduce_near *r, struct reduce_text *t, struct output *out)
{
	struct reduce_text *match = NULL, *old;
	struct likeness like = { 0 };
	struct near_old view;
	size_t i;

	for (i = 0; i < r->n; i++) {
		old = &r->text[i];
		if (position_compare(old->at, t->at) >= 0)
			break;
		if (old->gone || old->marked || is_same(old, t))
			continue;
		view = (struct near_old) { old->block.terms.of,
			old->block.terms.n, old->block.open,
			&old->block.pairs };
		if (likeness_compare(&like, &r->alignment, &t->block, &view))
			match = old;
	}
	if (match == NULL || !likeness_is_enough(&like, t->block.terms.n))
		return false;
	put_drop(out, t, match, &like);
	return like.veto == VETO_NONE;
}

void
reduce_near_end_key(struct reduce_near *r, struct waiting *w,
    struct output *out)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		near_reread(&r->text[i].block);
		r->text[i].gone = judge(r, &r->text[i], out);
	}
	while (take_back(w, &r->one)) {
		near_reread(&r->one.block);
		judge(r, &r->one, out);
	}
	for (i = 0; i < r->n; i++)
		r->text[i].gone = false;
	r->n = 0;
}

void
reduce_near_end(struct reduce_near *r)
{
	size_t i;

	for (i = 0; i < REDUCE_NEAR; i++)
		terms_end(&r->text[i].block.terms);
	terms_end(&r->one.block.terms);
}
