/* SPDX-License-Identifier: ISC */
/*
 * crumb - a menu trail or site name around a title
 *
 *	Home > News > Europe > Harbour bridge reopens after nine years
 *	Harbour bridge reopens after nine years | Harbour Times
 *	Home World News Harbour bridge reopens after nine years
 *
 * Only whether a block can be one, and which parts can be the title, is told
 * here; whether there is such a title is for the caller to know. Nothing here
 * allocates or fails.
 */
#ifndef CRUMB_H
#define CRUMB_H

#include "fingerprint.h"

enum {
	CRUMB_WORDS = 40, /* a block of more is no crumb */
	CRUMB_CUTS = 8,   /* separators that are looked at */
	CRUMB_PART = 5,   /* words of a menu entry or site name, at most */
	CRUMB_TITLE = 4,  /* words of a title, at least */
	CRUMB_TRAIL_LEAST = 2, /* words of a trail without separators .. */
	CRUMB_TRAIL_MOST = 6   /* .. and at most */
};

struct crumb {
	struct word_at word[CRUMB_WORDS];
	size_t n_words;
	size_t cut[CRUMB_CUTS + 2]; /* words behind a separator, 0 and n */
	size_t n_cuts;              /* with 0 and n_words */
	bool weak;                  /* a separator may be mere punctuation */
};

/* A part of a crumb that may be the title. */
struct crumb_part {
	uint64_t fingerprint;
	size_t n_words;
};

/*
 * Reads a block; false where it can't be a crumb. One without separators can
 * only be where a title is known to be near.
 */
bool crumb_read(struct crumb *, const struct scan *, size_t start, size_t end,
    bool near);

/*
 * Whether a separator stands in the text, `weakly`: one of those that count
 * only between spaces, too. Plain: without a look at many bytes at a time.
 */
bool crumb_is_divided(const struct scan *, size_t start, size_t end,
    bool weakly);
bool crumb_is_divided_plain(const struct scan *, size_t start, size_t end,
    bool weakly);

/*
 * The next part with separators around it that may be the title, *at being
 * where to go on, 0 at first; false when there is none.
 */
bool crumb_next(const struct crumb *, const struct scan *, size_t *at,
    struct crumb_part *);

/*
 * Whether the last n_title words have this fingerprint, and those before them
 * may be a trail that stands without separators: several, not many, each with a
 * capital.
 */
bool crumb_ends_in(const struct crumb *, const struct scan *, size_t n_title,
    uint64_t fingerprint);

#endif
