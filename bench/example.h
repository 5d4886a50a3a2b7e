/* SPDX-License-Identifier: ISC */
/*
 * example - pages whose articles are known, as the active features of blocks
 *
 * DIR/ID.txt and DIR/ID.wet are a page's text in two forms; DIR/ID.labels and
 * DIR/ID.wet.labels have a line for each block: 1 is of the article, 0 is not,
 * x may be either. bench/copy.h says what copies of them are learned from, too.
 */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include <stdio.h>

#include "input.h"
#include "page.h"

struct example_block {
	uint32_t first;   /* of its features in the page's `active` .. */
	uint16_t n;       /* .. and how many they are */
	uint8_t allowed;  /* bits of the zones that it may be in */
	uint8_t right;    /* bits of the zones that cost nothing */
	float cost;       /* of all other zones */
	float words;      /* that count: none where it may be either */
};

struct example {
	struct example_block *block; /* owned */
	uint16_t *active;            /* owned: one block's behind another's */
	size_t n, cap, n_active, cap_active;
	float weight;                /* how much its loss counts; mean 1 */
};

/* A page's text and its labels, for copies. */
struct example_source {
	char *text, *label; /* owned; a label for each block */
	size_t n, n_blocks;
	char kind[24];      /* of page: what its id ends in, behind a dash */
};

struct examples {
	struct example *page; /* owned, with all they have */
	size_t n, cap;
	size_t n_passed;      /* forms of pages passed over */

	/* private */
	struct example_source *source;
	size_t n_sources, cap_sources;
	struct page look;
	struct input text, labels;
	uint64_t dice;
};

#define EXAMPLE_ALL ((1 << ZONES) - 1) /* bits of all zones */

void examples_begin(struct examples *);
void examples_end(struct examples *);

/*
 * Reads the pages whose ids the file has, one a line, from the directory, and
 * makes the copies. What cannot be read is passed over.
 */
void examples_read(struct examples *, FILE *ids, const char *dir);

/*
 * Adds a page, a label for each block, as it is in a language of which that is
 * `unknown` (enum feature_unknown). False if it is too large or has not as many
 * blocks as labels.
 */
bool examples_add(struct examples *, const char *text, size_t n,
    const char *label, size_t n_labels, unsigned unknown);

/* A whole number below n, drawn. */
size_t example_below(struct examples *, size_t n);

/* A number from 0 to below 1, the next of a fixed sequence. */
double example_draw(uint64_t *dice);

#endif
