/* SPDX-License-Identifier: ISC */
/*
 * lexicon - sets of phrases, and which of them a run of words holds
 *
 * A phrase is up to LEXICON_WORDS words; it matches whole words, any case,
 * whatever stands between them. Each has a kind, a number below
 * LEXICON_KINDS whose meaning is the caller's.
 *
 * Inside: a trie, kept as tables of the chained word hashes (word.h) of every
 * phrase and every beginning of one; phrases of one word are in a table of
 * their own, as they are met most. A slot has 31 bits of the hash, besides
 * those of its place: of 10^9 that are not there one or so passes for one that
 * is. Two bitmaps, of phrases of one word and of the first two words of the
 * others, turn most words away before a table is touched. The lexicon owns
 * all; out of memory ends the program.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "list.h"
#include "scan.h"

#define LEXICON_WORDS 64 /* of the longest phrase */
#define LEXICON_KINDS 31
#define LEXICON_MORE ((uint32_t)1 << LEXICON_KINDS)
#define LEXICON_CELLS 4096 /* of 64 bits, in a bitmap */

struct lexicon_slot {
	uint32_t tag;  /* of a chained hash; 0: free */
	uint32_t what; /* kinds that end here, LEXICON_MORE if more follow */
};

struct lexicon_table {
	struct lexicon_slot *slot;
	uint64_t *key; /* the hashes themselves, for the table to grow */
	size_t n, cap; /* cap is a power of two */
};

struct lexicon {
	struct lexicon_table alone, longer;
	uint64_t has_alone[LEXICON_CELLS], has_pair[LEXICON_CELLS];
	size_t n_longest; /* words of the longest phrase */
};

/* Which kinds of phrases were found, as bits, and where. */
struct lexicon_hits {
	uint32_t any;
	uint32_t head;     /* .. where the words begin */
	uint32_t whole;    /* .. and go on to their end */
	unsigned covered;  /* of 64 words, those inside of phrases .. */
	uint32_t bare;     /* .. of other kinds than these, the caller's */
};

void lexicon_begin(struct lexicon *);
void lexicon_end(struct lexicon *);

/*
 * Adds the phrase from..to of a scanned text; false if it has no word or more
 * than LEXICON_WORDS.
 */
bool lexicon_add(struct lexicon *, const struct scan *, size_t from, size_t to,
    unsigned kind);

/*
 * Adds a list of data/ whose rows' kinds are names; the kind is the index of
 * the name among the n_names. False at the first row that is of no such kind
 * or no phrase, with *bad set to its entry.
 */
bool lexicon_add_list(struct lexicon *, struct list, const char *const *names,
    size_t n_names, struct span *bad);

/*
 * Adds the phrases of a text, one a line; a line that begins with ! is of the
 * kind `keep`, all others of `drop`. Returns 0, or the number of the first
 * line that is no phrase (blank, or too long), with *reason set.
 */
size_t lexicon_add_lines(struct lexicon *, const struct scan *, unsigned drop,
    unsigned keep, const char **reason);

/* Whether a bitmap has a number, of which the lowest bits count: 1 or 0. */
static inline unsigned
lexicon_has(const uint64_t *cells, uint64_t x)
{
	return cells[x / 64 % LEXICON_CELLS] >> x % 64 & 1;
}

/* The number by which a bitmap knows two words. */
static inline uint64_t
lexicon_pair(uint64_t hash, uint64_t next)
{
	return hash >> 16 ^ next;
}

/*
 * Enters what n words, given by their hashes, hold. Only phrases that begin
 * in the first n_begin words count. A phrase that begins at words[head]
 * counts as one at the head, and as the whole if it ends before words[tail];
 * either may be n or more where the words have no such place.
 */
void lexicon_match(const struct lexicon *, const uint64_t *words, size_t n,
    size_t n_begin, size_t head, size_t tail, struct lexicon_hits *);

/* Words of which it is known where phrases may begin. */
struct lexicon_words {
	const uint64_t *hash;
	size_t n;          /* 64 at most */
	size_t cut;        /* no phrase goes on over this place; n: no such */
	uint64_t alone;    /* bits of words that may be phrases by themselves */
	uint64_t pairs;    /* .. at which longer ones may; not the last word */
	size_t head, tail; /* as above */
	size_t late;
};

/* The same for these; returns the kinds of what begins at `late` and behind. */
uint32_t lexicon_match_at(const struct lexicon *, const struct lexicon_words *,
    struct lexicon_hits *);

#endif
