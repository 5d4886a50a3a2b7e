/* SPDX-License-Identifier: ISC */
/* tables: what the build made is what the lists give. */
#include <assert.h>
#include <string.h>

#include "tables.h"
#include "weights.h"

static void
test_functions(void)
{
	static struct grammar g;
	struct span bad;

	assert(grammar_begin(&g, list_of(functions_list, functions_list_n),
	    &bad));
	assert(memcmp(&g, &functions_table, sizeof g) == 0);
}

static void
test_net(void)
{
	static struct net net;
	struct span bad;

	assert(weights_net(&net, list_of(net_list, net_list_n), &bad));
	assert(memcmp(&net, &net_table, sizeof net) == 0);
	assert(net.step[ZONE_AFTER][ZONE_BEFORE] <= NET_NEVER);
}

static void
test_page(void)
{
	static struct model model;
	struct span bad;

	assert(weights_model(&model, list_of(page_list, page_list_n), &bad));
	assert(memcmp(&model, &page_table, sizeof model) == 0);
}

static void
test_phrases(void)
{
	const struct lexicon *built = &phrases_table;
	struct lexicon lx;
	struct span bad;

	lexicon_begin(&lx);
	assert(lexicon_add_list(&lx, list_of(phrases_list, phrases_list_n),
	    feature_kinds, KINDS, &bad));
	assert(lx.n == built->n && lx.cap == built->cap);
	assert(lx.n_longest == built->n_longest);
	assert(memcmp(lx.alone, built->alone, sizeof lx.alone) == 0);
	assert(memcmp(lx.pair, built->pair, sizeof lx.pair) == 0);
	assert(memcmp(lx.slot, built->slot, lx.cap * sizeof *lx.slot) == 0);
	lexicon_end(&lx);
}

int
main(void)
{
	test_functions();
	test_net();
	test_page();
	test_phrases();
	return 0;
}
