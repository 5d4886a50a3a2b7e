/* SPDX-License-Identifier: ISC */
/*
 * page - what each block of a page is: its role, how sure, and why
 *
 *	page_begin(&page);
 *	page_document(&page);                       for each document
 *	n = page_label(&page, window);              for each of its windows
 *	... page.block[i] for i < n ...
 *
 * One pass over the blocks of a window: features -> evidence for zones -> the
 * best way through the zones (before, content, patch, comments, related,
 * after) -> the best way through the classes of what is near the content (the
 * article's parts, and what is none) -> the title, and a role for each block,
 * of those that its class has.
 * What a document's next window must know is carried: the zone, whether title
 * and content were met. All is linear in the window; its arrays are owned and
 * kept from one window to the next.
 */
#ifndef PAGE_H
#define PAGE_H

#include "chain.h"
#include "outline.h"
#include "window.h"

enum page_forced { FORCED_NOT, FORCED_DROP, FORCED_KEEP };

struct page_block {
	uint8_t role;   /* enum model_role */
	uint8_t zone;   /* enum model_zone */
	uint8_t forced; /* by a phrase of the user's: enum page_forced */
	bool marker;    /* comments, related: the heading over them */
	float score;    /* how sure: 0..1 */
	uint8_t mark;   /* what its role is by, if not the model: outline.h */
	uint8_t level;  /* of a heading; 0: the text shows none */

	/* private, but for page_look */
	struct feature feature;
	struct model_place place;
	struct net_evidence evidence;
	uint8_t back[MODEL_ZONES]; /* the zone before, best for each */
	uint8_t held, holds;  /* blocks with all its words, and the reverse */
	uint8_t guess;        /* how like a title: see CHAIN_GUESS; 0: no */
	bool sure;            /* content whatever else was said of it */
};

/* What blocks may have in common: all their words, the first two. */
enum page_common { COMMON_ALL, COMMON_OPENER, PAGE_COMMON };

/* What others want to know of a block: little, as it is looked at often. */
struct page_glance {
	uint64_t key[PAGE_COMMON]; /* what it has in common with its like */
	uint32_t words;
	uint32_t prose;  /* words in sentences */
	uint32_t run;    /* blocks without prose on end, up to this one */
	uint8_t shape;   /* as model_place has it */
	uint8_t n_seen, n_functions;
	bool thread;     /* a heading over comments */
};

/* Blocks that have something in common. */
struct page_same {
	uint32_t first[PAGE_COMMON]; /* the first of them */
	uint32_t n[PAGE_COMMON];     /* of a first one: how many */
};

struct page {
	struct page_block *block; /* of the window */

	/* private */
	struct feature_words words;
	const struct net *net;
	const struct chain *chain;
	const struct model *model;
	struct vocabulary vocabulary; /* of all sentences .. */
	struct vocabulary topic;      /* .. of the best run's */
	struct net_units *units;  /* of the blocks, zeros before and behind */
	struct chain_block *way;  /* the blocks as chain.h has them .. */
	struct chain_row *sums;   /* .. and sums of their features' weights */
	size_t cap, cap_units, cap_way, cap_sums;
	struct page_glance *glance; /* of each block, .. */
	struct model_place *place;  /* .. and its place */
	size_t cap_glance, cap_place;
	uint32_t *seen;           /* blocks by their keys, + 1; 0: none */
	size_t cap_seen;
	struct page_same *same;   /* of each block: see page_place.c */
	size_t cap_same;
	float lean;               /* to content, by the root of words */
	size_t n, head;           /* of the window: blocks, and its content */
	struct outline outline;   /* up to the last block decided .. */
	uint8_t zone, class, role; /* .. and what that was */
	bool rough;               /* see page_rough */
	bool any_content;         /* in the document, so far */
};

void page_begin(struct page *);
void page_end(struct page *);

/*
 * Adds the user's phrases from n bytes of text, one a line: they decide
 * whether a block is kept (with ! before them) or dropped. Returns 0, or the
 * line that is none, with *reason set.
 */
size_t page_add_phrases(struct page *, const char *text, size_t n,
    const char **reason);

/*
 * Sets how sure content must be, above 0 and below 1: at 0.5, as it is
 * without, it is what is likelier; more keeps less.
 */
void page_threshold(struct page *, double threshold);

/*
 * From now on only tells what is of an article from what is not, for speed:
 * a block's role is title, standfirst, body for all else of the article, or
 * nav for all that is not.
 */
void page_rough(struct page *);

/* Forgets the document before. */
void page_document(struct page *);

/*
 * Only looks at the blocks of a window, as page_label does first: sets the
 * feature and the place of each, as far as they are known without zones; as
 * on a page in a language of which that is `unknown` (enum feature_unknown).
 * From these bench/train learns.
 */
void page_look(struct page *, const struct window *, unsigned unknown);

/*
 * Labels the blocks of a window; returns how many of them are decided: all
 * of a document's last window, else some 15/16 of them.
 */
size_t page_label(struct page *, const struct window *);

/*
 * Only finds the zones, as page_label does; returns where the content begins,
 * the number of blocks if there is none. From these bench/roles learns.
 */
size_t page_find_zones(struct page *, const struct window *);

#endif
