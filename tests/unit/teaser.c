/* SPDX-License-Identifier: ISC */
/* teaser: beginnings of what was recorded are found, and nothing else. */
#include <assert.h>
#include <stdio.h>

#include "teaser.h"

static struct endings endings;

struct read {
	struct checkpoints c;
	struct fingerprint f;
	struct ending ending;
};

static struct read
read_text(const char *text)
{
	struct scan s = { 0 };
	struct read r;

	scan_text(&s, text, strlen(text));
	r.f = fingerprint_of(&s, 0, s.len, &r.c);
	r.ending = ending_of(&endings, &s, 0, s.len, &r.f);
	scan_end(&s);
	return r;
}

static void
learn(struct teaser_ring *ring, const char *text, uint64_t doc)
{
	struct read r = read_text(text);

	teaser_learn(ring, &r.c, r.f.n_words, &r.ending,
	    r.ending.kind == ENDING_STOP, (struct place) { doc, 0 });
}

static bool
finds(const struct teaser_ring *ring, const char *text)
{
	struct read r = read_text(text);
	struct place place;

	return r.f.n_words >= FINGERPRINT_HEAD
	    && teaser_find(ring, &r.c, r.f.n_words, &r.ending, &place);
}

static const char whole[] = "The old ferry between the two islands will not "
    "sail again, its owner said on Tuesday, as nobody paid for 35 repairs.";

static void
test_beginnings(void)
{
	struct teaser_ring ring;

	teaser_begin(&ring, 8, false);
	learn(&ring, whole, 0);
	assert(finds(&ring, "The old ferry between the two islands will..."));
	assert(finds(&ring, "The old ferry between the two islands will not "
	    "sail again, its owner sa\xE2\x80\xA6 Read more"));
	assert(finds(&ring, "The old ferry between the two islands will not "
	    "sail again, its owner said on"));
	assert(!finds(&ring, "The old ferry between the two islands will not "
	    "sail again."));
	assert(!finds(&ring, "The old ferry between the two islands wi..."));
	assert(!finds(&ring, "The old ferry between the two islands will not "
	    "sail again, the ..."));
	assert(!finds(&ring, "The old ferry between the two islands will not "
	    "sail again, its owner said on Tuesday, as nobody paid for 4..."));
	assert(!finds(&ring, "The old ferry between the two islands will not "
	    "sail again, its owner seems..."));
	assert(finds(&ring, "The old ferry between the two islands will not "
	    "sail again, its owner s..."));
	assert(!finds(&ring, "The old ferry between the two islands will:"));
	assert(!finds(&ring, "The old ferry between the two islands will not "
	    "run any more on Sundays, the town..."));
	teaser_end(&ring);
}

/* A text of the same words is no beginning, but its words and a link are. */
static void
test_whole(void)
{
	struct teaser_ring ring;

	teaser_begin(&ring, 8, false);
	learn(&ring, "One two three four five six seven eight nine ten.", 0);
	assert(!finds(&ring,
	    "One two three four five six seven eight nine ten..."));
	assert(finds(&ring,
	    "One two three four five six seven eight nine te..."));
	assert(finds(&ring, "One two three four five six seven eight nine "
	    "ten. Read more"));
	teaser_end(&ring);
}

/* A headline without a mark is no beginning of another headline. */
static void
test_headlines(void)
{
	struct teaser_ring ring;

	teaser_begin(&ring, 8, false);
	learn(&ring, "Old ferry between two islands will not sail again - The "
	    "Island Post", 0);
	assert(!finds(&ring, "Old ferry between two islands will not sail "
	    "again"));
	assert(finds(&ring, "Old ferry between two islands will not sail..."));
	teaser_end(&ring);
}

static void
learn_number(struct teaser_ring *ring, unsigned i)
{
	char text[200];

	snprintf(text, sizeof text, "n%u two three four five six seven eight "
	    "nine ten eleven twelve.", i);
	learn(ring, text, i);
}

static bool
finds_number(const struct teaser_ring *ring, unsigned i)
{
	char text[200];

	snprintf(text, sizeof text, "n%u two three four five six seven eight "
	    "nine t...", i);
	return finds(ring, text);
}

/* The newest records stay, in the order in which they came. */
static void
test_ring(void)
{
	struct teaser_ring ring;
	unsigned i;

	teaser_begin(&ring, 3000, true);
	for (i = 0; i < 10000; i++)
		learn_number(&ring, i);
	assert(ring.n == 3000);
	assert(!finds_number(&ring, 6999) && finds_number(&ring, 7000)
	    && finds_number(&ring, 9999));
	for (i = 0; i < 3000; i++)
		assert(finds_number(&ring, 7000 + i));
	assert(teaser_nth(&ring, 0, NULL)->head
	    != teaser_nth(&ring, 1, NULL)->head);
	teaser_end(&ring);
}

/* Of blocks that begin alike only the first few are recorded. */
static void
test_same_beginning(void)
{
	struct teaser_ring ring;
	char text[200];
	unsigned i;

	teaser_begin(&ring, 3000, false);
	for (i = 0; i < 1000; i++) {
		snprintf(text, sizeof text, "The weather on the first of the "
		    "month was n%u and wet.", i % 500);
		learn(&ring, text, i);
	}
	assert(ring.n == TEASER_SAME);
	assert(finds(&ring, "The weather on the first of the month was n0 "
	    "an..."));
	teaser_end(&ring);
}

/* Heads that somebody chose make chains no longer than others do. */
static void
test_flood(unsigned shift)
{
	struct teaser_record t = { .n_words = 12 };
	struct teaser_ring ring;
	size_t n, i, sum = 0;
	uint32_t at;

	teaser_begin(&ring, 100000, false);
	for (i = 0; i < 20000; i++) {
		t.head = (uint64_t)i << shift | 1;
		teaser_restore(&ring, &t, (struct place) { 0 });
	}
	for (i = 0; i < ring.slots; i++) {
		n = 0;
		for (at = ring.chain[i]; at != 0; at = ring.link[at - 1].next)
			n++;
		sum += n * n;
	}
	assert(ring.n == 20000);
	assert(sum < 2 * (ring.n + ring.n * ring.n / ring.slots));
	teaser_end(&ring);
}

int
main(void)
{
	unsigned shift;

	endings_begin(&endings);
	test_beginnings();
	test_whole();
	test_headlines();
	test_ring();
	test_same_beginning();
	for (shift = 1; shift < 48; shift++)
		test_flood(shift);
	endings_end(&endings);
	return 0;
}
