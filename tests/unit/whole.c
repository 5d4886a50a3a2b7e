/* SPDX-License-Identifier: ISC */
/* whole: which documents go, and what they are said to repeat. */
#include <assert.h>

#include "whole.h"

static const struct repeat_options options
    = { .tier = { true }, .min_words = 1, .named = true,
	.teasers = TEASER_RECORDS, .near = NEAR_RECORDS, .documents = true };

/* A block of n words of document 7, that repeats one of doc; 0: none. */
static void
add(struct whole *h, size_t n, size_t doc)
{
	struct met m = { .all = 1, .n_words = n,
		.verdict = { .reason = n == 0 ? REPEAT_WORDLESS : REPEAT_NEW } };

	if (doc != 0)
		met_drop(&m, TIER_EXACT, REPEAT_SAME, 1,
		    (struct place) { doc, 0 });
	whole_add(h, &m);
}

/* Whether all verdicts are drops; those of whole name `source`. */
static bool
is_dropped(struct whole *h, uint64_t source)
{
	const struct verdict *v;
	struct repeats r;
	bool dropped = true;

	repeats_begin(&r, &options);
	whole_decide(h, &r, WHOLE_SHARE);
	while ((v = whole_next(h)) != NULL) {
		dropped &= repeat_is_dropped(v);
		if (v->reason == REPEAT_DOCUMENT)
			assert(v->match.doc == source && v->tier == TIERS);
	}
	repeats_end(&r);
	whole_clear(h, 7);
	return dropped;
}

int
main(void)
{
	struct whole h = { 0 };

	whole_clear(&h, 7);
	assert(is_dropped(&h, 0));
	add(&h, 0, 0);
	assert(!is_dropped(&h, 0));
	add(&h, 80, 1);
	add(&h, 20, 0);
	add(&h, 0, 0);
	assert(is_dropped(&h, 1));
	add(&h, 79, 1);
	add(&h, 21, 0);
	assert(!is_dropped(&h, 0));
	/* Its own words again are not seen before. */
	add(&h, 90, 7);
	add(&h, 10, 0);
	assert(!is_dropped(&h, 0));
	add(&h, 20, 0);
	add(&h, 41, 1);
	add(&h, 20, 2);
	add(&h, 19, 3);
	assert(is_dropped(&h, 1));
	add(&h, 20, 2);
	add(&h, 40, 1);
	add(&h, 20, 3);
	add(&h, 20, 7);
	assert(is_dropped(&h, REPEAT_NO_DOC));
	whole_end(&h);
	return 0;
}
