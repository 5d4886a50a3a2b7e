/* SPDX-License-Identifier: ISC */
/*
 * ending - how a block ends: like a sentence, or cut off
 *
 * The read-more phrases and ellipsis forms are those of data/endings.*.txt.
 */
#ifndef ENDING_H
#define ENDING_H

#include "fingerprint.h"

#define ENDING_WORDS 8 /* of the longest phrase that is found */

enum ending_kind {
	ENDING_OPEN,     /* no stop: a headline, or cut off without a mark */
	ENDING_COLON,    /* or a dash: something follows */
	ENDING_STOP,     /* a stop that ends a sentence */
	ENDING_ELLIPSIS, /* cut off: an ellipsis stands at the end */
	ENDING_MORE      /* cut off: a read-more phrase stands at the end */
};

struct ending {
	enum ending_kind kind;
	size_t n_phrase; /* words of the read-more phrase */
};

struct ending_phrase {
	uint64_t chain; /* of its words; 0: a free slot */
	bool behind;    /* counts only behind an ellipsis or bracket */
};

/* The lists, made ready. */
struct endings {
	/* private */
	struct ending_phrase *phrase; /* by the low bits of chain */
	size_t slots;                 /* a power of two */
	struct span *form;            /* ellipsis forms */
	size_t n_forms;
	uint64_t last_words[64];      /* a filter: bits of last words' hashes */
};

/* Whether it says itself that it is cut off. */
static inline bool
ending_is_marked(enum ending_kind kind)
{
	return kind == ENDING_ELLIPSIS || kind == ENDING_MORE;
}

void endings_begin(struct endings *);
void endings_end(struct endings *);

/* How the block ends whose fingerprint, of start..end, is f. */
struct ending ending_of(const struct endings *, const struct scan *,
    size_t start, size_t end, const struct fingerprint *f);

#endif
