/* SPDX-License-Identifier: ISC */
/* veto: what changes a sentence's sense is told from what does not. */
#include <assert.h>

#include "terms.h"
#include "veto.h"

/* What speaks against a text in the place of another, between two words. */
static enum veto
judge(const char *new, const char *old, bool inner, size_t *same)
{
	struct scan sa = { 0 }, sb = { 0 };
	struct terms a = { 0 }, b = { 0 };
	enum veto veto;

	scan_text(&sa, new, strlen(new));
	scan_text(&sb, old, strlen(old));
	terms_read(&a, &sa, 0, sa.len);
	terms_read(&b, &sb, 0, sb.len);
	veto = veto_of(&(struct gap) { 0, a.n, 0, b.n, inner }, a.of, b.of,
	    same);
	terms_end(&a);
	terms_end(&b);
	scan_end(&sa);
	scan_end(&sb);
	return veto;
}

static bool
is(enum veto veto, const char *new, const char *old)
{
	size_t same;

	return judge(new, old, true, &same) == veto;
}

static void
test_facts(void)
{
	assert(is(VETO_FACT, "rose 3", "rose 4"));
	assert(is(VETO_FACT, "the U.S. envoy", "the U.N. envoy"));
	assert(is(VETO_FACT, "5m", "5bn"));
	assert(is(VETO_FACT, "in red", "in blue"));
	assert(is(VETO_FACT, "rose 3.5", "rose 3"));
	assert(is(VETO_FACT, "at 10", "at 10:30"));
	assert(is(VETO_FACT, "met Orr in", "met Bell in"));
	assert(is(VETO_FACT, "three", "four"));
	assert(is(VETO_FACT, "rose", "fell"));
	assert(is(VETO_FACT, "on Monday", "on Feb"));
	assert(is(VETO_FACT, "met Orr in", "met friends in"));
	assert(is(VETO_FACT, "jeudi", "lundi"));
	assert(is(VETO_NONE, "met Orr in", "met in"));
	assert(is(VETO_NONE, "met friends in", "met Orr in"));
	assert(is(VETO_NONE, "the big mill", "the old mill"));
	assert(is(VETO_NONE, "more", "the"));
	assert(is(VETO_NONE, "", "Orr said on Monday"));
}

static void
test_same(void)
{
	static const char *const pairs[][2] = {
		{ "won't", "will not" }, { "can't", "cannot" },
		{ "Feb. 3", "February 3" }, { "5 percent", "5 per cent" },
		{ "5%", "5 per cent" }, { "two", "2" },
		{ "Center", "Centre" }, { "Sen. Orr", "Senator Orr" },
		{ "Britain's", "British" }, { "1,000", "1000" },
		{ "10 a.m.", "10am" }, { "1.5 million", "1.5m" },
		{ "one day", "1 day" }, { "U.S.", "US" }, { "U.S.", "American" },
		{ "U.K.", "British" }, { "the United States", "the U.S." },
		{ "Trade Secretary", "trade minister" },
	};
	size_t i, same;

	for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		assert(judge(pairs[i][0], pairs[i][1], true, &same)
		    == VETO_NONE && same > 0);
		assert(judge(pairs[i][1], pairs[i][0], true, &same)
		    == VETO_NONE && same > 0);
	}
}

static void
test_negation(void)
{
	size_t same;

	assert(is(VETO_NEGATION, "not", ""));
	assert(is(VETO_NEGATION, "", "not"));
	assert(is(VETO_NEGATION, "is", "is not"));
	assert(is(VETO_NEGATION, "isn't", "is"));
	assert(is(VETO_NEGATION, "will", "won't"));
	assert(is(VETO_NONE, "is not", "isn't"));
	assert(is(VETO_NONE, "", "and they said they would not sail at all"));
	assert(judge("", "not", false, &same) == VETO_NONE);
}

static void
test_order(void)
{
	assert(is(VETO_ORDER, "Orr beat Bell", "Bell beat Orr"));
	assert(is(VETO_ORDER, "3 of 5", "5 of 3"));
	assert(is(VETO_NONE, "in 1994 Orr went", "Orr went in 1994"));
	assert(is(VETO_NONE, "Open since, Orr", "Orr, open for"));
	assert(is(VETO_NONE, "said Orr quietly", "quietly said Orr"));
}

/* What stands in a gap's midst is as good as between runs. */
static void
test_midst(void)
{
	size_t same;

	assert(judge("see page 12 on", "see the plan on", false, &same)
	    == VETO_FACT);
	assert(judge("in Orr park", "in this park", false, &same)
	    == VETO_FACT);
	assert(judge("on Orr quay", "the mill", false, &same) == VETO_NONE);
}

/* A side that is too long to be compared still has its facts. */
static void
test_long(void)
{
	char text[1024] = "Bell";
	size_t same, i;

	for (i = 0; i < 100; i++)
		strcat(text, " mill");
	assert(judge("Orr", text, true, &same) == VETO_FACT);
}

int
main(void)
{
	test_facts();
	test_same();
	test_negation();
	test_order();
	test_midst();
	test_long();
	return 0;
}
