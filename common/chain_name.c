/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "chain_name.h"

static const struct group {
	const char *name;
	unsigned first, n;
	const char *const *values; /* null: numbers */
} groups[] = {
	{ "inzone", CHAIN_ZONE, ZONES, model_zone_names },
	{ "prevzone", CHAIN_PREV_ZONE, ZONES, model_zone_names },
	{ "nextzone", CHAIN_NEXT_ZONE, ZONES, model_zone_names },
	/* how much more speaks for content than for any other zone */
	{ "lean", CHAIN_LEAN, CHAIN_LEANS, NULL },
	/* mixed numbers of the network above 0 */
	{ "awake", CHAIN_AWAKE, NET_MIXED, NULL },
	/* blocks to the content's first sentence, since it: buckets */
	{ "upto", CHAIN_NEAR, FEATURE_BUCKETS, NULL },
	{ "past", CHAIN_PAST, FEATURE_BUCKETS, NULL },
	/* no stop: words, as a bucket, times 5, and quarters of capitals */
	{ "form", CHAIN_FORM, FEATURE_BUCKETS * FEATURE_QUARTERS, NULL },
	/* phrases of these kinds, by the bucket of the block's words */
	{ "bylined", CHAIN_BYLINE, FEATURE_BUCKETS, NULL },
	{ "dated", CHAIN_DATE, FEATURE_BUCKETS, NULL },
	{ "captioned", CHAIN_CAPTION, FEATURE_BUCKETS, NULL },
	/* kinds of phrases in the block before, after */
	{ "prevany", CHAIN_PREV, KINDS, feature_kinds },
	{ "nextany", CHAIN_NEXT, KINDS, feature_kinds },
	/* kinds of phrases in its last words */
	{ "tail", CHAIN_TAIL, KINDS, feature_kinds },
	/* the bits of enum credit_form */
	{ "credit", CHAIN_CREDIT, CHAIN_CREDITS, NULL },
	/* bits of enum date_form; and 4: the block before; and 8: that behind */
	{ "day", CHAIN_DAY, CHAIN_DAYS, NULL },
	/* near the text: others with all its telling words, with fewer */
	{ "heldby", CHAIN_HELD_BY, CHAIN_HELD, NULL },
	{ "holds", CHAIN_HOLDS, CHAIN_HELD, NULL },
	/* how like a title by data/page.roles.txt; the last: most of all */
	{ "guess", CHAIN_GUESS, CHAIN_GUESSES, NULL },
};

#define N_GROUPS (sizeof groups / sizeof groups[0])

/* The place of a value in a group; group->n if it has none such. */
static size_t
value_named(const struct group *group, struct span name)
{
	char number[24];
	size_t i;

	if (group->values != NULL)
		return span_index(name, group->values, group->n);
	for (i = 0; i < group->n; i++) {
		snprintf(number, sizeof number, "%zu", i);
		if (span_equal(name, span_of(number)))
			break;
	}
	return i;
}

size_t
chain_named(struct span name)
{
	size_t feature = model_named(name), i, value;
	struct span group = span_cut(&name, '.');

	if (feature < MODEL_FEATURES)
		return feature;
	for (i = 0; i < N_GROUPS; i++) {
		if (!span_equal(group, span_of(groups[i].name)))
			continue;
		value = value_named(&groups[i], name);
		if (value < groups[i].n)
			return groups[i].first + value;
	}
	return CHAIN_FEATURES;
}

void
chain_name(unsigned feature, char *to)
{
	const struct group *group = &groups[N_GROUPS - 1];
	unsigned value;

	if (feature < MODEL_FEATURES) {
		model_name(feature, to);
		return;
	}
	while (group->first > feature)
		group--;
	value = feature - group->first;
	if (group->values != NULL)
		snprintf(to, MODEL_NAME, "%s.%s", group->name,
		    group->values[value]);
	else
		snprintf(to, MODEL_NAME, "%s.%u", group->name, value);
}
