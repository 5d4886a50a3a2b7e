/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "align.h"
#include "word.h"

enum {
	GRAM = 3,         /* words that a run begins with */
	SHORT_RUN = 6,    /* a run of fewer words may stand there by chance */
	PLACES = 4,       /* of a gram, that are looked at */
	SPARE = 24        /* words of an outer gap in the old block, at least */
};

/* A place in both blocks; of a run its begin, or where it ended. */
struct run {
	size_t new, old;
};

struct texts {
	const uint32_t *new, *old;
	size_t n_new, n_old;
};

static size_t
slot_of(const uint32_t *w, size_t mask)
{
	uint64_t h = word_mix(WORD_SEED ^ (w[0] & TERM_WORD));

	h = word_mix(h ^ (w[1] & TERM_WORD));
	h = word_mix(h ^ (w[2] & TERM_WORD));
	return (size_t)h & mask;
}

/* A table of so many slots that at most half of them are in use. */
static size_t
mask_of(size_t n_old)
{
	size_t slots = 16;

	while (slots < 2 * n_old)
		slots *= 2;
	return slots < 2 * ALIGN_WORDS ? slots - 1 : 2 * ALIGN_WORDS - 1;
}

/* The first place of a slot, from 1; 0 if it has none. */
static inline uint32_t
first_in(const struct alignment *a, size_t slot)
{
	return a->slot[slot].age == a->now ? a->slot[slot].first : 0;
}

/* Enters all grams of the old block, so that the first one is found first. */
static void
enter(struct alignment *a, const struct texts *t, size_t mask)
{
	size_t i, slot;

	if (++a->now == 0) {
		memset(a->slot, 0, sizeof a->slot);
		memset(a->used, 0, sizeof a->used);
		a->now = 1;
	}
	for (i = t->n_old - GRAM + 1; i-- > 0;) {
		slot = slot_of(t->old + i, mask);
		a->next[i] = first_in(a, slot);
		a->slot[slot].first = (uint32_t)i + 1;
		a->slot[slot].age = a->now;
	}
}

static bool
same_gram(const uint32_t *a, const uint32_t *b)
{
	return term_same(a[0], b[0]) && term_same(a[1], b[1])
	    && term_same(a[2], b[2]);
}

/*
 * Where in the old block the three words at `i` stand, best behind the run
 * before, and in no run: what is said twice is not said once. False if they
 * are not there.
 */
static bool
find(const struct alignment *a, const struct texts *t, size_t mask, size_t i,
    struct run from, size_t *found)
{
	size_t slot = slot_of(t->new + i, mask), k;
	uint32_t at = first_in(a, slot);
	bool any = false;

	for (k = 0; at != 0 && k < PLACES; at = a->next[at - 1], k++) {
		if (!same_gram(t->old + at - 1, t->new + i)
		    || a->used[at - 1] == a->now)
			continue;
		if (!any || at > from.old)
			*found = at - 1;
		any = true;
		if (at > from.old)
			return true;
	}
	return any;
}

/* Whether the n words at two places are the same. */
static bool
are_same(const struct texts *t, size_t new, size_t old, size_t n)
{
	if (n > t->n_new - new || n > t->n_old - old)
		return false;
	while (n > 0 && term_same(t->new[new + n - 1], t->old[old + n - 1]))
		n--;
	return n == 0;
}

/*
 * Moves on from a short run, *i in the new block and *old, that stands
 * elsewhere in the old one, to a run that it lies over and that goes on where
 * words are expected: "the end of" is found anywhere, and hides what was
 * replaced.
 */
static void
prefer_next(const struct alignment *a, const struct texts *t, size_t mask,
    struct run from, size_t *i, size_t *old)
{
	size_t k, next;

	if (are_same(t, *i, *old, SHORT_RUN))
		return;
	for (k = 1; k <= GRAM && *i + k + GRAM <= t->n_new; k++)
		if (find(a, t, mask, *i + k, from, &next) && next >= from.old
		    && (*old < from.old || next < *old)) {
			*i += k;
			*old = next;
			return;
		}
}

/* The next run from `from` on, where words of the old block are expected. */
static bool
next_run(const struct alignment *a, const struct texts *t, size_t mask,
    struct run from, struct run *run)
{
	size_t i, old, low;

	for (i = from.new; i + GRAM <= t->n_new; i++) {
		if (!find(a, t, mask, i, from, &old))
			continue;
		prefer_next(a, t, mask, from, &i, &old);
		low = old >= from.old ? from.old : 0;
		while (i > from.new && old > low
		    && a->used[old - 1] != a->now
		    && term_same(t->new[i - 1], t->old[old - 1])) {
			i--;
			old--;
		}
		*run = (struct run) { i, old };
		return true;
	}
	return false;
}

static bool
add_gap(struct alignment *a, struct gap gap)
{
	if (gap.new_from == gap.new_to && gap.old_from == gap.old_to)
		return true;
	if (a->n_gaps == ALIGN_GAPS)
		return false;
	a->gap[a->n_gaps++] = gap;
	return true;
}

/* The gap before a run: what stood in the old block there, if that is known. */
static struct gap
gap_before(struct run from, struct run run)
{
	size_t n = run.new - from.new, most = 2 * n + SPARE;
	struct gap gap = { from.new, run.new, from.old, run.old,
		from.new > 0 && run.old >= from.old };

	if (run.old < from.old)
		gap.old_from = run.old;
	else if (from.new == 0 && run.old > most)
		gap.old_from = run.old - most;
	else if (from.new == 0)
		gap.old_from = 0;
	return gap;
}

static struct gap
gap_behind(const struct texts *t, struct run from)
{
	size_t most = 2 * (t->n_new - from.new) + SPARE;
	size_t left = t->n_old - from.old;

	return (struct gap) { from.new, t->n_new, from.old,
		from.old + (left < most ? left : most), false };
}

/* Passes over the words that are the same, and in no other run. */
static struct run
pass(struct alignment *a, const struct texts *t, struct run at)
{
	while (at.new < t->n_new && at.old < t->n_old
	    && a->used[at.old] != a->now
	    && term_same(t->new[at.new], t->old[at.old])) {
		a->used[at.old] = a->now;
		at.new++;
		at.old++;
	}
	return at;
}

bool
align(struct alignment *a, const uint32_t *new, size_t n_new,
    const uint32_t *old, size_t n_old)
{
	const struct texts t = { new, old, n_new, n_old };
	struct run from = { 0, 0 }, run;
	size_t mask = mask_of(n_old);

	a->covered = a->n_gaps = 0;
	if (n_old < GRAM)
		return false;
	enter(a, &t, mask);
	while (next_run(a, &t, mask, from, &run)) {
		if (!add_gap(a, gap_before(from, run)))
			return false;
		from = pass(a, &t, run);
		a->covered += from.new - run.new;
	}
	return add_gap(a, gap_behind(&t, from));
}
