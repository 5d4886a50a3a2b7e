/* SPDX-License-Identifier: ISC */
/*
 * model - the features of a block in its place, and what they say of its role
 *
 * A block in its place is a set of active features, small numbers, each with
 * a name such as "stop.5" (it ends in a stop and has 16 to 31 words) or
 * "head.share". From these net.c has the evidence for zones. For each role a
 * feature has a weight, data/page.roles.txt; their sums are the evidence for
 * roles. Nothing here allocates.
 */
#ifndef MODEL_H
#define MODEL_H

#include <stddef.h>
#include <string.h>

#include "feature.h"

/* Where on the page a block is; between these page.c finds the best way. */
enum model_zone {
	ZONE_BEFORE,   /* before the article */
	ZONE_CONTENT,
	ZONE_PATCH,    /* what is not the article's, inside of it */
	ZONE_COMMENTS,
	ZONE_RELATED,
	ZONE_AFTER,
	ZONES,
	ZONE_LEAD = ZONES, /* of roles: between title and content */
	ZONE_PLACES
};

enum model_role {
	ROLE_AD, ROLE_BODY, ROLE_BREADCRUMB, ROLE_BYLINE, ROLE_CAPTION,
	ROLE_COMMENTS, ROLE_DATE, ROLE_HEADING, ROLE_LEGAL, ROLE_LIST,
	ROLE_NAV, ROLE_NOTICE, ROLE_QUOTE, ROLE_RELATED, ROLE_SHARE,
	ROLE_STANDFIRST, ROLE_TAGS, ROLE_TITLE,
	ROLES
};

/* The shape of a block: its words' bucket, and MODEL_STOP if it ends so. */
#define MODEL_STOP FEATURE_BUCKETS
#define MODEL_EDGE (2 * FEATURE_BUCKETS) /* that of no block */

/*
 * The roles of an article, as bits, its title aside: what is content has one of
 * these, and what is not has another.
 */
#define MODEL_ARTICLE (1u << ROLE_BODY | 1u << ROLE_HEADING | 1u << ROLE_LIST \
    | 1u << ROLE_QUOTE | 1u << ROLE_STANDFIRST)

/* Where a block is by the page's best run of sentences. */
enum model_best { BEST_BEFORE, BEST_IN, BEST_AFTER };

/*
 * What is known of a block's place, as feature numbers want it. The first eight
 * stay the same from block to block most often: see model_stretch.
 */
struct model_place {
	uint8_t index, left;   /* blocks to the document's ends, as buckets */
	uint8_t thread;        /* prose over the last heading of comments */
	uint8_t to_thread;     /* blocks to the next one, as a bucket */
	uint8_t down, into;    /* share of its blocks, words before: tenths */
	uint8_t best, best_far; /* the best run: before, in, after; how far */
	uint8_t before, after; /* words in sentences nearby, as buckets */
	uint8_t prev, next;    /* shape of the block before, after */
	uint8_t run;           /* short blocks on end here, as a bucket */
	uint8_t zone;          /* ZONE_PLACES: not known yet */
	uint8_t near;          /* blocks to the content's head, as a bucket */
	uint8_t echo;          /* quarters of its telling words, and .. */
	uint8_t known;         /* .. sixths, that sentences elsewhere have */
	uint8_t best_share;    /* of the window's prose in it, in tenths .. */
	uint8_t best_prose;    /* .. and its words, as binary digits */
	uint8_t topic;         /* sixths of telling words that it has */
	uint8_t headline;      /* those of its headline's words, 3 at most */
	uint8_t opener, copies; /* others with the first two words, all */
	uint8_t rhythm;        /* blocks to a turn of a pattern of shapes */
	bool foreign;          /* no list has the function words here */
	bool again;            /* the page has the same block elsewhere */
	bool lead;             /* stands first after the title */
	bool crumb;            /* holds the title and more, or once more */
	bool has_near;         /* near is known, and echo counts */
};

#define MODEL_PROSE 14   /* values of a place's best_prose .. */
#define MODEL_SHARE 10   /* .. down, into, best_share .. */
#define MODEL_KNOWN 7    /* .. known, topic: 0 if no word is telling .. */
#define MODEL_RHYTHM 7   /* .. rhythm: 0 if there is none .. */
#define MODEL_THREAD 11  /* .. and thread: 0 if there was none */

#define MODEL_ACTIVE 128 /* features of a block, at most */
#define MODEL_FEATURES 560

/* Places in sums of weights: zones and roles, filled up for vectors. */
#define MODEL_ZONES 8
#define MODEL_ROLES 20

struct model {
	float role[MODEL_FEATURES][MODEL_ROLES];
};

/*
 * Appends a feature for each bit; so many, which most sets have at most, are
 * taken without a branch, for how many there are is hard to foretell.
 */
static inline size_t
model_add_bits(uint16_t *active, size_t n, uint64_t bits, unsigned first,
    unsigned at_once)
{
	const uint64_t none = (uint64_t)1 << 63;
	unsigned i;

	do {
		for (i = 0; i < at_once; i++) {
			active[n] = (uint16_t)(first + scan_lowest(bits | none));
			n += bits != 0;
			bits &= bits - 1;
		}
	} while (bits != 0);
	return n;
}

/*
 * The active features of a block: those that all blocks of its window have
 * alike, its own, or all of them; how many. Of most groups the value 0 is no
 * feature.
 */
size_t model_page(const struct model_place *, uint16_t *active);
size_t model_block(const struct feature *, const struct model_place *,
    uint16_t *active);
size_t model_features(const struct feature *, const struct model_place *,
    uint16_t *active);

/*
 * The features of model_block in two parts: those of its stretch of the page,
 * which are the same for all places with the same model_stretch_key, and its
 * own.
 */
size_t model_stretch(const struct model_place *, uint16_t *active);
size_t model_own(const struct feature *, const struct model_place *,
    uint16_t *active);

static inline uint64_t
model_stretch_key(const struct model_place *p)
{
	uint64_t key;

	_Static_assert(offsetof(struct model_place, before) == sizeof key,
	    "the first eight");
	memcpy(&key, p, sizeof key);
	return key;
}

/* The number of a feature, by its name; MODEL_FEATURES if it is none's. */
size_t model_named(struct span name);

/* Writes a feature's name and a NUL to `to`, MODEL_NAME bytes at most. */
#define MODEL_NAME 24
void model_name(unsigned feature, char *to);

extern const char *const model_zone_names[ZONE_PLACES + 1];
extern const char *const model_role_names[ROLES + 1]; /* the last null */

#endif
