/* SPDX-License-Identifier: ISC */
/*
 * chain - which part of an article each block of a page is, by weights learned
 *
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira,
 * ICML 2001): each active feature of a block weighs for or against each class,
 * each step from a class to the next block's weighs too, and the best way
 * through all blocks is taken. Features are those of model.h and, numbered
 * behind them, those below, which are known only when the zones are.
 * bench/roles.c learns the weights, data/chain.roles.txt; they are whole
 * numbers, so the same text has the same classes on every machine.
 *
 * Nothing here allocates or fails.
 */
#ifndef CHAIN_H
#define CHAIN_H

#include "model.h"
#include "net.h"
#include "pair_sum.h"

/* What a block may be: what is around an article by where it stands. */
enum chain_class {
	CLASS_BEFORE,
	CLASS_LEAD,   /* behind the title, before the text */
	CLASS_INSIDE,
	CLASS_AFTER,
	CLASS_TITLE,
	CLASS_STANDFIRST,
	CLASS_BYLINE,
	CLASS_DATE,
	CLASS_HEADING,
	CLASS_BODY,   /* lists and quotations, too */
	CLASS_CAPTION,
	CLASSES
};

#define CHAIN_ROOM 16 /* classes, filled up for vectors */

/* The classes that are of the article, as bits. */
#define CHAIN_ARTICLE (1u << CLASS_TITLE | 1u << CLASS_STANDFIRST \
    | 1u << CLASS_HEADING | 1u << CLASS_BODY)
#define CHAIN_ALL ((1u << CLASSES) - 1)

#define CHAIN_LEANS 10 /* values of how much speaks for content */
#define CHAIN_CREDITS 5 /* .. of the forms of a credit, one to spare .. */
#define CHAIN_DAYS 12  /* .. of the forms of a date, around too .. */
#define CHAIN_GUESSES 12 /* .. of a title by hand-set weights .. */
#define CHAIN_HELD 4   /* .. of how many blocks have all of a block's words */

/* Features behind those of model.h: the first of each group. */
enum chain_feature {
	CHAIN_ZONE = MODEL_FEATURES,          /* its zone .. */
	CHAIN_PREV_ZONE = CHAIN_ZONE + ZONES, /* .. and its neighbours' */
	CHAIN_NEXT_ZONE = CHAIN_PREV_ZONE + ZONES,
	CHAIN_LEAN = CHAIN_NEXT_ZONE + ZONES,
	CHAIN_AWAKE = CHAIN_LEAN + CHAIN_LEANS, /* net's mixed numbers */
	CHAIN_NEAR = CHAIN_AWAKE + NET_MIXED, /* blocks up to the text .. */
	CHAIN_PAST = CHAIN_NEAR + FEATURE_BUCKETS, /* .. and since it began */
	CHAIN_FORM = CHAIN_PAST + FEATURE_BUCKETS, /* words by capitals */
	CHAIN_BYLINE = CHAIN_FORM + FEATURE_BUCKETS * FEATURE_QUARTERS,
	CHAIN_DATE = CHAIN_BYLINE + FEATURE_BUCKETS,
	CHAIN_CAPTION = CHAIN_DATE + FEATURE_BUCKETS,
	CHAIN_PREV = CHAIN_CAPTION + FEATURE_BUCKETS, /* kinds before .. */
	CHAIN_NEXT = CHAIN_PREV + KINDS,              /* .. and after */
	CHAIN_TAIL = CHAIN_NEXT + KINDS, /* .. and in its last words */
	CHAIN_CREDIT = CHAIN_TAIL + KINDS,
	CHAIN_DAY = CHAIN_CREDIT + CHAIN_CREDITS,
	CHAIN_HELD_BY = CHAIN_DAY + CHAIN_DAYS,
	CHAIN_HOLDS = CHAIN_HELD_BY + CHAIN_HELD,
	CHAIN_GUESS = CHAIN_HOLDS + CHAIN_HELD, /* how like a title */
	CHAIN_FEATURES = CHAIN_GUESS + CHAIN_GUESSES
};

#define CHAIN_ONE 128 /* what stands for 1 */
#define CHAIN_NEVER INT16_MIN /* what a step weighs that is never taken */
#define CHAIN_ACTIVE (MODEL_ACTIVE + 96) /* features of a block, at most */

#define CHAIN_UNITS 16
#define CHAIN_UNIT_ONE 256  /* what stands for 1 in these .. */
#define CHAIN_MIX_ONE 1024  /* .. and in the weights of mixing them */
#define CHAIN_MOST (16 * CHAIN_UNIT_ONE - 1) /* the most a unit can be */
#define CHAIN_MARGIN 5      /* blocks of zeros on both sides of the units */

/* The blocks whose units say something of a block's class. */
enum chain_part {
	CHAIN_HERE,
	CHAIN_PREVIOUS,
	CHAIN_FOLLOWING,
	CHAIN_AHEAD,  /* a quarter of 3 blocks, the nearest 2 before */
	CHAIN_BEHIND, /* the same, after */
	CHAIN_PARTS
};

#define CHAIN_INPUTS (CHAIN_PARTS * CHAIN_UNITS)

/* Weights for each class and unit, or sums of such. */
struct chain_row {
	int16_t of[CHAIN_ROOM], unit[CHAIN_UNITS];
};

struct chain {
	_Alignas(sizeof(struct chain_row)) struct chain_row row[CHAIN_FEATURES];
	/* sums of those of CHAIN_AWAKE, four at a time: by which there are */
	struct chain_row awake[NET_MIXED / 4][16];
	/* of the units of all parts, in pairs */
	int16_t mix[CHAIN_INPUTS / 2][CHAIN_ROOM][2];
	int16_t step[CLASSES][CHAIN_ROOM]; /* to the next block's class */
};

/* A block on the way. */
struct chain_block {
	int32_t says[CHAIN_ROOM]; /* what speaks for each class */
	uint16_t allowed;     /* bits of the classes that it may be of */
	uint8_t class;        /* the result: enum chain_class */

	/* private */
	uint8_t back[CHAIN_ROOM]; /* the class before, best for each */
};

/* Adds active features up, and those of CHAIN_AWAKE, given by their bits. */
void chain_add(const struct chain *, const uint16_t *active, size_t n,
    unsigned awake, struct chain_row *sum);

/* How rows are added, the slowest way first. */
enum chain_way { CHAIN_PLAIN, CHAIN_AVX2, CHAIN_AVX512 };

/* The same, a certain way; false, with nothing done, if it can't be. */
bool chain_add_by(enum chain_way, const struct chain *,
    const uint16_t *active, size_t n, unsigned awake, struct chain_row *sum);

/* Sets the sums of CHAIN_AWAKE by the rows, when these are known. */
void chain_sum_awake(struct chain *);

/*
 * Makes what speaks for each class at n blocks of the sums of their features,
 * and of their units. sum[0] is the first block's; CHAIN_MARGIN before it and
 * behind the last are all zero. Those of the latter become units.
 */
void chain_mix(const struct chain *, struct chain_row *sum,
    struct chain_block *, size_t n);

/* The same, a certain way; false, with nothing done, if it can't be. */
bool chain_mix_by(enum pair_way, const struct chain *, struct chain_row *sum,
    struct chain_block *, size_t n);

/*
 * Finds the class of each of n blocks on the best way from the class that the
 * block before the first one has.
 */
void chain_go(const struct chain *, struct chain_block *, size_t n,
    enum chain_class before);

/* The same by plain C alone, for tests and other processors. */
void chain_go_plain(const struct chain *, struct chain_block *, size_t n,
    enum chain_class before);

/*
 * How much each of a block's active features says for one class against
 * another, by its own weights and through the block's own units, *sum having
 * these. What the blocks around it say is left over.
 */
void chain_explain(const struct chain *, const uint16_t *active, size_t n,
    const struct chain_row *sum, enum chain_class class,
    enum chain_class against, float *says);

extern const char *const chain_class_names[CLASSES + 1]; /* the last null */
extern const char *const chain_part_names[CHAIN_PARTS + 1];

#endif
