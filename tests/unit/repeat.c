/* SPDX-License-Identifier: ISC */
/* repeat: verdicts, and that they do not depend on how a text is cut. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "repeat.h"

#define MANY 4000u

static const struct repeat_options all_tiers = {
	.tier = { true, true, true },
	.min_words = 1,
	.named = true,
	.teasers = TEASER_RECORDS,
	.near = NEAR_RECORDS,
};

static unsigned
dice(unsigned sides)
{
	static unsigned long long x = 88172645463325252u;

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return (unsigned)(x >> 32) % sides;
}

/*
 * The verdicts on a text, a letter for each block; `most` bytes more are
 * shown at a time, 0: all at once. Owned by the caller.
 */
static char *
judge(struct repeats *r, const char *text, size_t most)
{
	static const char letters[] = "..=<h>~2d";
	struct window w = { 0 };
	size_t len = strlen(text), shown = most == 0 ? len : 0, done = 0, n;
	char *verdicts = malloc(len + 2);
	size_t n_verdicts = 0, i;

	assert(verdicts != NULL);
	repeats_document(r, span_of("doc"));
	window_begin(&w, BLOCKS_AUTO, false);
	do {
		if (most > 0)
			shown += dice((unsigned)most);
		if (shown > len)
			shown = len;
		window_fill(&w, text + done, shown - done, shown == len);
		n = repeats_judge(r, &w);
		for (i = 0; i < n; i++)
			verdicts[n_verdicts++] = r->learning ? '.'
			    : letters[repeats_verdict(r, i)->reason];
		repeats_decided(r, n);
		done += window_drop(&w, n);
	} while (shown < len);
	verdicts[n_verdicts] = '\0';
	window_end(&w);
	return verdicts;
}

/* The same where all is read before. */
static char *
judge_learned(struct repeats *r, const char *text, size_t most)
{
	repeats_learn(r);
	free(judge(r, text, most));
	repeats_learned(r);
	return judge(r, text, most);
}

static void
expect(const struct repeat_options *o, const char *text, const char *want)
{
	struct repeats r;
	char *got;

	repeats_begin(&r, o);
	got = o->learn ? judge_learned(&r, text, 0) : judge(&r, text, 0);
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s, not %s: %s\n", got, want, text);
	assert(strcmp(got, want) == 0);
	free(got);
	repeats_end(&r);
}

#define STORY "The old ferry between the two islands will not sail again, " \
	"its owner said on Tuesday."

static void
test_tiers(void)
{
	expect(&all_tiers, "One.\n\nTwo.\n\nONE\n\n--\n\n--", "..=..");
	expect(&all_tiers, STORY "\n\nFerry Stops\n\nThe old ferry between the "
	    "two islands will not...", ".h<");
	expect(&all_tiers, "The old ferry between the two islands will not..."
	    "\n\n" STORY, "..");
	expect(&all_tiers, STORY "\n\nFerry stops.\n\nThe old ferry between "
	    "the two islands will not...", "..<");
	expect(&all_tiers, "Home News Old Ferry To Stop\n\nOld Ferry To Stop",
	    ">.");
	expect(&all_tiers, "Old ferry between two islands to stop sailing "
	    "soon | Post.\n\nOld ferry between two islands to stop sailing "
	    "soon", "..");
	expect(&all_tiers, "Old ferry to stop | Post\n\nOld ferry to stop",
	    ">.");
}

/* A crumb and its title must not both go. */
static void
test_one_stays(void)
{
	expect(&all_tiers, "The old ferry between the two islands never "
	    "stops... - Post\n\nThe old ferry between the two islands never "
	    "st...", ".<");
	expect(&all_tiers, "The old ferry between the two islands never "
	    "stops... - Post\n\nThe old ferry between the two islands never "
	    "stops...", ".<");
}

static void
test_distance(void)
{
	expect(&all_tiers, "Home News Old Ferry To Stop\n\n1.\n\n2.\n\n3.\n\n"
	    "4.\n\n5.\n\n6.\n\n7.\n\nOld Ferry To Stop", ">........");
	expect(&all_tiers, "Home News Old Ferry To Stop\n\n1.\n\n2.\n\n3.\n\n"
	    "4.\n\n5.\n\n6.\n\n7.\n\n8.\n\nOld Ferry To Stop", "..........");
}

static void
test_options(void)
{
	struct repeat_options o = { .tier = { true }, .min_words = 2,
		.teasers = TEASER_RECORDS };

	expect(&o, "One.\n\nOne two.\n\nOne.\n\nOne two.", "...=");
	o.tier[TIER_EXACT] = false;
	o.tier[TIER_TEASER] = true;
	expect(&o, STORY "\n\n" STORY, "..");
}

static void
test_learn(void)
{
	struct repeat_options o = all_tiers;

	o.learn = true;
	expect(&o, "One.\n\nTwo.\n\nONE\n\n--\n\n--", "..=..");
	expect(&o, "Ferry\n\nThe old ferry between the two islands will "
	    "not...\n\nFerry\n\n" STORY "\n\nFerry", "h<..=");
	expect(&o, "Home News Old Ferry To Stop\n\n1.\n\n2.\n\n3.\n\n"
	    "4.\n\n5.\n\n6.\n\n7.\n\n8.\n\nOld Ferry To Stop",
	    "..........");
	expect(&o, "Home > News > Old Ferry To Stop\n\n1.\n\n2.\n\n3.\n\n"
	    "4.\n\n5.\n\n6.\n\n7.\n\n8.\n\nOld Ferry To Stop",
	    ">.........");
	o.none = true;
	expect(&o, "One.\n\nTwo.\n\nONE\n\n--\n\n--", "2.2..");
}

/* What is released does not count: its next equal is the first. */
static void
test_release(void)
{
	struct repeat_options o = all_tiers;
	struct repeats r;
	struct met m;
	char *got;

	o.documents = true;
	repeats_begin(&r, &o);
	got = judge(&r, "One.", 0);
	assert(strcmp(got, ".") == 0);
	free(got);
	m = r.met[0];
	repeats_release(&r, &m);
	got = judge(&r, "One.\n\nOne.", 0);
	assert(strcmp(got, ".=") == 0);
	free(got);
	repeats_end(&r);
}

/* A text of blocks that repeat, are cut, have trails. */
static char *
random_text(void)
{
	char *text = malloc(MANY * 100), *p = text;
	unsigned i, of, j, cut;

	assert(text != NULL);
	for (i = 0; i < MANY; i++) {
		of = dice(MANY / 8);
		cut = 2 + dice(14);
		if (dice(3) == 0)
			p += sprintf(p, "Home > News > ");
		else if (dice(8) == 0)
			p += sprintf(p, "Home News ");
		for (j = 0; j < cut; j++)
			p += sprintf(p, "W%u ", of + j);
		strcpy(p, dice(2) == 0 ? "\n\n" : dice(2) == 0 ? "...\n\n"
		                                               : ".\n\n");
		p += strlen(p);
	}
	return text;
}

static void
test_cuts(bool learn)
{
	char *(*judging)(struct repeats *, const char *, size_t)
	    = learn ? judge_learned : judge;
	struct repeat_options o = all_tiers;
	char *text = random_text(), *whole, *cut;
	struct repeats r;
	size_t most;

	o.learn = learn;
	repeats_begin(&r, &o);
	whole = judging(&r, text, 0);
	repeats_end(&r);
	assert(strchr(whole, '>') != NULL && strchr(whole, '<') != NULL
	    && strchr(whole, 'h') != NULL && strchr(whole, '=') != NULL);
	for (most = 64; most < 100000; most *= 5) {
		repeats_begin(&r, &o);
		cut = judging(&r, text, most);
		assert(strcmp(whole, cut) == 0);
		free(cut);
		repeats_end(&r);
	}
	free(whole);
	free(text);
}

int
main(void)
{
	test_tiers();
	test_one_stays();
	test_distance();
	test_options();
	test_learn();
	test_release();
	test_cuts(false);
	test_cuts(true);
	return 0;
}
