/* SPDX-License-Identifier: ISC */
/*
 * repeat - which blocks repeat what was seen before: dedupe-related's judge
 *
 *	repeats_begin(&r, &options);
 *	for each document
 *		repeats_document(&r, name);
 *		for each window
 *			n = repeats_judge(&r, w);
 *			... repeats_verdict(&r, i) for the first n blocks ...
 *			repeats_decided(&r, n);
 *	repeats_end(&r);
 *
 * A block goes through two steps, each in the order of the text. First it is
 * met: looked up as a repeat and as a beginning of something, and learned.
 * When REPEAT_AROUND blocks behind it were met, too, it is looked at as a
 * crumb, and is decided. So the verdicts do not depend on how a document was
 * cut to windows.
 *
 * With options->learn all documents come twice, first between repeats_learn
 * and repeats_learned, which gives no verdicts.
 */
#ifndef REPEAT_H
#define REPEAT_H

#include "ahead.h"
#include "memory.h"
#include "position.h"
#include "sources.h"
#include "window.h"

#define REPEAT_AROUND 8 /* blocks before and after a crumb for its title */
#define REPEAT_BATCH 32 /* blocks hashed ahead, while memory is fetched */

enum repeat_tier { TIER_EXACT, TIER_TEASER, TIER_CRUMB, TIER_NEAR, TIERS };

struct repeat_options {
	bool tier[TIERS];   /* which are looked at */
	uint64_t min_words; /* a block of fewer is never dropped */
	bool named;         /* matches are to be named .. */
	bool matches;       /* .. in the state, too */
	size_t teasers;     /* records of the ring */
	size_t near;        /* likewise */
	bool learn;         /* all is read before anything is judged */
	bool count;         /* how often each block occurs; needs learn */
	bool none;          /* what occurs twice goes altogether; likewise */
	bool documents;     /* repeats_release will be called */
};

enum repeat_reason {
	REPEAT_NEW,
	REPEAT_WORDLESS, /* kept: has no words, or too few */
	REPEAT_SAME,
	REPEAT_BEGINNING,
	REPEAT_HEADLINE, /* of a teaser that is dropped */
	REPEAT_TRAIL,    /* around a title */
	REPEAT_ALIKE,    /* a few words differ */
	REPEAT_OFTEN,    /* the same words; none of it is to stay */
	REPEAT_DOCUMENT  /* the rest of a document that was seen */
};

struct verdict {
	enum repeat_reason reason; /* dropped from REPEAT_SAME on */
	enum repeat_tier tier;     /* where it is dropped; TIERS: nowhere */
	double score;              /* share of the words that are there */
	struct place match;        /* of the first that it repeats */
	uint32_t count;            /* how often it occurs, where counted */
};

/* The document of a place that is not known. */
#define REPEAT_NO_DOC UINT64_MAX

/* What is remembered of the blocks near by. */
struct met {
	uint64_t all, last; /* as in struct fingerprint */
	uint64_t head;      /* as in struct checkpoints, or 0 */
	size_t n_words;
	enum ending_kind ending;
	bool took;          /* the first of its equals that counts */
	uint64_t start;     /* in the document, where places are kept */
	struct place first; /* of the first block with the same words */
	struct verdict verdict;
};

/* A block on its way from the scan to the tables. */
struct newcomer {
	struct fingerprint f;
	struct checkpoints c;
	struct ending ending;
	size_t first_word; /* in repeats' words */
	struct near_block near;
	bool near_is_read; /* .near is of this block */
	bool divided; /* a title and a site name, though it ends in a stop */
};

struct emit;
struct drops;

/*
 * With `emit` nothing is judged, the blocks' key lines go there; with `drops`
 * these stand for `own`.
 */
struct repeats {
	const struct repeat_options *options;
	struct memory own;     /* of this run and --state */
	struct memory against; /* of --against */
	struct sources sources;    /* of what places are in */
	size_t doc;                /* in these: the one that is judged */
	struct emit *emit;         /* borrowed, or null .. */
	struct drops *drops;       /* .. and so is this */

	/* with options->learn */
	bool learning;
	struct ahead ahead;
	struct seen again;         /* what occurs twice; options->none */
	struct {
		uint64_t all;      /* 0: none */
		struct place place;
		bool firm;         /* if no teaser follows */
	} last;                    /* the block before */

	/* private */
	struct endings endings;
	struct fingerprints fingerprints;
	struct terms words; /* of the batch's blocks, for the near tier */
	struct newcomer batch[REPEAT_BATCH];
	struct met *met; /* n_before of the blocks before, the window's */
	size_t cap, n_before, n_met, n_decided;
	size_t first_doc, next_doc;
};

void repeats_begin(struct repeats *, const struct repeat_options *);
void repeats_end(struct repeats *);

/* A place that stands for a state file as a whole. */
struct place repeats_file(struct repeats *, const char *path);

/* Begins and ends the first of two passes; after all states are loaded. */
void repeats_learn(struct repeats *);
void repeats_learned(struct repeats *);

/*
 * The document of a verdict's match; where drops tell it, part and number,
 * written to `name`, of POSITION_BYTES.
 */
struct span repeats_match_name(const struct repeats *, const struct verdict *,
    char *name);

/* The next document begins. */
void repeats_document(struct repeats *, struct span name);

/* Returns how many blocks of the window are decided. */
size_t repeats_judge(struct repeats *, struct window *);

/* Of the i-th block of the window. */
const struct verdict *repeats_verdict(const struct repeats *, size_t i);
const struct met *repeats_met(const struct repeats *, size_t i);

/* The block goes, and does not count as seen: its next equal is the first. */
void repeats_release(struct repeats *, struct met *);

/* Those blocks are about to leave the window. */
void repeats_decided(struct repeats *, size_t n);

/* For the tiers: the block goes. */
static inline void
met_drop(struct met *m, enum repeat_tier tier, enum repeat_reason reason,
    double score, struct place match)
{
	m->verdict = (struct verdict) { reason, tier, score, match,
		m->verdict.count };
}

static inline bool
repeat_is_dropped(const struct verdict *v)
{
	return v->reason >= REPEAT_SAME;
}

#endif
