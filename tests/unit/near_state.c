/* SPDX-License-Identifier: ISC */
/* near_state: what is saved is there again, and damage is found. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "near_state.h"

#define RECORDS 3000u /* more than a ring begins with */

static const struct place unknown = { 7, PLACE_NO_START };
static const char *const path = "build/unit.near_state";

/* A block of words that no other has, read by rule. */
static void
make_block(struct near_block *b, unsigned i)
{
	char text[300];
	struct scan s = { 0 };
	int n = snprintf(text, sizeof text, "a%u b%u c%u d%u e%u f%u g%u h%u "
	    "i%u Kate l%u", i, i, i, i, i, i, i, i, i, i);

	n += snprintf(text + n, sizeof text - (size_t)n, "%s",
	    i % 2 == 0 ? " 12." : " m n.");
	scan_text(&s, text, (size_t)n);
	near_read(b, &s, 0, (size_t)n, i % 3 == 0);
	scan_end(&s);
}

static void
fill(struct near_ring *t)
{
	struct near_block b = { .open = false };
	unsigned i;

	near_begin(t, RECORDS);
	for (i = 0; i < RECORDS; i++) {
		make_block(&b, i);
		near_learn(t, &b, (struct place) { i % 2, i });
	}
	terms_end(&b.terms);
}

static void
save(const struct near_ring *t, struct naming *names)
{
	struct state_writer w;

	assert(state_create(&w, path, names == NULL ? 1 : 2) == 0);
	near_save(t, &w, names);
	if (names != NULL)
		naming_save(names, &w);
	assert(state_commit(&w) == 0);
}

/* Why it can't be loaded, or null. */
static const char *
load(struct near_ring *t, struct sources *sources, struct near_wanted wanted)
{
	struct naming_reader names;
	struct state_section s;
	struct state_reader r;

	naming_reader_begin(&names, sources, unknown);
	assert(state_open(&r, path));
	while (state_next_section(&r, &s)) {
		if (s.kind == STATE_NEAR)
			near_load(t, &r, &names, wanted);
		else
			naming_load(&names, &r);
	}
	return state_close(&r) ? NULL : r.reason;
}

static void
expect_same(const struct near_ring *a, const struct near_ring *b, bool places)
{
	struct near_item x, y;
	size_t i;

	assert(a->n == b->n);
	for (i = 0; i < a->n; i++) {
		x = near_nth(a, i);
		y = near_nth(b, i);
		assert(x.n == y.n && memcmp(x.words, y.words,
		    x.n * sizeof *x.words) == 0);
		assert(x.open == y.open);
		if (places)
			assert(x.place.doc == y.place.doc
			    && x.place.start == y.place.start);
		else
			assert(y.place.doc == unknown.doc);
	}
}

static void
test_round_trip(bool places)
{
	struct sources sources = { 0 };
	struct near_ring a, b;
	struct naming names;

	sources_add(&sources, span_of("may"));
	sources_add(&sources, span_of("june"));
	fill(&a);
	naming_begin(&names, &sources);
	save(&a, places ? &names : NULL);
	naming_end(&names);
	sources_end(&sources);
	near_begin(&b, RECORDS);
	assert(load(&b, &sources, (struct near_wanted) { places, false })
	    == NULL);
	expect_same(&a, &b, places);
	assert(load(&b, &sources, (struct near_wanted) { places, true })
	    == NULL);
	assert(b.n == RECORDS && b.end == RECORDS + 1);
	sources_end(&sources);
	near_end(&a);
	near_end(&b);
}

static void
test_count(void)
{
	struct state_section s;
	struct state_reader r;
	struct near_ring a;
	uint64_t n;

	fill(&a);
	save(&a, NULL);
	assert(state_open(&r, path) && state_next_section(&r, &s));
	assert(near_count(&r, &n) && n == RECORDS);
	assert(state_close(&r));
	near_end(&a);
}

/* Records that no block can have. */
static void
test_damage(void)
{
	static const uint64_t bad[] = { 0, NEAR_LEAST - 1, ALIGN_WORDS + 1,
		UINT64_MAX, ALIGN_WORDS };
	struct state_writer w;
	struct near_ring t;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert(state_create(&w, path, 1) == 0);
		state_begin_section(&w,
		    (struct state_section) { STATE_NEAR, 8, 1 });
		state_put(&w, &bad[i], 1);
		assert(state_commit(&w) == 0);
		near_begin(&t, RECORDS);
		assert(load(&t, NULL, (struct near_wanted) { false, false })
		    != NULL);
		near_end(&t);
	}
}

int
main(void)
{
	test_round_trip(false);
	test_round_trip(true);
	test_count();
	test_damage();
	unlink(path);
	return 0;
}
