/* SPDX-License-Identifier: ISC */
/* key_line: lines of every type say when read what was written. */
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dice.h"
#include "key_line.h"
#include "lines.h"

static char path[] = "/tmp/key_line.XXXXXX";

static const struct position at = { 3, 14, 159 };

#define LONGEST UINT32_MAX

/* A record of n words; checks behind the last are 0. */
static struct teaser_record
record_of(uint32_t n, uint32_t sentence)
{
	struct teaser_record t = { .head = 0xFEDCBA9876543210u, .n_words = n,
		.sentence = sentence };
	size_t i, n_checks = n > FINGERPRINT_WORDS ? TEASER_CHECKS
	                                           : n - FINGERPRINT_HEAD;

	for (i = 0; i < n_checks; i++)
		t.check[i] = i == 0 ? UINT32_MAX : dice();
	return t;
}

static const uint32_t lengths[] = { 8, 9, 10, 63, 64 };
static const enum ending_kind endings[]
    = { ENDING_OPEN, ENDING_ELLIPSIS, ENDING_MORE, ENDING_STOP };

#define N_LENGTHS (sizeof lengths / sizeof lengths[0])
#define N_ENDINGS (sizeof endings / sizeof endings[0])

static struct teaser_record records[N_LENGTHS * N_ENDINGS + 1];

static const size_t sizes[] = { NEAR_LEAST, 100, ALIGN_WORDS };

#define N_SIZES (sizeof sizes / sizeof sizes[0])

static uint32_t terms[ALIGN_WORDS];

static void
write_lines(void)
{
	struct output out;
	size_t i, j, n = 0;

	for (i = 0; i < ALIGN_WORDS; i++)
		terms[i] = dice();
	output_begin(&out, open(path, O_WRONLY | O_TRUNC));
	key_line_block(&out, 0x0123456789ABCDEFu, at);
	key_line_crumb(&out, 1, at, 42, POSITION_START_MOST);
	for (i = 0; i < N_LENGTHS; i++)
		for (j = 0; j < N_ENDINGS; j++) {
			records[n] = record_of(lengths[i],
			    endings[j] == ENDING_STOP && lengths[i] % 2);
			key_line_teaser(&out, at, &records[n++], endings[j]);
		}
	records[n] = record_of(LONGEST, 1);
	key_line_teaser(&out, at, &records[n], ENDING_STOP);
	for (i = 0; i < N_SIZES; i++)
		key_line_near(&out, i, at, (uint64_t)7 << 32 | i,
		    &(struct terms) { .of = terms, .n = sizes[i] },
		    endings[i % N_ENDINGS]);
	assert(output_close(&out) == 0);
}

static struct key_line
next(struct lines *l)
{
	struct key_line k;
	struct span line;

	assert(lines_next(l, &line));
	assert(key_line_read(&k, line) == NULL);
	assert(position_compare(k.at, at) == 0);
	return k;
}

static void
test_round(void)
{
	struct lines l = { 0 };
	struct key_line k;
	struct span line;
	size_t i;

	write_lines();
	assert(lines_open(&l, path));
	k = next(&l);
	assert(k.type == KEY_EXACT && k.key == 0x0123456789ABCDEFu);
	assert(!k.crumb);
	k = next(&l);
	assert(k.type == KEY_EXACT && k.key == 1 && k.crumb);
	assert(k.number == 42 && k.last == POSITION_START_MOST);
	for (i = 0; i < N_LENGTHS * N_ENDINGS + 1; i++) {
		k = next(&l);
		assert(k.type == KEY_TEASER && k.key == records[i].head);
		assert(k.ending == endings[i == N_LENGTHS * N_ENDINGS
		        ? N_ENDINGS - 1 : i % N_ENDINGS]);
		assert(memcmp(&k.record, &records[i], sizeof k.record) == 0);
	}
	for (i = 0; i < N_SIZES; i++) {
		k = next(&l);
		assert(k.type == KEY_NEAR && k.key == i);
		assert(k.n_terms == sizes[i] && k.print_and_term[0] == i);
		assert(memcmp(k.print_and_term + 1, terms,
		    sizes[i] * sizeof *terms) == 0);
		assert(k.ending == endings[i % N_ENDINGS]);
	}
	assert(!lines_next(&l, &line) && l.reason == NULL);
	lines_end(&l);
}

/* Whatever is cut off or changed: an answer, and no harm. */
static void
test_damaged(void)
{
	struct lines l = { 0 };
	struct key_line k;
	struct span line;
	char copy[1024];
	size_t n, round;

	assert(lines_open(&l, path));
	while (lines_next(&l, &line)) {
		if (line.n >= sizeof copy)
			continue;
		for (n = 0; n + 1 < line.n; n++) {
			memcpy(copy, line.p, n);
			if (key_line_read(&k, (struct span) { copy, n })
			    == NULL)
				assert(n >= KEY_BYTES + 1 + POSITION_BYTES);
		}
		for (round = 0; round < 300; round++) {
			memcpy(copy, line.p, line.n);
			copy[dice_below(line.n)] = (char)dice();
			key_line_read(&k, (struct span) { copy, line.n });
		}
	}
	lines_end(&l);
}

int
main(void)
{
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	test_round();
	test_damaged();
	unlink(path);
	return 0;
}
