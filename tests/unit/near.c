/* SPDX-License-Identifier: ISC */
/* near: what says the same in other words is found, and the ring is bounded. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "near.h"

static struct near_block block;

static void
read_text(const char *text, bool open)
{
	struct scan s = { 0 };

	scan_text(&s, text, strlen(text));
	near_read(&block, &s, 0, s.len, open);
	scan_end(&s);
}

static void
learn(struct near_ring *r, const char *text, bool open, uint64_t doc)
{
	read_text(text, open);
	near_learn(r, &block, (struct place) { doc, 0 });
}

/* The document of what a text is like, or -1. */
static int
find(struct near_ring *r, const char *text)
{
	struct near_match match;

	read_text(text, false);
	return near_find(r, &block, &match) ? (int)match.place.doc : -1;
}

static const char ferry[] = "The old ferry between the two islands will not "
    "sail again, its owner said on Tuesday, as nobody paid for 35 repairs.";

static void
test_find(void)
{
	struct near_ring r;

	near_begin(&r, 100);
	assert(find(&r, ferry) == -1);
	learn(&r, ferry, false, 7);
	assert(find(&r, ferry) == 7);
	assert(find(&r, "The old ferry between the two islands won't sail "
	    "again, the owner said on Tuesday, as nobody paid for 35 repairs.")
	    == 7);
	assert(find(&r, "The old ferry between the two islands will not sail "
	    "again, its owner said on Tuesday, as nobody paid for 36 repairs.")
	    == -1);
	assert(find(&r, "The old ferry between the two islands will sail "
	    "again, its owner said on Tuesday, as nobody paid for 35 repairs.")
	    == -1);
	assert(find(&r, "The old ferry is sold.") == -1);
	learn(&r, "At the start of the long rope make a knot, pull it "
	    "tight and walk to the end of the quay.", false, 9);
	assert(find(&r, "At the end of the long rope make a knot, pull it "
	    "tight and walk to the end of the quay.") == -1);
	learn(&r, "Measured in May with new and old boats of the long Orr "
	    "class, 12 oars, 30 men and 4 sails, and with boats of the "
	    "Bell class, 8 oars, 20 men and 4 sails, on the lake.",
	    false, 10);
	assert(find(&r, "Measured in May with new and old boats of the long "
	    "Orr class, 12 oars, 30 men and 4 sails, and with boats of the "
	    "long Orr class, 12 oars, 30 men and 4 sails, on the lake.")
	    == -1);
	learn(&r, "fn mill() { let wheel = 3; turn(wheel); grind(corn); "
	    "sell(flour); close(gate); }", false, 8);
	assert(find(&r, "fn mill() { let wheel = 3; turn(wheel); grind(corn); "
	    "sell(flour); close(door); }") == -1);
	near_end(&r);
}

/* The one that is most like it decides, also against it. */
static void
test_best(void)
{
	struct near_ring r;

	near_begin(&r, 100);
	learn(&r, "The old ferry between the two islands will not sail again, "
	    "its owner said, as nobody paid for repairs.", false, 1);
	learn(&r, ferry, false, 2);
	assert(find(&r, "The old ferry between the two islands will not sail "
	    "again, its owner said on Friday, as nobody paid for 35 repairs.")
	    == -1);
	near_end(&r);
}

/* What goes on from an old text that just stopped is the fuller one. */
static void
test_open(void)
{
	static const char longer[] = "The old ferry between the two islands "
	    "will not sail again, its owner said on Tuesday, as nobody paid "
	    "for 35 repairs, and the boats of the navy are too slow.";
	struct near_ring r;

	near_begin(&r, 100);
	learn(&r, ferry, true, 1);
	assert(find(&r, longer) == -1);
	learn(&r, ferry, false, 2);
	assert(find(&r, longer) == 2);
	near_end(&r);
}

/* A ring of n records knows at most the newest n. */
static void
test_ring(void)
{
	char text[200];
	struct near_ring r;
	int i;

	near_begin(&r, 10);
	for (i = 0; i < 1000; i++) {
		snprintf(text, sizeof text, "a%d b%d c%d d%d e%d f%d g%d h%d "
		    "i%d j%d k%d l%d", i, i, i, i, i, i, i, i, i, i, i, i);
		assert(find(&r, text) == -1);
		learn(&r, text, false, (uint64_t)i);
		assert(find(&r, text) == i);
		assert(r.n == (i < 10 ? (size_t)i + 1 : 10));
	}
	assert(find(&r, "a990 b990 c990 d990 e990 f990 g990 h990 i990 j990 "
	    "k990 l990") == 990);
	assert(find(&r, "a989 b989 c989 d989 e989 f989 g989 h989 i989 j989 "
	    "k989 l989") == -1);
	near_end(&r);
}

/* Long blocks push out old ones, too; a longer one than that is not taken. */
static void
test_long(void)
{
	char *text = malloc((ALIGN_WORDS + 1) * 8 + 1);
	struct near_ring r;
	size_t i, n;

	assert(text != NULL);
	near_begin(&r, 10);
	for (n = ALIGN_WORDS; n <= ALIGN_WORDS + 1; n++) {
		for (i = 0; i < n; i++)
			sprintf(text + i * 8, "w%06zu ", i);
		learn(&r, text, false, n);
		learn(&r, ferry, false, 1);
		assert(find(&r, text) == (n == ALIGN_WORDS
		    ? ALIGN_WORDS : -1));
	}
	assert(find(&r, ferry) == 1);
	free(text);
	near_end(&r);
}

/*
 * Both ways make the same keys and pairs, of any words, and read none behind
 * them.
 */
static void
test_keys(void)
{
	uint64_t plain[NEAR_KEYS], wide[NEAR_KEYS];
	struct near_pairs pairs, wide_pairs;
	uint32_t *words;
	size_t n, i;

	for (n = NEAR_GRAM; n < 200; n++) {
		words = malloc(n * sizeof *words);
		assert(words != NULL);
		for (i = 0; i < n; i++)
			words[i] = dice();
		near_keys_by(NEAR_PLAIN, plain, words, n);
		if (near_keys_by(NEAR_WIDE, wide, words, n))
			assert(memcmp(plain, wide, sizeof plain) == 0);
		near_pairs_by(NEAR_PLAIN, &pairs, words, n);
		if (near_pairs_by(NEAR_WIDE, &wide_pairs, words, n))
			assert(memcmp(pairs.bits, wide_pairs.bits,
			    sizeof pairs.bits) == 0);
		free(words);
	}
}

int
main(void)
{
	test_keys();
	test_find();
	test_best();
	test_open();
	test_ring();
	test_long();
	terms_end(&block.terms);
	return 0;
}
