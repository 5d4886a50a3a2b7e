/* SPDX-License-Identifier: ISC */
/*
 * sample - the words of a block that are looked at one by one
 *
 * The first SAMPLE_HEAD words and, of a longer block, those of its last
 * bytes: their hashes, what the scan's masks and the lists of words say of
 * each, and the signs before them. Much of a page's time goes into this.
 *
 * The caller places the struct; all else is borrowed for the call. Nothing
 * here fails or allocates.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "grammar.h"
#include "scan.h"

#define SAMPLE_HEAD 24 /* words from a block's head .. */
#define SAMPLE_TAIL 24 /* .. and from its end, at most */
#define SAMPLE_WORDS (SAMPLE_HEAD + SAMPLE_TAIL)

struct sample {
	size_t n_words, n_stops, n_marks; /* of the whole block */
	size_t n, n_head;      /* words looked at; those of the head */
	uint64_t numbers;      /* bits of words that begin with a digit .. */
	uint64_t longer;       /* .. that say more than others .. */
	uint64_t letters;      /* .. of scripts whose letters may be words .. */
	uint64_t functions;    /* .. that are function words by themselves .. */
	uint64_t first, second; /* .. of the first, of the second person .. */
	uint64_t alone;        /* .. that may be phrases by themselves .. */
	uint64_t pairs;        /* .. that may begin longer ones */
	uint64_t chain;        /* of all hashes, in their order */
	size_t n_numbers;
	size_t n_caps;         /* words with a capital */
	size_t n_commas, n_parens; /* gaps before words that have one */
	uint16_t signs;        /* bits of enum sign in these gaps */
	uint64_t hash[SAMPLE_WORDS + 1]; /* word_hash; 0 behind the last */
};

/* Looks at the block start..end of a scanned text. */
void sample_of(struct sample *, const struct scan *, size_t start, size_t end,
    const struct grammar *);

/* How blocks are looked at, the slowest way first: all see the same. */
enum sample_way { SAMPLE_PLAIN, SAMPLE_FAST, SAMPLE_WIDE };

/*
 * The same, a certain way; false, with anything in *sample, if that can't be:
 * the processor has it not, or, by SAMPLE_WIDE, the block is of a rare form or
 * near the text's end.
 */
bool sample_of_by(struct sample *, enum sample_way, const struct scan *,
    size_t start, size_t end, const struct grammar *);

#endif
