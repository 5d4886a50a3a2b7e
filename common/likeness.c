/* SPDX-License-Identifier: ISC */
#include "likeness.h"

enum {
	LONGER = 4,        /* an old block may be so many times as long .. */
	LONGER_WORDS = 32, /* .. and so many words */
	FULL_WORDS = 28    /* from here on a block is as long as any */
};

/*
 * What share of a block's words must be in the other: of a short block each
 * word tells more. What was put before or behind the old text may be more than
 * what was changed inside of it.
 */
static const struct share {
	double least, per_word; /* of a full block; more for each word less */
} all = { .6, .015 }, inside = { .7, .0125 };

/* What rules a record out at once: too few words in runs, or pairs. */
static const double least_runs = .4, most_missing = .55;

/* Whether enough pairs of a block may be in another one. */
static bool
may_share(const struct near_pairs *a, const struct near_pairs *b)
{
	struct near_lack lack = near_lack(a, b);

	return (double)lack.missing <= most_missing * (double)lack.n;
}

/* Whether so many of n words are enough, in a block of n_all. */
static bool
is_enough(const struct share *share, size_t covered, size_t n, size_t n_all)
{
	size_t fewer = n_all < FULL_WORDS ? FULL_WORDS - n_all : 0;
	double least = share->least + share->per_word * (double)fewer;

	return (double)covered >= least * (double)n;
}

/* Whether words of a gap stand before or behind all of the old text. */
static bool
is_outside(const struct gap *gap, size_t n_old)
{
	return gap->old_from == gap->old_to
	    && (gap->old_from == 0 || gap->old_to == n_old);
}

/* Whether a record may be like a block, by its size and its pairs. */
static bool
may_be_like(const struct near_old *old, struct near_block *b)
{
	if (old->n > LONGER * b->terms.n + LONGER_WORDS
	    || (double)old->n < all.least * (double)b->terms.n)
		return false;
	near_pair(&b->pairs, b->terms.of, b->terms.n);
	near_pair(old->pairs, old->of, old->n);
	return may_share(&b->pairs, old->pairs);
}

bool
likeness_compare(struct likeness *best, struct alignment *a,
    struct near_block *b, const struct near_old *old)
{
	const struct terms *t = &b->terms;
	size_t covered, same, added = 0, i;
	enum veto veto = VETO_NONE, v;

	if (!may_be_like(old, b) || !align(a, t->of, t->n, old->of, old->n)
	    || (double)a->covered < least_runs * (double)t->n)
		return false;
	covered = a->covered;
	for (i = 0; i < a->n_gaps; i++) {
		v = veto_of(&a->gap[i], t->of, old->of, &same);
		if (v != VETO_NONE)
			veto = v;
		covered += same;
		if (!is_outside(&a->gap[i], old->n))
			continue;
		if (old->open && a->gap[i].new_to == t->n)
			return false;
		added += a->gap[i].new_to - a->gap[i].new_from - same;
	}
	if (covered < best->covered || (covered == best->covered
	    && (veto == VETO_NONE || best->veto != VETO_NONE)))
		return false;
	*best = (struct likeness) { covered, added, veto };
	return true;
}

bool
likeness_is_enough(const struct likeness *like, size_t n)
{
	return is_enough(&all, like->covered, n, n)
	    && is_enough(&inside, like->covered, n - like->added, n);
}
