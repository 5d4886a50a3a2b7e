/* SPDX-License-Identifier: ISC */
/* memory: what is saved is loaded again, and nothing that is damaged. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "memory.h"
#include "state.h"

#define MANY 5000u

static const struct place none;
static char path[] = "/tmp/copydesk-memory-XXXXXX";

static struct teaser_record
record(unsigned i)
{
	struct teaser_record t = { .n_words = 9 + i % 50, .sentence = i % 2 };

	t.head = word_chain(i, 1);
	t.check[0] = i;
	t.check[teaser_checks(t.n_words) - 1] = ~i;
	return t;
}

static void
fill(struct memory *m)
{
	struct place place = none;
	struct teaser_record t;
	unsigned i;

	for (i = 0; i < MANY; i++) {
		seen_add(&m->seen, word_chain(i, 2), &place);
		t = record(i);
		teaser_restore(&m->teasers, &t, none);
	}
}

static const char *
load(struct memory *m, bool *absent)
{
	memory_begin(m, MANY / 2, MANY, false);
	return memory_load(m, path, NULL, none, absent);
}

static void
test_round_trip(void)
{
	const struct teaser_record *t;
	struct teaser_record want;
	struct memory m, n;
	bool absent;
	unsigned i;

	memory_begin(&m, MANY / 2, MANY, false);
	fill(&m);
	assert(memory_save(&m, path, NULL) == 0);
	assert(load(&n, &absent) == NULL && !absent);
	assert(n.seen.n == MANY && n.teasers.n == MANY / 2);
	for (i = 0; i < MANY; i++)
		assert(seen_has(&n.seen, word_chain(i, 2), NULL));
	for (i = 0; i < MANY / 2; i++) {
		t = teaser_nth(&n.teasers, i, NULL);
		want = record(i + MANY / 2);
		assert(memcmp(t, &want, sizeof want) == 0);
	}
	memory_end(&m);
	memory_end(&n);
}

/* The file as bytes; owned by the caller. */
static unsigned char *
slurp(size_t *n)
{
	FILE *f = fopen(path, "rb");
	unsigned char *p;

	assert(f != NULL && fseek(f, 0, SEEK_END) == 0);
	*n = (size_t)ftell(f);
	rewind(f);
	p = malloc(*n + 1);
	assert(p != NULL && fread(p, 1, *n, f) == *n);
	fclose(f);
	return p;
}

static void
spill(const unsigned char *p, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert(f != NULL && fwrite(p, 1, n, f) == n && fclose(f) == 0);
}

static bool
is_refused(const unsigned char *p, size_t n)
{
	const char *reason;
	struct memory m;

	spill(p, n);
	reason = load(&m, NULL);
	memory_end(&m);
	return reason != NULL;
}

/* Cut anywhere, one bit wrong anywhere, or longer: refused. */
static void
test_damage(void)
{
	size_t n, i;
	unsigned char *p = slurp(&n);

	for (i = 0; i < n; i += i < 64 || i + 64 > n ? 1 : 48611) {
		assert(is_refused(p, i));
		p[i] ^= 4;
		assert(is_refused(p, n));
		p[i] ^= 4;
	}
	p[n] = 0;
	assert(is_refused(p, n + 1));
	assert(!is_refused(p, n));
	free(p);
}

/* Saving the same things in another order gives the same bytes. */
static void
test_same_bytes(void)
{
	struct place place = none;
	unsigned char *p, *q;
	size_t n_p, n_q;
	struct memory m;
	unsigned i;

	memory_begin(&m, 1, 1, false);
	for (i = 0; i < MANY; i++)
		seen_add(&m.seen, word_chain(i, 2), &place);
	assert(memory_save(&m, path, NULL) == 0);
	memory_end(&m);
	p = slurp(&n_p);
	memory_begin(&m, 1, 1, false);
	for (i = MANY; i-- > 0;)
		seen_add(&m.seen, word_chain(i, 2), &place);
	assert(memory_save(&m, path, NULL) == 0);
	memory_end(&m);
	q = slurp(&n_q);
	assert(n_p == n_q && memcmp(p, q, n_p) == 0);
	free(p);
	free(q);
}

static void
test_absent(void)
{
	struct memory m;
	bool absent;

	unlink(path);
	assert(load(&m, &absent) != NULL && absent);
	memory_end(&m);
	spill((const unsigned char *)"", 0);
	assert(load(&m, &absent) != NULL && !absent);
	memory_end(&m);
}

int
main(void)
{
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	test_round_trip();
	test_damage();
	test_same_bytes();
	test_absent();
	unlink(path);
	return 0;
}
