/* SPDX-License-Identifier: ISC */
/*
 * reduce: in any order of the lines of a key the drops are those that the
 * tables, seen and teaser, find when blocks come in the order of the input.
 */
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dice.h"
#include "lines.h"
#include "reduce.h"

#define MOST 40

static char keys[] = "/tmp/reduce.keys.XXXXXX";
static char found[] = "/tmp/reduce.found.XXXXXX";

/* A block that begins like all others, at the place of its number. */
struct block_line {
	uint32_t number;
	struct checkpoints c;
	size_t n_words;
	struct ending ending;
};

static struct position
place_of(uint32_t number)
{
	return (struct position) { number / 16, number % 16 / 4 + 1,
		number % 4 * 100 };
}

static struct output
open_output(const char *path)
{
	struct output out;

	output_begin(&out, open(path, O_WRONLY | O_TRUNC));
	assert(out.fd >= 0);
	return out;
}

/* Reduces `keys` to `found`; what is wrong, or null. */
static const char *
reduce_all(void)
{
	struct output out = open_output(found);
	struct lines l = { 0 };
	struct reduce r;
	struct span line;
	const char *reason = NULL;

	reduce_begin(&r, &out);
	assert(lines_open(&l, keys));
	while (reason == NULL && lines_next(&l, &line))
		reason = reduce_line(&r, line);
	if (reason == NULL)
		reason = reduce_last(&r);
	reduce_end(&r);
	lines_end(&l);
	assert(output_close(&out) == 0);
	return reason;
}

/* Few words to choose from, so that texts are alike. */
static struct block_line
roll(uint32_t number)
{
	static const enum ending_kind kinds[]
	    = { ENDING_OPEN, ENDING_ELLIPSIS, ENDING_MORE, ENDING_STOP };
	struct block_line b = { .number = number, .c = { .head = 77 } };
	size_t i;

	b.n_words = FINGERPRINT_HEAD + dice_below(5);
	b.ending.kind = kinds[dice_below(4)];
	for (i = FINGERPRINT_HEAD; i < b.n_words; i++)
		b.c.check[i] = (b.c.check[i - 1] & CHECK_CHAIN) * 3
		    + ((1 + (uint32_t)dice_below(2)) << 16)
		    + 'a' + (uint32_t)dice_below(2);
	return b;
}

static void
put_line(struct output *out, const struct block_line *b)
{
	bool sentence = b->ending.kind == ENDING_STOP;
	struct teaser_record t = { .head = b->c.head, .sentence = sentence,
		.n_words = (uint32_t)b->n_words };

	if (b->n_words == FINGERPRINT_HEAD && sentence)
		return;
	memcpy(t.check, b->c.check + FINGERPRINT_HEAD,
	    (b->n_words - FINGERPRINT_HEAD) * sizeof *t.check);
	key_line_teaser(out, place_of(b->number), &t, b->ending.kind);
}

/* The number of the block that each begins, from 1; 0: of none. */
static void
find_in_order(const struct block_line *b, size_t n, uint64_t *match)
{
	struct teaser_ring ring;
	struct place place;
	size_t i;

	teaser_begin(&ring, TEASER_RECORDS, true);
	for (i = 0; i < n; i++) {
		match[i] = 0;
		if (teaser_find(&ring, &b[i].c, b[i].n_words, &b[i].ending,
		        &place))
			match[i] = place.doc + 1;
		teaser_learn(&ring, &b[i].c, b[i].n_words, &b[i].ending,
		    b[i].ending.kind == ENDING_STOP,
		    (struct place) { b[i].number, 0 });
	}
	teaser_end(&ring);
}

static void
shuffle(size_t *order, size_t n)
{
	size_t i, j, swap;

	for (i = 0; i < n; i++)
		order[i] = i;
	for (i = n; i > 1; i--) {
		j = dice_below(i);
		swap = order[i - 1];
		order[i - 1] = order[j];
		order[j] = swap;
	}
}

/* The block at a position. */
static size_t
number_of(struct position p)
{
	return p.part * 16 + (p.doc - 1) * 4 + (size_t)p.start / 100;
}

static size_t
check_found(const uint64_t *match)
{
	struct lines l = { 0 };
	struct span line;
	struct drop d;
	size_t n = 0;

	assert(lines_open(&l, found));
	for (; lines_next(&l, &line); n++) {
		assert(drop_read(&d, line) == NULL && d.type == DROP_TEASER);
		assert(match[number_of(d.at)] == number_of(d.match) + 1);
	}
	lines_end(&l);
	return n;
}

static void
test_teasers(void)
{
	struct block_line b[MOST];
	uint64_t match[MOST];
	size_t order[MOST], n, i, want;
	struct output out;

	n = 1 + dice_below(MOST);
	for (i = 0; i < n; i++)
		b[i] = roll((uint32_t)i);
	find_in_order(b, n, match);
	for (want = i = 0; i < n; i++)
		want += match[i] > 0;
	shuffle(order, n);
	out = open_output(keys);
	for (i = 0; i < n; i++)
		put_line(&out, &b[order[i]]);
	assert(output_close(&out) == 0);
	assert(reduce_all() == NULL);
	assert(check_found(match) == want);
}

/* Blocks and crumbs of one fingerprint. */
static void
test_exact(void)
{
	struct output out = open_output(keys);
	struct lines l = { 0 };
	struct span line;
	struct drop d;
	size_t n = 0;

	key_line_block(&out, 5, place_of(9));
	key_line_crumb(&out, 5, place_of(4), 1, 100); /* before the first */
	key_line_crumb(&out, 5, place_of(5), 2, 200); /* up to the first */
	key_line_block(&out, 5, place_of(6));
	key_line_crumb(&out, 5, place_of(20), 3, 0);  /* behind it */
	key_line_crumb(&out, 6, place_of(20), 4, 0);  /* no such block */
	assert(output_close(&out) == 0);
	assert(reduce_all() == NULL);
	assert(lines_open(&l, found));
	for (; lines_next(&l, &line); n++) {
		assert(drop_read(&d, line) == NULL);
		assert(number_of(d.match) == 6);
		if (d.type == DROP_EXACT)
			assert(number_of(d.at) == 9);
		else
			assert(number_of(d.at)
			    == (d.number == 2 ? 5u : 20u));
	}
	assert(n == 3);
	lines_end(&l);
}

static void
test_refused(void)
{
	struct output out = open_output(keys);

	key_line_block(&out, 5, place_of(9));
	key_line_block(&out, 6, place_of(9));
	key_line_block(&out, 5, place_of(10));
	assert(output_close(&out) == 0);
	assert(reduce_all() != NULL);
	out = open_output(keys);
	key_line_block(&out, 5, place_of(9));
	key_line_block(&out, 5, place_of(8));
	key_line_block(&out, 5, place_of(8));
	assert(output_close(&out) == 0);
	assert(reduce_all() != NULL);
}

int
main(void)
{
	int i, fd = mkstemp(keys);

	close(fd);
	fd = mkstemp(found);
	close(fd);
	for (i = 0; i < 3000; i++)
		test_teasers();
	test_exact();
	test_refused();
	unlink(keys);
	unlink(found);
	return 0;
}
