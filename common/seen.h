/* SPDX-License-Identifier: ISC */
/*
 * seen - the table of all fingerprints seen, 8 bytes each
 *
 *	seen_begin(&t, false);
 *	if (seen_add(&t, fingerprint, place)) ... it was there
 *	seen_end(&t);
 *
 * Open addressing in SEEN_SEGMENTS segments, chosen by the fingerprint's
 * highest bits; each grows by itself, so that no growth makes a long pause,
 * and together they are in the order of the fingerprints when saved. Inside
 * a segment the order of slots is keyed by random numbers that the process
 * draws for itself and writes nowhere: no input can make probing long. What
 * the table answers does not depend on the key.
 *
 * 10 to 12.1 bytes for each fingerprint, and 20 to 24.2 more where places are
 * kept, 1.3 to 1.5 with flags, 5 to 6 with counts; twice as much at most while
 * segments are small, of 800,000 fingerprints together. The table owns its
 * memory; out of memory ends the program.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEEN_SEGMENTS 256

/* Where a block stands: a document, as the user of the table numbers them. */
struct place {
	uint64_t doc, start;
};

/* What the user of the table may note of a fingerprint. */
enum seen_flag {
	SEEN_AHEAD = 1, /* is here, but was not met yet where it counts */
	SEEN_FIRM = 2   /* stands in a place where only its equals drop it */
};
/* The start of a place that names a whole file or document. */
#define PLACE_NO_START UINT64_MAX

struct seen_segment {
	uint64_t *slot;      /* fingerprints; 0: free */
	struct place *place; /* one for each slot, or null */
	unsigned char *flags; /* likewise */
	uint32_t *count;      /* likewise */
	size_t n, cap;
};

struct seen {
	size_t n;     /* fingerprints */
	bool places;  /* whether places are kept */
	bool flags;   /* set before the first is put in: flags are kept .. */
	bool counts;  /* .. and counts, all 0 at first */

	/* private */
	uint64_t key[2];
	struct seen_segment segment[SEEN_SEGMENTS];
};

void seen_begin(struct seen *, bool places);
void seen_end(struct seen *);

/* Has the memory fetched that seen_add will need. */
void seen_prefetch(const struct seen *, uint64_t fingerprint);

/*
 * Whether the fingerprint is there; *place, where it is not null and places
 * are kept, is set to the place of the first.
 */
bool seen_has(const struct seen *, uint64_t fingerprint, struct place *place);

/*
 * The same, and puts it in with *place where it is not there. *place is then
 * the first one's.
 */
bool seen_add(struct seen *, uint64_t fingerprint, struct place *place);

/* What is kept of a fingerprint; null where it is not kept. */
struct seen_entry {
	struct place *place;
	unsigned char *flags; /* of enum seen_flag */
	uint32_t *count;
};

/* The entry of a fingerprint that is there, until the next seen_add. */
bool seen_find(const struct seen *, uint64_t fingerprint, struct seen_entry *);
/* How many fingerprints the largest segment has. */
size_t seen_largest(const struct seen *);

/*
 * Sets list to the fingerprints of a segment, in ascending order. It and
 * scratch have room for those of the largest.
 */
void seen_sort(const struct seen *, size_t segment, uint64_t *list,
    uint64_t *scratch);

#endif
