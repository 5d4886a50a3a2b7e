/* SPDX-License-Identifier: ISC */
/*
 * state, naming, inventory, merge: whatever bytes a file has, reading it ends
 * with a reason or with what was saved, and takes no more memory than it has.
 */
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "inventory.h"
#include "litter.h"
#include "merge.h"
#include "word.h"

#define MOST ((size_t)32 << 20) /* bytes of memory; ends the test if passed */

enum { BLOCKS = 7, RECORDS = 3, RANDOM_FILES = 3000, FILE_BYTES = 4096 };

static char path[] = "/tmp/copydesk-state-XXXXXX";
static char out[sizeof path + 4];

static struct place
place_of(unsigned i)
{
	return i == 2 ? (struct place) { 0, PLACE_NO_START }
	              : (struct place) { 1 + i % 3, 10 * i };
}

/* A state with all that one can have, but the documents of no place. */
static void
save_sample(bool places)
{
	static const char *const names[]
	    = { "state", "a", "", "a longer name, of 28 letters", "unused" };
	struct teaser_record t = { .n_words = 12, .sentence = 1 };
	struct sources sources = { 0 };
	struct place place;
	struct memory m;
	unsigned i;

	memory_begin(&m, RECORDS, RECORDS, true);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		sources_add(&sources, span_of(names[i]));
	for (i = 0; i < BLOCKS; i++) {
		place = place_of(i);
		seen_add(&m.seen, word_chain(i, 3), &place);
		t.head = word_chain(i, 4);
		teaser_restore(&m.teasers, &t, place);
	}
	assert(memory_save(&m, path, places ? &sources : NULL) == 0);
	memory_end(&m);
	sources_end(&sources);
}

static const char *
load(struct memory *m, struct sources *sources, bool places)
{
	struct place file = { sources_add(sources, span_of(path)),
		PLACE_NO_START };

	memory_begin(m, RECORDS, RECORDS, places);
	return memory_load(m, path, sources, file, NULL);
}

/* A place comes back in the document of the same name. */
static void
test_places(void)
{
	static const char *const names[]
	    = { "a", "", "a longer name, of 28 letters" };
	struct sources sources = { 0 };
	struct place place, want;
	struct memory m;
	unsigned i;

	save_sample(true);
	sources_add(&sources, span_of("another"));
	assert(load(&m, &sources, true) == NULL);
	assert(sources.n == 2 + 3);
	for (i = 0; i < BLOCKS; i++) {
		assert(seen_has(&m.seen, word_chain(i, 3), &place));
		want = place_of(i);
		assert(place.start == want.start);
		assert(span_equal(sources_get(&sources, place.doc),
		    span_of(i == 2 ? path : names[i % 3])));
	}
	assert(teaser_nth(&m.teasers, 0, &place)->n_words == 12);
	assert(place.start == 10 * (BLOCKS - RECORDS));
	memory_end(&m);
	sources_end(&sources);
}

/* The file as bytes; returns their number. */
static size_t
slurp(unsigned char *p)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	assert(f != NULL);
	n = fread(p, 1, FILE_BYTES, f);
	fclose(f);
	return n;
}

static void
spill(const unsigned char *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	assert(fd >= 0 && write(fd, p, n) == (ssize_t)n && close(fd) == 0);
}

/* Puts the right sum at the end of n bytes, a multiple of 8. */
static void
sign(unsigned char *p, size_t n)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i + 8 < n; i += 8)
		sum = word_chain(sum, word_eight((char *)p + i));
	state_bytes((char *)p + n - 8, &sum, 1);
}

/*
 * Reads the file in all ways there are; whether one of them took it. What is
 * merged is written (and synced, which takes time) now and then.
 */
static bool
any_reads(void)
{
	static unsigned times;
	const char *to = times++ % 32 == 0 ? out : "/no/such/file";
	const char *const paths[] = { path, path };
	struct output null;
	struct sources sources = { 0 };
	struct memory m, merged;
	struct merge merge = { .path = paths, .n = 2, .memory = &merged,
		.sources = &sources };
	bool read = false;
	int places;

	alloc_limit(MOST, NULL);
	for (places = 0; places < 2; places++) {
		read |= load(&m, &sources, places) == NULL;
		memory_end(&m);
		memory_begin(&merged, RECORDS, RECORDS, places);
		read |= merge_states(&merge, to) == NULL;
		memory_end(&merged);
		output_begin(&null, open("/dev/null", O_WRONLY));
		read |= inventory_write(&null, path) == NULL;
		output_close(&null);
	}
	sources_end(&sources);
	return read;
}

/* Each byte changed: refused; with a right sum at least no harm is done. */
static void
test_changed(bool places)
{
	static const unsigned char change[] = { 1, 0x80, 0xFF };
	unsigned char p[FILE_BYTES], was;
	size_t n, i, j;

	save_sample(places);
	n = slurp(p);
	for (i = 0; i < n; i++)
		for (j = 0; j < sizeof change; j++) {
			was = p[i];
			p[i] ^= change[j];
			spill(p, n);
			assert(!any_reads());
			if (i < n - 8) {
				sign(p, n);
				spill(p, n);
				any_reads();
			}
			p[i] = was;
			sign(p, n);
		}
	spill(p, n);
	assert(any_reads());
}

/* Cut at each length: refused, with a right sum, too. */
static void
test_cut(bool places)
{
	unsigned char p[FILE_BYTES];
	size_t n, i;

	save_sample(places);
	n = slurp(p);
	for (i = 0; i < n; i++) {
		spill(p, i);
		assert(!any_reads());
	}
	for (i = n - 8; i >= 8; i -= 8) {
		sign(p, i);
		spill(p, i);
		assert(!any_reads());
	}
}

/* Sections with any numbers in their heads, and any content. */
static void
test_random(void)
{
	static const uint64_t bytes[] = { 0, 8, 24, 240, 256, 12, 1 << 20 };
	unsigned char p[FILE_BYTES];
	uint64_t x[FILE_BYTES / 8], seed;
	size_t n, i, file;

	save_sample(true);
	slurp(p);
	for (file = 0; file < RANDOM_FILES; file++) {
		seed = word_chain(file, 5);
		n = 6 + seed % 90;
		for (i = 3; i < n; i++)
			x[i] = word_chain(seed, i) >> word_chain(i, seed) % 64;
		x[2] = STATE_VERSION | (seed >> 8 & 3) << 32;
		x[3] = (1 + (seed >> 16 & 3)) | bytes[(seed >> 20) % 7] << 32;
		state_bytes((char *)p + 16, x + 2, n - 2);
		sign(p, 8 * n);
		spill(p, 8 * n);
		any_reads();
	}
}

/* What is left over goes, what is still written stays. */
static void
test_litter(void)
{
	char left[sizeof path + 16];
	struct output_file file;
	int fd;

	snprintf(left, sizeof left, "/tmp/.%s.ABCDEF", path + 5);
	assert((fd = open(left, O_WRONLY | O_CREAT | O_EXCL, 0600)) >= 0);
	close(fd);
	litter_sweep(path);
	assert(access(left, F_OK) != 0);
	assert(output_create(&file, path) == 0);
	if (fork() == 0) {
		litter_sweep(path);
		_exit(0);
	}
	assert(litter_lock(file.out.fd) || access(file.aside, F_OK) != 0);
	output_abandon(&file);
}

int
main(void)
{
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	snprintf(out, sizeof out, "%s.out", path);
	test_places();
	test_changed(false);
	test_changed(true);
	test_cut(false);
	test_cut(true);
	test_random();
	test_litter();
	unlink(path);
	unlink(out);
	return 0;
}
