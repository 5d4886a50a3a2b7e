/* SPDX-License-Identifier: ISC */
/* tables: what the build made is what the lists give; bad rows are refused. */
#include <assert.h>
#include <string.h>

#include "cue_list.h"
#include "tables.h"
#include "weights.h"

static void
test_cues(void)
{
	static struct cues c;
	static struct hints h;
	struct span bad;

	assert(cue_list_read(&c, list_of(cues_list, cues_list_n), &bad));
	assert(memcmp(&c, &cues_table, sizeof c) == 0);
	assert(hint_begin(&h, &c, list_of(hints_list, hints_list_n), &bad));
	assert(memcmp(&h, &hints_table, sizeof h) == 0);
}

/* Rows of which the second one is bad: the cues', the hints'. */
static const struct {
	const char *p;
	size_t n;
} bad_cues[] = {
#define ROWS(s) { s, sizeof s }
	ROWS("a\0determiner\0en\0b\0determined\0en"),
	ROWS("a\0determiner\0en\0b\0\0en"),
	ROWS("a\0determiner\0en\0.\0right-to-left\0en"),
	ROWS("a\0determiner\0en\0-ly\0adverbial\0en"),
	ROWS("a\0determiner\0en\0-\0adverb\0en"),
	ROWS("a\0determiner\0en\0-hippopotomonstrosesquipedal\0noun\0en"),
	ROWS("a\0determiner\0en\0ann\0lady\0mul"),
	ROWS("a\0determiner\0en\0ann orr\0female\0mul"),
	ROWS("a\0determiner\0en\0b\0noun\0language"),
}, bad_hints[] = {
	ROWS("film\0work\0en\0book\0works\0en"),
	ROWS("film\0work\0en\0book\0work\0xx"),
	ROWS("film\0work\0en\0known to be\0naming\0en"),
	ROWS("film\0work\0en\0-hippopotomonstrosesquipedal\0work\0en"),
}, bad_nicknames[] = {
	ROWS("al\0albert\0en\0bob r\0robert\0en"),
	ROWS("al\0albert\0en\0bob\0robert orr\0en"),
}, bad_senses[] = {
	ROWS("not\0negation\0en\0never\0negated\0en"),
	ROWS("not\0negation\0en\0by no means\0negation\0en"),
	ROWS("not\0negation\0en\0mayn't\0is \0en"),
	ROWS("not\0negation\0en\0mayn't\0is may  not\0en"),
	ROWS("not\0negation\0en\0usa\0is united states of america\0en"),
};

/* Whether a bad row is the second. */
static bool
is_second(const char *p, struct span bad)
{
	struct list list = list_of(p, SIZE_MAX);
	struct list_row row;

	list_next(&list, &row);
	list_next(&list, &row);
	return bad.p == row.entry.p;
}

static void
test_bad(void)
{
	static struct cues c;
	static struct hints h;
	static struct nicknames t;
	static struct senses s;
	struct span bad;
	size_t i;

	for (i = 0; i < sizeof bad_cues / sizeof bad_cues[0]; i++)
		assert(!cue_list_read(&c, list_of(bad_cues[i].p,
		    bad_cues[i].n), &bad) && is_second(bad_cues[i].p, bad));
	for (i = 0; i < sizeof bad_hints / sizeof bad_hints[0]; i++)
		assert(!hint_begin(&h, &cues_table, list_of(bad_hints[i].p,
		    bad_hints[i].n), &bad) && is_second(bad_hints[i].p, bad));
	for (i = 0; i < sizeof bad_nicknames / sizeof bad_nicknames[0]; i++)
		assert(!nickname_begin(&t, list_of(bad_nicknames[i].p,
		    bad_nicknames[i].n), &bad)
		    && is_second(bad_nicknames[i].p, bad));
	for (i = 0; i < sizeof bad_senses / sizeof bad_senses[0]; i++)
		assert(!sense_begin(&s, list_of(bad_senses[i].p,
		    bad_senses[i].n), &bad)
		    && is_second(bad_senses[i].p, bad));
}

static void
test_functions(void)
{
	static struct grammar g;
	struct span bad;

	assert(grammar_begin(&g, list_of(functions_list, functions_list_n),
	    &bad));
	grammar_add_phrases(&g, list_of(phrases_list, phrases_list_n));
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
test_chain(void)
{
	static struct chain chain;
	struct span bad;

	assert(weights_chain(&chain, list_of(chain_list, chain_list_n), &bad));
	assert(memcmp(&chain, &chain_table, sizeof chain) == 0);
	assert(chain.step[CLASS_BODY][CLASS_BEFORE] == CHAIN_NEVER);
}

static void
test_nicknames(void)
{
	static struct nicknames t;
	struct span bad;

	assert(nickname_begin(&t, list_of(nicknames_list, nicknames_list_n),
	    &bad));
	assert(memcmp(&t, &nicknames_table, sizeof t) == 0);
}

static void
test_divisions(void)
{
	static struct divisions t;
	struct span bad;

	assert(division_begin(&t, list_of(divisions_list, divisions_list_n),
	    &bad));
	assert(memcmp(&t, &divisions_table, sizeof t) == 0);
}

static void
test_senses(void)
{
	static struct senses s;
	struct span bad;

	assert(sense_begin(&s, list_of(senses_list, senses_list_n), &bad));
	assert(memcmp(&s, &senses_table, sizeof s) == 0);
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
compare_slots(const struct lexicon_table *a, const struct lexicon_table *b)
{
	assert(a->n == b->n && a->cap == b->cap);
	assert(memcmp(a->slot, b->slot, a->cap * sizeof *a->slot) == 0);
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
	compare_slots(&lx.alone, &built->alone);
	compare_slots(&lx.longer, &built->longer);
	assert(lx.n_longest == built->n_longest);
	assert(memcmp(lx.has_alone, built->has_alone, sizeof lx.has_alone)
	    == 0);
	assert(memcmp(lx.has_pair, built->has_pair, sizeof lx.has_pair) == 0);
	lexicon_end(&lx);
}

int
main(void)
{
	test_cues();
	test_bad();
	test_functions();
	test_net();
	test_chain();
	test_divisions();
	test_nicknames();
	test_page();
	test_senses();
	test_phrases();
	return 0;
}
