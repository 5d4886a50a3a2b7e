/* SPDX-License-Identifier: ISC */
/*
 * tag - whether a word is a noun or a verb where it stands
 *
 * By its kind and its neighbours: what may be both is a noun behind an
 * article, a number or a possessive ("the claims", "Bell's call"), else a verb.
 */
#ifndef TAG_H
#define TAG_H

#include "sentence.h"

/*
 * What a word may be where it stands: bits, above its kind, which is the lowest
 * byte. Of signs all but an opening bracket are single; what is behind the last
 * token has no bit, and a kind that is none.
 */
enum {
	TAG_KIND = 0xFF,
	TAG_WORD = 1 << 8,
	TAG_SMALL = 1 << 9,       /* is in no phrase: "that" .. */
	TAG_SINGLE = 1 << 10,     /* .. and is what its kind tells: "and" */
	TAG_DETERMINER = 1 << 11, /* begins a noun phrase: "the", "his" */
	TAG_NOMINAL = 1 << 12,    /* may stand in one, whatever is before it */
	TAG_INSIDE = 1 << 13,     /* its neighbours tell whether: "proposed" */
	TAG_VERBAL = 1 << 14,     /* may be a verb, of any form */
	TAG_AUXILIARY = 1 << 15,  /* "has"; not the name in "May said" */
	TAG_PRONOUN = 1 << 16,
	TAG_PARTICLE = 1 << 17,   /* capitalised, may begin a name: "Von" */
	TAG_DOUBTFUL = 1 << 18,   /* its neighbours decide what it is .. */
	TAG_DOUBTFUL_NAME = 1 << 19, /* .. where it is capitalised */
	TAG_BEGINS = TAG_DETERMINER | TAG_NOMINAL | TAG_INSIDE | TAG_PRONOUN
	    | TAG_PARTICLE        /* may begin a noun phrase */
};

enum { TAG_BEHIND = 2 /* tags behind the last token */ };

/* The tokens of a text, and their tags, and those behind. */
struct tag_text {
	const struct sentence_text *in;
	const struct token *token;
	const uint32_t *tag;
	size_t n;
	bool english, verb_second, capitals; /* what the language is like */
};

/* The text of n tokens; sets their tags, and those behind. */
struct tag_text tag_read(const struct sentence_text *, const struct token *,
    size_t n, uint32_t *tag);

static inline bool
tag_has(const struct tag_text *w, size_t i, uint32_t tags)
{
	return (w->tag[i] & tags) != 0;
}

static inline bool
tag_is_word(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_WORD);
}

static inline bool
tag_is_determiner(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_DETERMINER);
}

static inline bool
tag_is_auxiliary(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_AUXILIARY);
}

static inline bool
tag_is_verbal(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_VERBAL);
}

static inline bool
tag_is_nominal(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_NOMINAL);
}

static inline bool
tag_is_pronoun(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_PRONOUN);
}

static inline bool
tag_is_kind(const struct tag_text *w, size_t i, enum cue_kind kind)
{
	return (w->tag[i] & TAG_KIND) == kind;
}

struct span tag_word(const struct tag_text *, size_t i);

/* Whether a capital here only tells that a sentence begins. */
bool tag_begins_sentence(const struct tag_text *, size_t i);

/*
 * Whether a capitalised verb is one: "Bell Said Taxes Were ..", "Bell, the
 * mayor, Tweeted on .."; else it is a name, as in "Edward Said wrote".
 */
bool tag_is_headline_verb(const struct tag_text *, size_t i);

/* Whether the word ends as a plural does. */
bool tag_is_plural(const struct tag_text *, size_t i);

/*
 * Whether what may be a verb is something else in the noun phrase that begins
 * at `first`: an adjective ("the proposed ban"), or its noun ("a rare note";
 * not "some asked").
 */
bool tag_is_modifier(const struct tag_text *, size_t first, size_t i);
bool tag_is_noun_here(const struct tag_text *, size_t first, size_t i);

/* Whether a word of time belongs to a noun phrase: "Monday's debate". */
bool tag_is_time_inside(const struct tag_text *, size_t first, size_t i);

#endif
